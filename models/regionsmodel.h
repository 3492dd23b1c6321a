// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capacity.h"
#include "models/fleetstore.h"
#include "models/linktally.h"
#include "models/sitecounts.h"

#include <QAbstractTableModel>

#include <functional>

namespace graticule {

/// Round trips that begin in a region, now and as they usually are at this hour.
struct RegionChange
{
    double nowMs = -1;
    double usualMs = -1;
    int links = 0; ///< of which both are known

    friend bool operator==(const RegionChange &, const RegionChange &) = default;
};

/// One row per region, by name, sites without one last; the sums over all of them beside. What two connections to one
/// endpoint tell of counts once. Counts follow every change at its cost; round trips are shown at most once a second.
class RegionsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Region,
        Sites,
        NotHealthy,
        States, ///< how it was over the last day: what is drawn is the view's; its words are here
        Median,
        P95,
        Change, ///< of p95, against what is usual
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

    /// How a region was over the last day, in words; @p words outlives the model or is taken back.
    void setStateWords(std::function<QString(const QString &region)> words) { m_stateWords = std::move(words); }
    void tellStates();
    void setChanges(const QHash<QString, RegionChange> &changes);

    const QString &region(int row) const { return m_items[size_t(row)].name; }
    const SiteCounts &totals() const { return m_totals; }
    /// Sites that are not counted, for another connection to the same endpoint is.
    qsizetype seenTwice() const { return m_seenTwice.size(); }
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
        int seenTwice = 0; ///< sites that are not counted
        SiteCounts counts;
        Capacity capacity;
        LinkFigures links;
    };

    void apply(const FleetChange &change);
    void count(const FleetTables &tables, const EntityId &site, int by);
    void countAnew(const FleetChange &change);
    Item &itemFor(const QString &region);
    void removeEmpty();
    void tellAll();
    void gatherLinks();
    static bool isStale(const Item &item) { return item.counts.stale() == item.counts.total(); }
    static QString aged(const Item &item, const QString &value);
    QVariant display(const Item &item, int column) const;
    QString change(const Item &item) const;
    Emphasis emphasis(const Item &item, int column) const;
    QVariant tooltip(const Item &item, int column) const;
    QString sentence(const Item &item) const;

    FleetStore &m_store;
    std::vector<Item> m_items;
    QSet<EntityId> m_seenTwice; ///< sites that are not counted
    SiteCounts m_totals;
    Capacity m_capacity;
    LinkFigures m_links;
    LinkTally m_tally;
    std::function<QString(const QString &region)> m_stateWords;
    QHash<QString, RegionChange> m_changes;
};

} // namespace graticule
