// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/prometheus/prometheusnodes.h"
#include "backend/connectors/prometheus/prometheusprobes.h"
#include "backend/connectors/prometheus/prometheustarget.h"
#include "backend/domain/connectionconfig.h"
#include "backend/domain/fleetsnapshot.h"

#include <map>

namespace graticule {

/// What the targets and probes of one server come to at one moment, as entities. Used once: targets, then services,
/// links, and what all that says of the sites. Pure.
class PrometheusFacts
{
public:
    /// Both outlive it.
    PrometheusFacts(const ConnectionConfig &config, const EntityId &feed)
        : m_config(config)
        , m_feed(feed)
    {
    }

    /// The site of @p target; if it is a node, that too. @p machine: what is known of it; null: nothing.
    void add(const QString &key, const PrometheusTarget &target, const PrometheusNode *machine);
    /// From where @p target is probed, once the sites of all are there.
    void addVantage(const PrometheusTarget &target);
    /// Those that are services, by job and site. @p toldBefore: as they were, for since when they are so.
    void addServices(const std::map<QString, PrometheusTarget> &targets, const Table<Placement> &toldBefore,
                     Instant now);
    /// Those between sites that are told of.
    void addLinks(const std::vector<Link> &links);
    void judgeSites(const QHash<EntityId, PrometheusProbes::Count> &probes, const EntityId &home);

    /// What differs from @p told, which is as this afterwards.
    FleetDelta tellTo(FleetTables &told) const;

private:
    struct Tally
    {
        int all = 0;
        int up = 0;
        int down = 0;
    };
    Site &at(const Site &site) { return m_sites.try_emplace(site.id, site).first->second; }
    void addNode(const QString &key, const PrometheusTarget &target, const PrometheusNode *machine, Site &site);

    const ConnectionConfig &m_config;
    const EntityId &m_feed;
    std::map<EntityId, Site> m_sites;
    std::map<EntityId, Node> m_nodes;
    std::map<EntityId, Service> m_services;
    std::map<EntityId, Placement> m_placements;
    std::map<EntityId, Link> m_links;
    QHash<EntityId, Tally> m_targets; ///< by site
};

} // namespace graticule
