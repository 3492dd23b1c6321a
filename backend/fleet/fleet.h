// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"

#include <QHash>
#include <QSet>

#include <map>
#include <typeindex>

namespace graticule {

/// Folds what all sources say into one fleet, and publishes snapshots of it. A source is a connection (or the keeper
/// itself: supervisor, engines). Used in one thread; only the snapshots leave it.
///
/// Each source's own facts are kept apart (sharing the values), so a listing replaces exactly what its source said
/// before, and an entity that several sources tell of (a declared site, a service over many sites) stays until the last
/// of them drops it. An unchanged observation seen again changes nothing.
class Fleet
{
public:
    /// @p keeper and @p epoch go into every revision.
    Fleet(QString keeper, quint64 epoch);

    /// Everything that @p source has: what it said before and now lacks is gone.
    void list(const EntityId &source, const FleetDelta &all);
    /// Changes to what @p source said.
    void apply(const EntityId &source, const FleetDelta &delta);
    /// The source says nothing any more: all that only it said is gone.
    void retire(const EntityId &source);
    /// Whether what @p source says is seen now; it is until told otherwise. Where several sources tell of one entity,
    /// those in sight come first: two ways may lead to one keeper, and the dead one's copy is as it was when it died.
    void setInSight(const EntityId &source, bool isInSight);
    /// @p source tells of the same machines as @p by (empty: nobody): what a site comes to is taken from that one where
    /// both tell of it.
    void setCounted(const EntityId &source, const EntityId &by);

    /// What @p source itself says, or null when it says nothing. Valid until the fleet is changed.
    const FleetTables *said(const EntityId &source) const;
    /// The sources that tell of the entity @p id, of whatever kind, in the order of their ids.
    QList<EntityId> sourcesOf(const EntityId &id) const;

    /// The merged facts as of now, published or not.
    const FleetTables &tables() const { return m_merged; }
    /// Something changed since the last publish().
    bool hasChanges() const { return m_changes > 0 || !m_latest; }
    /// How often an item changed since then; one that changed twice counts twice.
    size_t changes() const { return m_changes; }
    /// A numbered snapshot of now. Without changes the last one is returned again.
    SnapshotPtr publish(Instant at);
    SnapshotPtr latest() const { return m_latest; }

private:
    template<class T>
    void upsert(const EntityId &source, Table<T> FleetTables::*kind, const std::shared_ptr<const T> &item);
    template<class T> void remove(const EntityId &source, Table<T> FleetTables::*kind, const EntityId &id);
    /// Of those of @p sources that count; never empty.
    std::shared_ptr<const Service> mergedService(const QList<EntityId> &sources, const EntityId &id) const;
    template<class T> void remerge(const QList<EntityId> &sources, Table<T> FleetTables::*kind, const EntityId &id);
    std::shared_ptr<const Site> mergedSite(const QList<EntityId> &sources, const EntityId &id) const;
    template<class T> void remergeAllOf(const EntityId &source, Table<T> FleetTables::*kind);
    template<class T> QList<EntityId> sourcesOf(Table<T> FleetTables::*kind, const EntityId &id) const;
    template<class T> QHash<EntityId, QList<EntityId>> &shared() { return m_shared[typeid(T)]; }

    QString m_keeper;
    quint64 m_epoch;
    quint64 m_number = 0;
    size_t m_changes = 0;
    std::map<EntityId, FleetTables> m_sources;
    QSet<EntityId> m_outOfSight;
    QHash<EntityId, EntityId> m_countedBy; ///< the source that counts instead
    /// Entities told of by more than one source, with those sources. By kind: a verdict has its site's id, and what an
    /// endpoint calls its entities is up to it.
    std::map<std::type_index, QHash<EntityId, QList<EntityId>>> m_shared;
    FleetTables m_merged;
    SnapshotPtr m_latest;
};

} // namespace graticule
