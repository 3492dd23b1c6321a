// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capacity.h"
#include "models/fleetstore.h"
#include "models/linkfigures.h"
#include "models/sitecounts.h"

#include <QAbstractTableModel>

namespace graticule {

/// One row per region, by name, sites without one last; the sums over all of them beside. Counts follow every change
/// at its cost; round trips are gathered at most once a second.
class RegionsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Region,
        Sites,
        NotHealthy,
        Median,
        P95,
        LinksOverLimit,
        CpuUsed,
        MemoryUsed,
        StorageUsed,
        ColumnCount
    };

    explicit RegionsModel(FleetStore &store, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const QString &region(int row) const { return m_items[size_t(row)].name; }
    const SiteCounts &totals() const { return m_totals; }
    const Capacity &capacity() const { return m_capacity; }
    const Capacity &capacity(int row) const { return m_items[size_t(row)].capacity; }
    const LinkFigures &links() const { return m_links; }

Q_SIGNALS:
    /// totals(), capacity() or links() may differ.
    void totalsChanged();

private:
    struct Item
    {
        QString name;
        SiteCounts counts;
        Capacity capacity;
        LinkFigures links;
    };

    void apply(const FleetChange &change);
    void count(const FleetTables &tables, const EntityId &site, int by);
    Item &itemFor(const QString &region);
    void removeEmpty();
    void tellAll();
    void gatherLinks();
    static bool isStale(const Item &item) { return item.counts.stale() == item.counts.total(); }
    static QString aged(const Item &item, const QString &value);
    QVariant display(const Item &item, int column) const;
    Emphasis emphasis(const Item &item, int column) const;
    QVariant tooltip(const Item &item, int column) const;
    QString sentence(const Item &item) const;

    FleetStore &m_store;
    std::vector<Item> m_items;
    SiteCounts m_totals;
    Capacity m_capacity;
    LinkFigures m_links;
    bool m_linksChanged = true;
};

} // namespace graticule
