// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/prometheus/prometheusnodes.h"
#include "backend/connectors/prometheus/prometheusprobes.h"
#include "backend/connectors/prometheus/prometheussites.h"
#include "backend/connectors/prometheus/prometheustarget.h"
#include "backend/domain/fleetsnapshot.h"

#include <map>

namespace graticule {

/// What one server knows of, and what of it has been told: turns targets, probes and figures into entities and gives
/// out only what differs. What it remembers of what is gone is limited, whatever a server makes up. Targets of node
/// exporters are nodes, probed ones are links, the jobs of all others are services with one placement at each site.
/// Pure: no clock and no I/O of its own.
class PrometheusInventory
{
public:
    /// @p resolver outlives it.
    PrometheusInventory(const ConnectionConfig &config, const PrometheusSettings &settings,
                        const SiteResolver &resolver);

    /// The server's clock minus ours.
    void setClockOffset(Milliseconds offset) { m_offset = offset; }

    // Answers to the queries of prometheusqueries.h.
    void takeKinds(const PrometheusAnswer &answer);
    /// @p now is ours. Targets that are gone are known as silent for a while, as when who scrapes them has died.
    void takeTargets(const PrometheusAnswer &answer, Instant now);
    QList<Sample> takeProbes(const PrometheusAnswer &answer, Instant at);
    /// Gives "cpu.cores", "memory.bytes", "storage.bytes" and "load1" of nodes, the first two of sites, too.
    QList<Sample> takeNodes(const PrometheusAnswer &answer);

    bool hasProbes() const;
    bool hasNodes() const;
    qsizetype targets() const { return qsizetype(m_targets.size()); }
    /// Probes that nobody makes now: their exporter cannot be scraped.
    int idleProbes() const;
    /// Where the server stands, when that is among what is told; else empty.
    EntityId standsAt() const;

    /// Everything. @p now is our clock.
    FleetDelta all(Instant now);
    /// What differs from what was given out before.
    FleetDelta changes(Instant now);

private:
    bool isProbe(const PrometheusTarget &target) const;
    void forget(bool isPartial, const QSet<QString> &seen, Instant now);
    void forgetFigures();
    void forgetSites();
    void classify();

    const ConnectionConfig m_config;
    const EntityId m_feed;
    PrometheusSites m_sites;
    PrometheusProbes m_probes;
    Milliseconds m_offset{0};
    std::map<QString, PrometheusTarget> m_targets; // by key
    QSet<QString> m_probeKeys;
    QSet<QString> m_nodeKeys;
    QSet<QString> m_nodeJobs;
    std::map<QString, PrometheusNode> m_nodes; // by key
    Instant m_targetsAt = kNever;              // by our clock, as the next one
    Instant m_nodesAt = kNever;                // figures of m_nodes
    FleetTables m_told;
};

} // namespace graticule
