// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/tablemodel.h"
#include "ui/table/tablewords.h"

#include <QCoreApplication>

#include <functional>

class QWidget;

namespace graticule {

class UndoBar;

/// Rows of a table for other programs.
class TableExport
{
    Q_DECLARE_TR_FUNCTIONS(graticule::TableExport)

public:
    /// @p shown are columns; those of trails are left out. Lines of tab-separated text with a head, and the time at
    /// which it was so.
    static QString text(const TableModel &model, const QList<int> &shown, const QList<EntityId> &ids, Instant now);
    /// Asks for a CSV file, writes it in a worker, and says in @p said what was written or why not.
    static void ask(QWidget &parent, const TableModel &model, const TableWords &words, const QList<int> &columns,
                    const QList<EntityId> &ids, Instant now, UndoBar &said);
    /// Writes what @p bytes gives, which is asked in a worker, and says in @p said @p written or why not.
    static void save(const QString &path, const std::function<QByteArray()> &bytes, const QString &written,
                     UndoBar &said);
    /// The same as ask() without asking.
    static void write(const QString &path, const TableModel &model, const TableWords &words, const QList<int> &shown,
                      const QList<EntityId> &ids, Instant now, UndoBar &said);
};

} // namespace graticule
