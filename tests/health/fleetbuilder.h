// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"

namespace graticule::testing {

inline EntityId id(const QString &text)
{
    return EntityId(text);
}

inline constexpr Instant kNoon = Instant(Milliseconds(1'700'000'000'000));

inline Instant at(int seconds)
{
    return kNoon + std::chrono::seconds(seconds);
}

/// A few sites behind connections, written briefly: feed "f-NAME" belongs to connection "NAME" and is good for 30 s.
struct FleetBuilder
{
    FleetTables tables;

    FleetBuilder &connection(const QString &name, ConnectionState state = ConnectionState::Live,
                             const QString &error = {}, Fault fault = Fault::Network,
                             ErrorKind kind = ErrorKind::Unknown)
    {
        Connection value;
        value.id = id(name);
        value.name = name;
        value.state = state;
        value.error = {kind, fault, error, Milliseconds(0)};
        tables.connections.insert(value);
        return *this;
    }
    /// Makes @p name one that is told of through @p keeper.
    FleetBuilder &behind(const QString &name, const QString &keeper)
    {
        Connection value = *tables.connections.find(id(name));
        value.through = id(keeper);
        tables.connections.insert(value);
        return *this;
    }
    /// A connection over a network, to the host of its name.
    FleetBuilder &remote(const QString &name, ConnectionState state = ConnectionState::Live, Instant since = kNoon)
    {
        const bool isLost = state == ConnectionState::Unreachable;
        connection(name, state, isLost ? QStringLiteral("no route") : QString());
        Connection value = *tables.connections.find(id(name));
        value.address = QStringLiteral("https://%1.example:6443").arg(name);
        value.since = since;
        tables.connections.insert(value);
        return *this;
    }
    FleetBuilder &feed(const QString &connection, Instant observedAt = kNoon, bool complete = true)
    {
        Feed value;
        value.id = id(QStringLiteral("f-") + connection);
        value.connection = id(connection);
        value.observedAt = observedAt;
        value.complete = complete;
        tables.feeds.insert(value);
        return *this;
    }
    FleetBuilder &site(const QString &name, const QStringList &connections, Condition condition = Condition::Up,
                       const QString &why = {})
    {
        Site value;
        value.id = id(name);
        value.name = name;
        value.condition = condition;
        value.conditionText = why;
        for (const QString &c : connections)
            value.feeds.append(id(QStringLiteral("f-") + c));
        tables.sites.insert(value);
        return *this;
    }
    FleetBuilder &place(const QString &site, double latitude, double longitude, Evidence evidence = Evidence::Declared)
    {
        Site value = *tables.sites.find(id(site));
        value.place.position = GeoPoint{latitude, longitude};
        value.place.evidence = evidence;
        tables.sites.insert(value);
        return *this;
    }
    /// Measured by the keeper that @p connection leads to; by our own when it is empty. "from>to" and the kind name it.
    /// @p refuses: the host answers that nothing listens there.
    FleetBuilder &probe(const QString &from, const QString &to, bool answers, ProbeKind kind = ProbeKind::Grpc,
                        const QString &connection = QStringLiteral("K"), double rttMs = -1, bool refuses = false)
    {
        Link value;
        value.id = id(from + u'>' + to + u'/' + QString::number(int(kind)));
        value.from = id(from);
        value.to = id(to);
        value.probe = kind;
        value.feed = id(QStringLiteral("f-") + connection);
        value.rttMs = answers ? rttMs : -1;
        value.condition = refuses ? Condition::Degraded : answers ? Condition::Up : Condition::Down;
        tables.links.insert(value);
        return *this;
    }
    FleetBuilder &node(const QString &name, const QString &site, Condition condition, const QString &feed = {},
                       const QString &why = {})
    {
        Node value;
        value.id = id(name);
        value.name = name;
        value.site = id(site);
        value.feed = id(QStringLiteral("f-") + feed);
        value.condition = condition;
        value.conditionText = why;
        tables.nodes.insert(value);
        return *this;
    }
    FleetBuilder &service(const QString &name, int tier)
    {
        tables.services.insert(Service{id(name), name, tier, {}, Origin::Real});
        return *this;
    }
    FleetBuilder &placement(const QString &service, const QString &site, int ready, int desired, Health health,
                            const QString &why = {}, const QString &feed = {})
    {
        Placement value;
        value.id = id(service + u'@' + site);
        value.service = id(service);
        value.site = id(site);
        value.feed = id(QStringLiteral("f-") + feed);
        value.ready = ready;
        value.desired = desired;
        value.health = health;
        value.healthText = why;
        tables.placements.insert(value);
        return *this;
    }
    FleetBuilder &replica(const QString &asset, const QString &site, ReplicaState state, double lagMs)
    {
        tables.assets.insert(Asset{id(asset), asset, {}, {}, {}, Origin::Real});
        Replica value;
        value.id = id(asset + u'@' + site);
        value.asset = id(asset);
        value.site = id(site);
        value.state = state;
        value.lagMs = lagMs;
        tables.replicas.insert(value);
        return *this;
    }
    FleetBuilder &link(const QString &from, const QString &to, double rttMs, double limitMs,
                       Condition condition = Condition::Up)
    {
        Link value;
        value.id = id(from + u'>' + to);
        value.from = id(from);
        value.to = id(to);
        value.rttMs = rttMs;
        value.limitMs = limitMs;
        value.condition = condition;
        tables.links.insert(value);
        return *this;
    }
};

inline QString text(SiteState state)
{
    static const char *const names[] = {"unknown", "healthy", "degraded", "down", "unreachable", "maintenance"};
    return QLatin1String(names[int(state)]);
}

/// "fra1 degraded stale since 5 s: [node.down] 1 of 2 nodes down (n1); ..."
inline QString text(const Verdict &verdict)
{
    QString result = verdict.id.toString() + u' ' + text(verdict.state);
    if (verdict.stale)
        result += QStringLiteral(" stale");
    if (verdict.since != kNoon)
        result += QStringLiteral(" since %1 s").arg((verdict.since - kNoon).count() / 1000);
    QStringList reasons;
    for (const Reason &reason : verdict.reasons)
        reasons.append(u'[' + reason.code + QStringLiteral("] ") + reason.text);
    if (!reasons.isEmpty())
        result += QStringLiteral(": ") + reasons.join(QStringLiteral("; "));
    return result;
}

/// One line per verdict, sorted; "-fra1" for one that is gone.
inline QString text(const Changes<Verdict> &changes)
{
    QStringList lines;
    for (const auto &verdict : changes.upserted)
        lines.append(text(*verdict));
    for (const EntityId &gone : changes.removed)
        lines.append(u'-' + gone.toString());
    lines.sort();
    return lines.join(u'\n');
}

} // namespace graticule::testing
