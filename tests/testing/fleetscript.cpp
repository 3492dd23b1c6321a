// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/fleetscript.h"

#include <QRegularExpression>

namespace graticule::testing {

namespace {

template<class E> E named(const QString &word, std::initializer_list<std::pair<const char *, E>> names)
{
    for (const auto &[name, value] : names) {
        if (word == QLatin1String(name))
            return value;
    }
    if (!word.isEmpty() && word != QLatin1String("unknown"))
        qFatal("fleet script: \"%s\" is not known here", qPrintable(word));
    return E();
}

Condition conditionOf(const QString &word)
{
    return named<Condition>(word, {{"up", Condition::Up},
                                   {"degraded", Condition::Degraded},
                                   {"down", Condition::Down},
                                   {"maintenance", Condition::Maintenance}});
}

Role roleOf(const QString &word)
{
    return named<Role>(word, {{"active", Role::Active},
                              {"primary", Role::Primary},
                              {"standby", Role::Standby},
                              {"cache", Role::Cache},
                              {"backup", Role::Backup}});
}

Origin originOf(const QString &word)
{
    return word == QLatin1String("lab") ? Origin::Lab : Origin::Real;
}

Usage usageOf(const QString &text)
{
    const QStringList parts = text.split(QLatin1Char('/'));
    const bool isRequested = parts.value(2) == QLatin1String("requested");
    return parts.size() >= 2 ? Usage{parts[0].toDouble(), parts[1].toDouble(), isRequested} : Usage{};
}

EntityId feedId(const QString &connection)
{
    return EntityId(QStringLiteral("connection/%1/feed").arg(connection));
}

} // namespace

/// One line, taken apart: kind, name and key=value words; a word alone is a key without a value.
struct FleetScript::Line
{
    QString kind;
    QString name;
    QHash<QString, QString> values;

