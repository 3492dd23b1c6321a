// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitetable/sitetablemodel.h"

#include <QCoreApplication>
#include <QPointer>

class QWidget;

namespace graticule {

class UndoBar;

/// Sites as lines of tab-separated text with a head, and the time at which it was so.
QString tableText(const SiteTableModel &model, const QList<SiteField> &fields, const QList<EntityId> &sites,
                  Instant now);

/// Writes sites to a CSV file that a person chooses.
class SiteExport
{
    Q_DECLARE_TR_FUNCTIONS(graticule::SiteExport)

public:
    /// Asks for the file, writes it in a worker, and says in @p said what was written or why not.
    static void ask(QWidget &parent, const SiteTableModel &model, const QList<SiteField> &fields,
                    const QList<EntityId> &sites, Instant now, UndoBar &said);
    /// The same without asking.
    static void write(const QString &path, const SiteTableModel &model, const QList<SiteField> &fields,
                      const QList<EntityId> &sites, Instant now, UndoBar &said);
};

} // namespace graticule
