// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/regionsmodel.h"

#include "backend/domain/countedonce.h"

#include <QSet>

#include <algorithm>

namespace graticule {

namespace {

/// Those that do not count, by which one counts instead.
QHash<EntityId, EntityId> uncounted(const FleetTables &tables)
{
    QHash<EntityId, EntityId> result;
    tables.connections.forEach([&](const Connection &connection) {
        if (!connection.countedBy.isEmpty() && tables.connections.contains(connection.countedBy))
            result.insert(connection.id, connection.countedBy);
    });
    return result;
}

/// Whether other sites count than before, beside those that changed. All are asked only where connections come, go or
/// count otherwise, and that says nothing as long as each counts.
bool isCountedOtherwise(const FleetChange &change)
{
    const auto &before = change.before->tables;
    const auto &after = change.after->tables;
    const auto &connections = change.delta.connections;
    const auto &feeds = change.delta.feeds.upserted;
    const bool isTurned = std::any_of(connections.upserted.begin(), connections.upserted.end(), [&](const auto &one) {
        const Connection *was = before.connections.find(one->id);
        return !was || was->countedBy != one->countedBy;
    });
    if ((isTurned || !connections.removed.empty()) && uncounted(before) != uncounted(after))
        return true;
    return std::any_of(feeds.begin(), feeds.end(), [&](const auto &feed) {
        return !before.feeds.contains(feed->id) && uncountedBy(after, feed->id);
    });
}

/// What others call @p ids that do not count where those are told of.
QSet<EntityId> likes(const FleetTables &tables, const QList<EntityId> &ids)
{
    QSet<EntityId> result;
    tables.connections.forEach([&](const Connection &connection) {
        if (connection.countedBy.isEmpty())
            return;
        for (const EntityId &id : ids) {
            if (const EntityId like = calledBy(connection.id, connection.countedBy, id); !like.isEmpty())
                result.insert(like);
        }
    });
    return result;
}

bool comesBefore(const QString &a, const QString &b)
{
    if (a.isEmpty() != b.isEmpty())
        return b.isEmpty();
    return a.compare(b, Qt::CaseInsensitive) < 0;
}

} // namespace

RegionsModel::RegionsModel(FleetStore &store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
{
    store.tables().sites.forEach([&](const Site &site) { count(store.tables(), site.id, +1); });
    gatherLinks();
    connect(&store, &FleetStore::changed, this, &RegionsModel::apply);
    connect(&store, &FleetStore::ticked, this, &RegionsModel::gatherLinks);
}

void RegionsModel::apply(const FleetChange &change)
{
    const FleetDelta &delta = change.delta;
    m_tally.apply(change);
    if (change.before->tables.sites.isEmpty() && !delta.sites.isEmpty()) { // the first data are shown whole
        for (const auto &site : delta.sites.upserted)
            count(change.after->tables, site->id, +1);
        gatherLinks();
        tellAll();
        return;
    }
    if (isCountedOtherwise(change)) {
        countAnew(change);
        return;
    }
    QSet<EntityId> sites;
    QList<EntityId> turned; // into sites that are there or not, by which others count or not
    for (const auto &site : delta.sites.upserted) {
        sites.insert(site->id);
        if (!change.before->tables.sites.contains(site->id))
            turned.append(site->id);
    }
    for (const auto &verdict : delta.verdicts.upserted)
        sites.insert(verdict->id);
    for (const EntityId &id : delta.sites.removed) {
        sites.insert(id);
        turned.append(id);
    }
    for (const EntityId &id : delta.verdicts.removed)
        sites.insert(id);
    if (sites.isEmpty())
        return;
    if (!turned.isEmpty())
        sites.unite(likes(change.after->tables, turned));
    for (const EntityId &id : std::as_const(sites)) {
        count(change.before->tables, id, -1);
        count(change.after->tables, id, +1);
    }
    removeEmpty();
    tellAll();
}

/// Rows stay where they are.
void RegionsModel::countAnew(const FleetChange &change)
{
    change.before->tables.sites.forEach([&](const Site &site) { count(change.before->tables, site.id, -1); });
    change.after->tables.sites.forEach([&](const Site &site) { count(change.after->tables, site.id, +1); });
    removeEmpty();
    tellAll();
}

void RegionsModel::tellAll()
{
    if (!m_items.empty())
        Q_EMIT dataChanged(index(0, Sites), index(int(m_items.size()) - 1, ColumnCount - 1));
    Q_EMIT totalsChanged();
}

void RegionsModel::count(const FleetTables &tables, const EntityId &id, int by)
{
    const Site *site = tables.sites.find(id);
    if (!site)
        return;
    Item &item = itemFor(site->region);
    // What was left out is left out of what is taken away, whatever the tables say of it by now.
    if (by > 0 ? !isCounted(tables, *site) : m_seenTwice.contains(id)) {
        item.seenTwice += by;
        by > 0 ? void(m_seenTwice.insert(id)) : void(m_seenTwice.remove(id));
        return;
    }
    const SiteStatus status = siteStatus(tables, id);
    item.counts.add(status, by);
    item.capacity.add(*site, by);
    m_totals.add(status, by);
    m_capacity.add(*site, by);
}

RegionsModel::Item &RegionsModel::itemFor(const QString &region)
{
    for (Item &item : m_items) { // a handful; and being equal is asked more cheaply than being less
        if (item.name == region)
            return item;
    }
    const auto at = std::lower_bound(m_items.begin(), m_items.end(), region, [](const Item &item, const QString &name) {
        return comesBefore(item.name, name);
    });
    const int row = int(at - m_items.begin());
    beginInsertRows({}, row, row);
    m_items.insert(at, Item{region, 0, {}, {}, {}});
    endInsertRows();
    return m_items[size_t(row)];
}

void RegionsModel::removeEmpty()
{
    for (int row = int(m_items.size()) - 1; row >= 0; --row) {
        if (m_items[size_t(row)].capacity.sites() > 0 || m_items[size_t(row)].seenTwice > 0)
            continue;
        beginRemoveRows({}, row, row);
        m_items.erase(m_items.begin() + row);
        endRemoveRows();
    }
}

void RegionsModel::gatherLinks()
{
    if (!m_tally.isChanged())
        return;
    const FleetLinkFigures &figures = m_tally.figures(m_store.tables());
    for (size_t row = 0; row < m_items.size(); ++row) {
        const LinkFigures now = figures.byRegion.value(m_items[row].name);
        if (now == m_items[row].links)
            continue;
        m_items[row].links = now;
        Q_EMIT dataChanged(index(int(row), Median), index(int(row), LinksOverLimit));
    }
    if (figures.all == m_links)
        return;
    m_links = figures.all;
    Q_EMIT totalsChanged();
}

void RegionsModel::tellStates()
{
    if (!m_items.empty())
        Q_EMIT dataChanged(index(0, States), index(int(m_items.size()) - 1, States));
}

void RegionsModel::setChanges(const QHash<QString, RegionChange> &changes)
{
    m_changes = changes;
    if (!m_items.empty())
        Q_EMIT dataChanged(index(0, Change), index(int(m_items.size()) - 1, Change));
}

int RegionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

int RegionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

} // namespace graticule
