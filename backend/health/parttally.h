// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entities.h"

#include <set>
#include <vector>

namespace graticule {

/// What stands at a site, as far as a verdict asks for it: of each feed how much there is and whether any of it works,
/// and by id what is not well. So a site of thousands of parts is judged by those that ail. A value.
class PartTally
{
public:
    /// What one feed tells of the site.
    struct OfFeed
    {
        EntityId feed;
        int parts = 0; ///< of all kinds
        int nodes = 0;
        int working = 0; ///< parts
        int off = 0;     ///< placements that are to run nowhere here, and do not
    };

    /// A part is another one now; @p was null: it is new here, @p is null: it is here no more.
    void take(const Node *was, const Node *is);
    void take(const Placement *was, const Placement *is);
    void take(const Replica *was, const Replica *is);

    bool isEmpty() const { return m_feeds.empty(); }
    const std::vector<OfFeed> &feeds() const { return m_feeds; }
    /// Down, degraded or under maintenance.
    const std::set<EntityId> &illNodes() const { return m_nodes; }
    /// With fewer instances ready than wanted, and unhealthy, restarting or failed.
    const std::set<EntityId> &illPlacements() const { return m_placements; }
    /// Lagging or broken.
    const std::set<EntityId> &illReplicas() const { return m_replicas; }

private:
    template<class T> void take(const T *was, const T *is, std::set<EntityId> &ill);
    template<class T> void count(const T &part, int by);

    std::vector<OfFeed> m_feeds; // few
    std::set<EntityId> m_nodes;  // thousands, when a region is lost
    std::set<EntityId> m_placements;
    std::set<EntityId> m_replicas;
};

} // namespace graticule
