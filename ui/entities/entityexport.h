// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/entitytable/entitytablemodel.h"

#include <QCoreApplication>

class QWidget;

namespace graticule {

class UndoBar;

/// Rows of a table of entities, for elsewhere.
class EntityExport
{
    Q_DECLARE_TR_FUNCTIONS(graticule::EntityExport)

public:
    /// Lines of tab-separated text with a head, and the time at which it was so.
    static QString text(const EntityTableModel &model, const QList<int> &fields, const QList<EntityId> &ids,
                        Instant now);
    /// Asks for a CSV file, writes it in a worker, and says in @p said what was written or why not.
    static void ask(QWidget &parent, const EntityTableModel &model, const QList<int> &fields,
                    const QList<EntityId> &ids, Instant now, UndoBar &said);
    /// The same without asking.
    static void write(const QString &path, const EntityTableModel &model, const QList<int> &fields,
                      const QList<EntityId> &ids, Instant now, UndoBar &said);
};

} // namespace graticule
