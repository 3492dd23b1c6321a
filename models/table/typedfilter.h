// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/tablemodel.h"

#include <QCoreApplication>

namespace graticule {

/// What a person types to filter a table by, read while it is typed: "fra region:asi" is a word and a condition. What
/// cannot be followed is said in a note and hides nothing. A value.
class TypedFilter
{
    Q_DECLARE_TR_FUNCTIONS(graticule::TypedFilter)

public:
    /// Pure.
    static TypedFilter read(const QString &text, const TableModel &model);
    /// How the last word could go on, as whole texts for the field: columns first, then the values of one.
    static QStringList completions(const QString &text, const TableModel &model);

    QStringList words;
    QList<TableCondition> conditions; ///< of each, the values that begin, or else go on, as was typed
    QString note;                     ///< empty: everything is understood, and finished

private:
    void take(const TableModel &model, const QString &key, const QString &rest);
    static QStringList valuesFor(const TableModel &model, int column, const QString &typed);
    static QString named(const QList<int> &columns, const TableModel &model);
    static QString listOf(const QStringList &values);
};

} // namespace graticule
