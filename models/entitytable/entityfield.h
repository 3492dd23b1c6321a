// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/tablemodel.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace graticule {

/// What a table is about.
enum class EntityKind { Service, Node, Asset };

/// A column of such a table: what it shows, sorts and filters by.
struct EntityField
{
    enum class Type : quint8 {
        State,
        Name,
        Shared, ///< one of a few values that many rows share
        Where,  ///< values of the places where the row is: none, one or many of them
        Figure, ///< a number; not known is never 0
        Why,
        Seen,
    };
    enum Flag { // lupdate loses its way behind one with a type
        None = 0,
        Shown = 1,    ///< at the start
        Numeric = 2,  ///< right-aligned
        Meter = 4,    ///< a share, drawn as a bar
        LowFirst = 8, ///< sorted lowest first, where that is the worse
    };

    Type type = Type::Shared;
    /// By which a person names it in a filter ("owner:payments"), and files do: English, lower case; never changed.
    QString word;
    QString title; ///< translated
    int width = 0; ///< px, at the start
    int flags = None;

    bool has(Flag flag) const { return flags & flag; }
    /// Its values can be listed, and chosen from.
    bool isListed() const { return type == Type::State || type == Type::Shared || type == Type::Where; }
};

/// The columns of each kind, in the order in which they are seen at the start. Pure.
class EntityFields
{
    Q_DECLARE_TR_FUNCTIONS(graticule::EntityFields)

public:
    static std::vector<EntityField> of(EntityKind kind);
    /// -1: no such word.
    static int indexOf(const std::vector<EntityField> &fields, QStringView word);
    static QString notKnown();
    /// Of what is at several at once of the column @p word: "At several sites".
    static QString several(const QString &word);
    /// Of what is at no place.
    static QString nowhere();
    /// The same columns as a table needs them; behind them may be one of trails.
    static std::vector<TableColumn> columns(EntityKind kind);
};

} // namespace graticule
