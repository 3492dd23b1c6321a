// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/fleet.h"

#include "backend/fleet/merge.h"

#include <algorithm>

namespace graticule {

Fleet::Fleet(QString keeper, quint64 epoch)
    : m_keeper(std::move(keeper))
    , m_epoch(epoch)
{
}

template<class T> QList<EntityId> Fleet::sourcesOf(Table<T> FleetTables::*kind, const EntityId &id) const
{
    QList<EntityId> result;
    for (const auto &[source, tables] : m_sources) {
        if ((tables.*kind).contains(id))
            result.append(source);
    }
    return result;
}

/// The labels of what is out of sight stay, but not those that another keeper told of: what it reads may be told of by
/// another way now, and its copy be old.
std::shared_ptr<const Service> Fleet::mergedService(const QList<EntityId> &sources, const EntityId &id) const
{
    std::vector<SaidService> said;
    for (const bool outOfSight : {false, true}) {
        for (const EntityId &source : sources) {
            const FleetTables &tables = m_sources.at(source);
            const bool isOldCopy = outOfSight && !said.empty() && !tables.connections.isEmpty();
            if (m_outOfSight.contains(source) != outOfSight || isOldCopy)
                continue;
            const Connection *connection = m_merged.connections.find(source);
            said.push_back({tables.services.item(id), connection ? connection->name : source.toString()});
        }
    }
    return mergeServices(said);
}

/// What one comes to that does not count is left out where the one that counts instead tells of it.
std::shared_ptr<const Site> Fleet::mergedSite(const QList<EntityId> &sources, const EntityId &id) const
{
    std::vector<std::shared_ptr<const Site>> said;
    for (const bool outOfSight : {false, true}) {
        for (const EntityId &source : sources) {
            if (m_outOfSight.contains(source) == outOfSight)
                said.push_back(m_sources.at(source).sites.item(id));
        }
    }
    for (const EntityId &source : sources) {
        const EntityId by = m_countedBy.value(source);
        if (by.isEmpty() || !sources.contains(by))
            continue;
        const Site &counted = *m_sources.at(by).sites.find(id);
        const auto own = m_sources.at(source).sites.item(id);
        Site uncounted = *own;
        for (Usage Site::*usage : {&Site::cpu, &Site::memory, &Site::storage}) {
            if ((counted.*usage).total > 0)
                uncounted.*usage = {};
        }
        std::replace(said.begin(), said.end(), own, std::make_shared<const Site>(std::move(uncounted)));
    }
    return merge(said);
}

template<class T> void Fleet::remerge(const QList<EntityId> &sources, Table<T> FleetTables::*kind, const EntityId &id)
{
    std::shared_ptr<const T> merged;
    if constexpr (std::is_same_v<T, Service>) {
        merged = mergedService(sources, id);
    } else if constexpr (std::is_same_v<T, Site>) {
        merged = mergedSite(sources, id);
    } else {
        std::vector<std::shared_ptr<const T>> said;
        for (const bool outOfSight : {false, true}) {
            for (const EntityId &source : sources) {
                if (m_outOfSight.contains(source) == outOfSight)
                    said.push_back((m_sources[source].*kind).item(id));
            }
        }
        merged = merge(said);
    }
    const T *before = (m_merged.*kind).find(id);
    if (before && *before == *merged)
        return;
    (m_merged.*kind).insert(merged);
    ++m_changes;
}

template<class T>
void Fleet::upsert(const EntityId &source, Table<T> FleetTables::*kind, const std::shared_ptr<const T> &item)
{
    Table<T> &own = m_sources[source].*kind;
    const T *before = own.find(item->id);
    if (before && *before == *item)
        return;
    const bool isNewHere = before == nullptr;
    bool isRenamed = false;
    if constexpr (std::is_same_v<T, Connection>)
        isRenamed = m_sources.contains(item->id) && (isNewHere || before->name != item->name);
    own.insert(item);
    auto &entities = shared<T>();
    const bool isShared = entities.contains(item->id);
    if (isShared || (isNewHere && (m_merged.*kind).contains(item->id))) {
        if (isNewHere || !isShared)
            entities.insert(item->id, sourcesOf(kind, item->id));
        remerge(entities.value(item->id), kind, item->id);
    } else {
        (m_merged.*kind).insert(item);
        ++m_changes;
    }
    if (isRenamed) // labels that it says otherwise name it
        remergeAllOf(item->id, &FleetTables::services);
}

template<class T> void Fleet::remove(const EntityId &source, Table<T> FleetTables::*kind, const EntityId &id)
{
    if (!(m_sources[source].*kind).remove(id))
        return;
    auto &entities = shared<T>();
    const auto shared = entities.find(id);
    if (shared == entities.end()) {
        (m_merged.*kind).remove(id);
        ++m_changes;
        return;
    }
    shared->removeOne(source);
    const QList<EntityId> left = *shared;
    if (left.size() < 2)
        entities.erase(shared);
    remerge(left, kind, id);
}

void Fleet::apply(const EntityId &source, const FleetDelta &delta)
{
    const auto fold = [&](const auto &changes, auto kind) {
        for (const auto &item : changes.upserted)
            upsert(source, kind, item);
        for (const EntityId &id : changes.removed)
            remove(source, kind, id);
    };
    fold(delta.connections, &FleetTables::connections);
    fold(delta.feeds, &FleetTables::feeds);
    fold(delta.sites, &FleetTables::sites);
    fold(delta.nodes, &FleetTables::nodes);
    fold(delta.services, &FleetTables::services);
    fold(delta.placements, &FleetTables::placements);
    fold(delta.assets, &FleetTables::assets);
    fold(delta.replicas, &FleetTables::replicas);
    fold(delta.links, &FleetTables::links);
    fold(delta.verdicts, &FleetTables::verdicts);
}

void Fleet::list(const EntityId &source, const FleetDelta &all)
{
    if (!m_sources.contains(source)) {
        apply(source, all); // nothing can have gone
        return;
    }
    FleetTables fresh;
    fresh.apply(all);
    FleetDelta delta = all;
    forEachKind(
        [](auto &changes, const auto &before, const auto &after) {
            changes.removed.clear();
            before.forEach([&](const auto &item) {
                if (!after.contains(item.id))
                    changes.removed.push_back(item.id);
            });
        },
        delta, m_sources[source], fresh);
    apply(source, delta);
}

void Fleet::retire(const EntityId &source)
{
    list(source, {});
    m_sources.erase(source);
    m_outOfSight.remove(source);
    m_countedBy.remove(source);
}

void Fleet::setCounted(const EntityId &source, const EntityId &by)
{
    if (m_countedBy.value(source) == by)
        return;
    if (by.isEmpty())
        m_countedBy.remove(source);
    else
        m_countedBy.insert(source, by);
    remergeAllOf(source, &FleetTables::sites);
}

void Fleet::setInSight(const EntityId &source, bool isInSight)
{
    if (m_outOfSight.contains(source) != isInSight)
        return;
    if (isInSight)
        m_outOfSight.remove(source);
    else
        m_outOfSight.insert(source);
    remergeAllOf(source, &FleetTables::connections);
    remergeAllOf(source, &FleetTables::feeds);
    remergeAllOf(source, &FleetTables::sites);
    remergeAllOf(source, &FleetTables::nodes);
    remergeAllOf(source, &FleetTables::services);
    remergeAllOf(source, &FleetTables::placements);
    remergeAllOf(source, &FleetTables::assets);
    remergeAllOf(source, &FleetTables::replicas);
    remergeAllOf(source, &FleetTables::links);
    remergeAllOf(source, &FleetTables::verdicts);
}

template<class T> void Fleet::remergeAllOf(const EntityId &source, Table<T> FleetTables::*kind)
{
    const auto &entities = shared<T>();
    for (auto it = entities.cbegin(); it != entities.cend(); ++it) {
        if (it->contains(source))
            remerge(*it, kind, it.key());
    }
}

const FleetTables *Fleet::said(const EntityId &source) const
{
    const auto found = m_sources.find(source);
    return found == m_sources.end() ? nullptr : &found->second;
}

QList<EntityId> Fleet::sourcesOf(const EntityId &id) const
{
    QList<EntityId> result;
    for (const auto &[source, tables] : m_sources) {
        bool tells = false;
        forEachKind([&](const auto &table) { tells |= table.contains(id); }, tables);
        if (tells)
            result.append(source);
    }
    return result;
}

SnapshotPtr Fleet::publish(Instant at)
{
    if (hasChanges()) {
        m_latest =
            std::make_shared<const FleetSnapshot>(FleetSnapshot{Revision{m_keeper, m_epoch, ++m_number}, at, m_merged});
        m_changes = 0;
    }
    return m_latest;
}

} // namespace graticule
