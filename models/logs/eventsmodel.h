// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetevent.h"

#include <QAbstractTableModel>

namespace graticule {

/// Events as a table, newest first: when, how bad, what it is about, why, how often, in what words.
class EventsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { At, Kind, Object, Reason, Count, Text, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setEvents(const QList<FleetEvent> &events);
    /// Only what its platform calls a warning.
    void setWarningsOnly(bool only);
    const QList<FleetEvent> &shown() const { return m_shown; }
    /// All that is shown, a line each.
    QString text() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void choose();
    static QString cell(const FleetEvent &event, int column);

    QList<FleetEvent> m_events;
    QList<FleetEvent> m_shown;
    bool m_warningsOnly = false;
};

} // namespace graticule