    explicit Line(const QString &text)
    {
        static const QRegularExpression word(QStringLiteral(R"re((?:([\w-]+)=)?(?:"([^"]*)"|(\S+)))re"));
        auto at = word.globalMatch(text);
        int index = 0;
        while (at.hasNext()) {
            const auto match = at.next();
            const QString key = match.captured(1);
            const QString value = match.hasCaptured(3) ? match.captured(3) : match.captured(2);
            if (index == 0)
                kind = value;
            else if (index == 1 && key.isEmpty())
                name = value;
            else if (key.isEmpty())
                values.insert(value, QString());
            else
                values.insert(key, value);
            ++index;
        }
    }

    bool has(const char *key) const { return values.contains(QLatin1String(key)); }
    QString text(const char *key, const char *fallback = "") const
    {
        return values.value(QLatin1String(key), QLatin1String(fallback));
    }
    double number(const char *key, double fallback) const { return has(key) ? text(key).toDouble() : fallback; }
    Instant time(const char *key, Instant fallback) const
    {
        if (!has(key))
            return fallback;
        static const QRegularExpression form(QStringLiteral("^([-+]?[\\d.]+)(s|min|h|d)$"));
        const auto match = form.match(text(key));
        if (!match.hasMatch())
            qFatal("fleet script: \"%s\" is no time like -12min", qPrintable(text(key)));
        const double unit = named<double>(match.captured(2), {{"s", 1e3}, {"min", 6e4}, {"h", 3.6e6}, {"d", 8.64e7}});
        return now() + Milliseconds(qint64(match.captured(1).toDouble() * unit));
    }
};

Instant FleetScript::now()
{
    return instantFromMs(1795338872000);
}

EntityId FleetScript::siteId(const QString &name)
{
    return EntityId(QStringLiteral("site/") + name);
}

EntityId FleetScript::connectionId(const QString &name)
{
    return EntityId(QStringLiteral("connection/") + name);
}

SnapshotPtr FleetScript::apply(const QString &lines)
{
    QString joined = lines;
    // A line that starts with a bar goes on with the one before.
    static const QRegularExpression continuation(QStringLiteral("\\n\\s+\\|"));
    joined.replace(continuation, QStringLiteral(" "));
    for (const QString &line : joined.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (const QString text = line.trimmed(); !text.isEmpty())
            read(Line(text));
    }
    auto snapshot = std::make_shared<FleetSnapshot>();
    snapshot->revision = {QStringLiteral("test"), 1, ++m_number};
    snapshot->at = now();
    snapshot->tables = m_tables;
    m_snapshot = std::move(snapshot);
    return m_snapshot;
}

void FleetScript::read(const Line &line)
{
    if (line.kind == QLatin1String("connection"))
        connection(line);
    else if (line.kind == QLatin1String("site"))
        site(line);
    else if (line.kind == QLatin1String("node"))
        node(line);
    else if (line.kind == QLatin1String("placement"))
        placement(line);
    else if (line.kind == QLatin1String("replica"))
        replica(line);
    else if (line.kind == QLatin1String("link"))
        link(line);
    else if (line.kind == QLatin1String("remove"))
        remove(line);
    else
        qFatal("fleet script: \"%s\" is no kind of entity", qPrintable(line.kind));
}

void FleetScript::connection(const Line &line)
{
    Connection c;
    c.id = connectionId(line.name);
    c.name = line.name;
    c.type = line.text("type", "docker");
    c.address = line.text("address");
    c.state = named<ConnectionState>(line.text("state", "live"), {{"never-asked", ConnectionState::NeverAsked},
                                                                  {"connecting", ConnectionState::Connecting},
                                                                  {"live", ConnectionState::Live},
                                                                  {"slow", ConnectionState::Slow},
                                                                  {"stale", ConnectionState::Stale},
                                                                  {"unreachable", ConnectionState::Unreachable},
                                                                  {"refused", ConnectionState::Refused},
                                                                  {"paused", ConnectionState::Paused}});
    c.since = line.time("since", now() - Milliseconds(3'600'000));
    c.lastSeen = line.time("seen", now() - Milliseconds(2000));
    c.retryAt = line.time("retry", kNever);
    c.certificateExpiry = line.time("expiry", kNever);
    c.latencyMs = line.number("latency", -1);
    c.requestsPerSecond = line.number("rate", -1);
    c.budgetRequests = line.number("budget", 0);
    c.version = line.text("version");
    c.origin = originOf(line.text("origin"));
    if (line.has("through"))
        c.through = connectionId(line.text("through"));
    if (line.has("counted-by"))
        c.countedBy = connectionId(line.text("counted-by"));
    if (line.has("warning"))
        c.warnings << line.text("warning");
    if (line.has("error")) {
        c.error.text = line.text("error");
        c.error.fault = named<Fault>(line.text("fault"), {{"ours", Fault::Ours},
                                                          {"endpoint", Fault::Endpoint},
                                                          {"network", Fault::Network},
                                                          {"not-allowed", Fault::NotAllowed}});
    }
    m_tables.feeds.insert(Feed{feedId(line.name), c.id, QStringLiteral("inventory"), c.since, c.lastSeen,
                               Milliseconds(qint64(line.number("limit", 30) * 1000)), c.lastSeen != kNever});
    m_tables.connections.insert(std::move(c));
}

void FleetScript::site(const Line &line)
{
    Site s;
    s.id = line.has("id") ? EntityId(line.text("id")) : siteId(line.name);
    s.name = line.name;
    s.region = line.text("region");
    s.provider = line.text("provider");
    s.kind = named<SiteKind>(line.text("kind"), {{"public-region", SiteKind::PublicRegion},
                                                 {"edge", SiteKind::Edge},
                                                 {"private", SiteKind::PrivateDataCentre}});
    s.place.city = line.text("city");
    s.place.country = line.text("country");
    s.place.source = line.text("source");
    s.place.mismatch = line.text("mismatch");
    if (line.has("at")) {
        const QStringList at = line.text("at").split(QLatin1Char(','));
        s.place.position = GeoPoint{at.value(0).toDouble(), at.value(1).toDouble()};
        s.place.evidence = line.has("inferred") ? Evidence::Inferred : Evidence::Declared;
    }
    for (const QString &via : line.text("via").split(QLatin1Char(','), Qt::SkipEmptyParts))
        s.feeds << feedId(via);
    s.cpu = usageOf(line.text("cpu"));
    s.memory = usageOf(line.text("memory"));
    s.storage = usageOf(line.text("storage"));
    s.origin = originOf(line.text("origin"));

    Verdict v;
    v.id = s.id;
    v.state = named<SiteState>(line.text("state", "healthy"), {{"healthy", SiteState::Healthy},
                                                               {"degraded", SiteState::Degraded},
                                                               {"down", SiteState::Down},
                                                               {"unreachable", SiteState::Unreachable},
                                                               {"maintenance", SiteState::Maintenance}});
    v.stale = line.has("stale");
    v.since = line.time("since", now() - Milliseconds(3'600'000));
    if (line.has("reason"))
        v.reasons << Reason{line.text("code", "test"), line.text("reason")};
    m_tables.verdicts.insert(std::move(v));
    m_tables.sites.insert(std::move(s));
}

void FleetScript::node(const Line &line)
{
    Node n;
    n.id = EntityId(line.has("id") ? line.text("id") : QStringLiteral("node/") + line.name);
    n.site = siteId(line.name.section(QLatin1Char('/'), 0, 0));
    n.name = line.name.section(QLatin1Char('/'), 1);
    n.feed = feedOf(n.site);
    n.condition = conditionOf(line.text("condition", "up"));
    n.conditionText = line.text("text");
    n.platform = line.text("platform");
    n.cpu = usageOf(line.text("cpu"));
    n.memory = usageOf(line.text("memory"));
    n.bootedAt = line.time("boot", kNever);
    m_tables.nodes.insert(std::move(n));
}

EntityId FleetScript::feedOf(const EntityId &site) const
{
    const Site *known = m_tables.sites.find(site);
    return known ? known->feeds.value(0) : EntityId();
}

void FleetScript::placement(const Line &line)
{
    const QString service = line.name.section(QLatin1Char('@'), 0, 0);
    Service s;
    s.id = EntityId(QStringLiteral("service/") + service);
    s.name = service;
    s.tier = int(line.number("tier", 0));
    Placement p;
    p.id = EntityId(line.has("id") ? line.text("id") : line.name);
    p.service = s.id;
    p.site = siteId(line.name.section(QLatin1Char('@'), 1));
    p.feed = feedOf(p.site);
    p.role = roleOf(line.text("role", "active"));
    const QStringList ready = line.text("ready").split(QLatin1Char('/'));
    if (ready.size() == 2) {
        p.ready = ready[0].toInt();
        p.desired = ready[1].toInt();
    }
    p.health = named<Health>(line.text("health", "healthy"), {{"healthy", Health::Healthy},
                                                              {"starting", Health::Starting},
                                                              {"unhealthy", Health::Unhealthy},
                                                              {"restarting", Health::Restarting},
                                                              {"stopped", Health::Stopped},
                                                              {"failed", Health::Failed}});
    p.healthText = line.text("text");
    p.image = line.text("image");
    m_tables.services.insert(std::move(s));
    m_tables.placements.insert(std::move(p));
}

void FleetScript::replica(const Line &line)
{
    const QString asset = line.name.section(QLatin1Char('@'), 0, 0);
    Asset a;
    a.id = EntityId(QStringLiteral("asset/") + asset);
    a.name = asset;
    a.classification = line.text("class");
    Replica r;
    r.id = EntityId(QStringLiteral("replica/") + line.name);
    r.asset = a.id;
    r.site = siteId(line.name.section(QLatin1Char('@'), 1));
    r.feed = feedOf(r.site);
    r.role = roleOf(line.text("role", "primary"));
    r.state = named<ReplicaState>(
        line.text("state", "in-sync"),
        {{"in-sync", ReplicaState::InSync}, {"lagging", ReplicaState::Lagging}, {"broken", ReplicaState::Broken}});
    r.lagMs = line.number("lag", -1);
    r.bytes = qint64(line.number("bytes", -1));
    r.stateText = line.text("text");
    m_tables.assets.insert(std::move(a));
    m_tables.replicas.insert(std::move(r));
}

void FleetScript::link(const Line &line)
{
    Link l;
    l.id = EntityId(QStringLiteral("link/") + line.name);
    l.from = siteId(line.name.section(QStringLiteral("->"), 0, 0));
    l.to = siteId(line.name.section(QStringLiteral("->"), 1));
    l.rttMs = line.number("rtt", -1);
    l.loss = line.number("loss", -1);
    l.limitMs = line.number("limit", 0);
    l.condition = conditionOf(line.text("condition", "up"));
    l.probe = named<ProbeKind>(line.text("probe"), {{"reported", ProbeKind::Reported},
                                                    {"tcp", ProbeKind::TcpConnect},
                                                    {"tls", ProbeKind::TlsHandshake},
                                                    {"http", ProbeKind::Http},
                                                    {"grpc", ProbeKind::Grpc},
                                                    {"mesh", ProbeKind::Mesh}});
    m_tables.links.insert(std::move(l));
}

void FleetScript::remove(const Line &line)
{
    const QString name = line.values.keys().value(0);
    if (line.name == QLatin1String("site")) {
        const EntityId site = line.has("id") ? EntityId(line.text("id")) : siteId(name);
        m_tables.sites.remove(site);
        m_tables.verdicts.remove(site);
    } else if (line.name == QLatin1String("connection")) {
        m_tables.connections.remove(connectionId(name));
        m_tables.feeds.remove(feedId(name));
    } else if (line.name == QLatin1String("link")) {
        m_tables.links.remove(EntityId(QStringLiteral("link/") + name));
    } else if (line.name == QLatin1String("service")) {
        m_tables.services.remove(EntityId(QStringLiteral("service/") + name));
    } else if (line.name == QLatin1String("placement")) {
        m_tables.placements.remove(EntityId(name));
    } else if (line.name == QLatin1String("node")) {
        m_tables.nodes.remove(EntityId(QStringLiteral("node/") + name));
    } else {
        qFatal("fleet script: cannot remove \"%s\"", qPrintable(line.name));
    }
}

} // namespace graticule::testing
