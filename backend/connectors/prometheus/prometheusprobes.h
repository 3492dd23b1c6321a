// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/prometheus/prometheussites.h"
#include "backend/connectors/prometheus/prometheusvalues.h"
#include "backend/domain/link.h"
#include "backend/telemetry/sample.h"

#include <QHash>

#include <deque>
#include <map>

namespace graticule {

/// Probes of blackbox exporters as links from vantage to target. One pair of sites is one link, however many probes go
/// there: its round trips are those of the best kind among them (ICMP; else how long HTTP took to connect; else the
/// whole probe), and so is its loss. They are those of one target: of the best kind, one that is answered, the first by
/// the key of its series; it stays that one as long as it is answered, or none is, and is of the best kind. So no
/// series mixes targets; what the others find is told of the site. Down: none of them was answered within the last half
/// minute, nor at the last two tries. Pure.
class PrometheusProbes
{
public:
    /// How many probes go to a site, and how many are answered.
    struct Count
    {
        int all = 0;
        int answered = 0;
        QStringList silent; ///< instances
    };

    /// @p feed: of the connection.
    PrometheusProbes(EntityId connection, Origin origin, EntityId feed);

    /// Takes an answer to probesQuery(), evaluated at @p at; times are moved by @p offset (their clock minus ours).
    /// What was taken before is not taken again. Gives "rtt.ms" of each probe that was answered, "loss" (0 or 1) of
    /// each, and "probe.ms" where the whole took longer than the round trip.
    QList<Sample> take(const PrometheusAnswer &answer, Instant at, Milliseconds offset, PrometheusSites &sites);
    /// It is @p at at the server: what is too old by now is forgotten, also while no answer can be had. A clock that
    /// was set back makes all that was taken before say nothing of now.
    void passTo(Instant at);
    /// Nobody tells of it any more: what was taken of it says nothing of now.
    void forget(const QString &key);

    std::vector<Link> links() const;
    QHash<EntityId, Count> counts() const; ///< by target's site

private:
    enum Kind { Icmp, HttpConnect, Whole };
    struct Outcome
    {
        Instant at;
        bool answered = false;
        double rttMs = -1;
        double wholeMs = -1;
    };
    struct Probe
    {
        QString instance;
        Kind kind = Whole;
        EntityId link;
        EntityId from;
        EntityId to;
        std::deque<Outcome> outcomes; ///< of the window, oldest first; none: nothing is known of it now
        Instant taken = kNever;       ///< the newest that was
        bool isAlive() const;
    };
    struct Pair
    {
        std::vector<const Probe *> probes;
        const Probe *chosen = nullptr; ///< whose figures are the link's
        EntityId from;
        EntityId to;
        bool isAlive = false; ///< any of the probes is answered
    };
    std::map<EntityId, Pair> pairs() const;

    const EntityId m_connection;
    const Origin m_origin;
    const EntityId m_feed;
    std::map<QString, Probe> m_probes;          // by key
    mutable QHash<EntityId, double> m_toldRtts; // by link: as it was last told, to move in steps
    mutable QHash<EntityId, QString> m_chosen;  // by link: key of the probe whose figures are its
};

} // namespace graticule
