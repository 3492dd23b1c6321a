// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetstore.h"

#include <QAbstractTableModel>
#include <QHash>

#include <vector>

namespace graticule {

/// Every site as a row, in the order of arrival; sorting and filtering are a proxy's. A change costs in proportion to
/// the sites that changed; rows are kept by id, so selections survive. Ages are computed when asked for: a view
/// repaints them on FleetStore::ticked().
class SitesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { State, Name, PlaceText, Region, ReasonText, Seen, ColumnCount };

    explicit SitesModel(FleetStore &store, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// -1: not there.
    int rowOf(const EntityId &id) const { return m_rows.value(id, -1); }
    const Site &site(int row) const { return *m_items[size_t(row)].site; }
    SiteStatus status(int row) const { return m_items[size_t(row)].status; }

    /// First reason of the verdict; empty: none.
    const QString &reason(int row) const { return m_items[size_t(row)].reason; }

    /// "Frankfurt, DE": city and country as far as known; "no place known" without a position.
    static QString placeOf(const Site &site);

private:
    struct Item
    {
        std::shared_ptr<const Site> site;
        SiteStatus status;
        QString reason;
    };

    void apply(const FleetChange &change);
    void remove(const std::vector<EntityId> &ids);
    void insert(const std::vector<std::shared_ptr<const Site>> &sites);
    void announce(std::vector<int> rows);
    void setVerdict(Item &item);
    QVariant display(const Item &item, int column) const;
    QVariant sortValue(const Item &item, int column) const;
    QString sentence(const Item &item) const;

    FleetStore &m_store;
    std::vector<Item> m_items;
    QHash<EntityId, int> m_rows;
};

} // namespace graticule
