// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/tablemodel.h"

#include <QCoreApplication>
#include <QList>

namespace graticule {

/// What a table of sites can show, sort, filter and group by. Values are kept in files: append only.
enum class SiteField {
    State = 0,
    Name = 1,
    City = 2,
    Country = 3,
    Region = 4,
    Provider = 5,
    Kind = 6,
    Through = 7, ///< the connection it is seen through
    Cpu = 8,
    Memory = 9,
    Storage = 10,
    Reason = 11,
    Seen = 12,
};
inline constexpr int kSiteFields = 13;
/// Columns of trails, behind those of the fields.
inline constexpr int kSiteTrails = 3;

class SiteFields
{
    Q_DECLARE_TR_FUNCTIONS(graticule::SiteFields)

public:
    static QString title(SiteField field);
    /// All of them, by number, and behind them those of trails.
    static std::vector<TableColumn> columns();
    /// The word by which a person names it in a filter ("provider:aws"), and files do: English, lower case.
    static QString word(SiteField field);
    /// -1: no such word.
    static int fieldOf(QStringView word);
    /// A few values that many sites share: can be filtered by a list and grouped by.
    static bool isShared(SiteField field);
    static const QList<SiteField> &shared();
    /// What stands for an empty value.
    static QString notKnown();
    /// "Germany" for "DE"; a code that nobody knows stays.
    static QString country(const QString &code);
};

} // namespace graticule
