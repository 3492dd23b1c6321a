// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entities.h"

#include <memory>
#include <vector>

namespace graticule {

/// Items of one kind that are new or different, and ids that are gone.
template<class T> struct Changes
{
    std::vector<std::shared_ptr<const T>> upserted;
    std::vector<EntityId> removed;

    void upsert(T value) { upserted.push_back(std::make_shared<const T>(std::move(value))); }
    bool isEmpty() const { return upserted.empty() && removed.empty(); }
};

/// What changed: the one form in which facts travel, from connectors to the fleet, from keeper to console, and out of
/// diff. Order inside does not matter; an id stands in at most one of `upserted` and `removed`.
struct FleetDelta
{
    Changes<Connection> connections;
    Changes<Feed> feeds;
    Changes<Site> sites;
    Changes<Node> nodes;
    Changes<Service> services;
    Changes<Placement> placements;
    Changes<Asset> assets;
    Changes<Replica> replicas;
    Changes<Link> links;
    Changes<Verdict> verdicts;

    bool isEmpty() const;
    /// Number of items named, of all kinds.
    size_t size() const;
};

/// Calls @p visit(member of a, member of b, ...) for each kind of entity, over structs that have one member of the same
/// name per kind (FleetDelta, FleetTables). The one list of kinds: a new kind is added here, and in those two structs.
template<class Visit, class... Structs> void forEachKind(Visit &&visit, Structs &&...structs)
{
    visit(structs.connections...);
    visit(structs.feeds...);
    visit(structs.sites...);
    visit(structs.nodes...);
    visit(structs.services...);
    visit(structs.placements...);
    visit(structs.assets...);
    visit(structs.replicas...);
    visit(structs.links...);
    visit(structs.verdicts...);
}

} // namespace graticule
