// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/entitytable/entitydetails.h"
#include "models/fleetstore.h"

#include <QAbstractTableModel>

namespace graticule {

/// The places of one entity as rows, worst first. Connections and ages are looked up when asked for: a view repaints on
/// FleetStore::ticked(). GUI thread.
class PlacesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { State, Name, Country, RoleText, Amount, Lag, Through, Why, Seen, ColumnCount };

    PlacesModel(EntityKind kind, const FleetStore &store, QObject *parent = nullptr);

    void setPlaces(const std::vector<EntityDetails::Place> &places);
    const EntityDetails::Place &place(int row) const { return m_places[size_t(row)]; }
    /// -1: none such.
    int rowOf(const EntityId &id) const;
    /// Whether the kind has anything to say in that column.
    bool isUsed(Column column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const EntityDetails::Place &place, int column) const;
    QString title(int column) const;
    QString sentence(const EntityDetails::Place &place) const;

    EntityKind m_kind;
    const FleetStore &m_store;
    std::vector<EntityDetails::Place> m_places;
};

} // namespace graticule
