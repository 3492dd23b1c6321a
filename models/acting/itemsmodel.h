// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/action.h"
#include "models/fleetstore.h"

#include <QAbstractTableModel>

namespace graticule {

/// What an act works through, as rows in the keeper's order, which does not change while one looks: pods of a drain.
/// Ages advance by FleetStore::secondPassed(). GUI thread.
class ItemsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { State = 0, Name, Why, Since, ColumnCount };

    /// @p store outlives this.
    explicit ItemsModel(const FleetStore &store, QObject *parent = nullptr);

    /// @p ended: when what works through them did, with which their ages end; kNever: it goes on.
    void setItems(const QList<ActionItem> &items, Instant ended = kNever);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const ActionItem &item, int column) const;

    const FleetStore &m_store;
    QList<ActionItem> m_items;
    Instant m_ended = kNever;
};

} // namespace graticule
