// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/peers/kubernetes/rigkeeper.h"

#include "backend/connectors/kubernetes/kubeconnector.h"

namespace graticule::testing {

RigKeeper::RigKeeper(const std::vector<ConnectionConfig> &connections)
    : m_sites(DefaultSiteResolver::builtIn())
{
    m_types.add(kubernetesConnectorType({}));
    KeeperOptions options;
    options.id = QStringLiteral("rig-keeper");
    options.name = QStringLiteral("rig");
    options.mode = QStringLiteral("private");
    options.epoch = 1;
    options.builtIn = connections;
    m_keeper = std::make_unique<Keeper>(options, Keeper::Parts{m_clock, m_types, *m_sites, m_secrets});
    m_keeper->start();
}

ConnectionConfig RigKeeper::connection(const QString &name, const QString &address,
                                       const QMap<QString, QString> &options)
{
    ConnectionConfig config;
    config.id = EntityId(name.toUtf8());
    config.name = name;
    config.type = QStringLiteral("kubernetes");
    config.address = address;
    config.options = options;
    config.origin = Origin::Real;
    config.probeSeconds = 0; // its requests are counted
    return config;
}

const FleetTables &RigKeeper::tables()
{
    static const FleetTables none;
    const SnapshotPtr latest = m_keeper->hub().latest();
    return latest ? latest->tables : none;
}

QString RigKeeper::state(const QString &name)
{
    static const char *const words[] = {"unknown", "never asked", "connecting", "live",  "slow",
                                        "stale",   "unreachable", "refused",    "paused"};
    const Connection *connection = tables().connections.find(EntityId(name.toUtf8()));
    if (!connection)
        return QStringLiteral("none");
    if (connection->state == ConnectionState::Slow) // so may be the machine of the test
        return QStringLiteral("live");
    const QString word = QLatin1String(words[int(connection->state)]);
    return connection->error.text.isEmpty() ? word : word + QStringLiteral(": ") + connection->error.text;
}

Instant RigKeeper::watchedSince(const QString &name)
{
    const Feed *feed = tables().feeds.find(EntityId::of(EntityId(name.toUtf8()), "feed", QStringLiteral("inventory")));
    return feed ? feed->since : kNever;
}

QStringList RigKeeper::nodes()
{
    QStringList lines;
    tables().nodes.forEach([&](const Node &node) {
        const bool isReady = node.condition != Condition::Unknown && node.condition != Condition::Down;
        lines.append(node.name + (node.condition == Condition::Unknown ? QStringLiteral(" lost")
                                  : isReady                            ? QStringLiteral(" ready")
                                                                       : QStringLiteral(" not ready")));
    });
    lines.sort();
    return lines;
}

bool RigKeeper::areAllSitesStale()
{
    bool all = true;
    tables().sites.forEach([&](const Site &site) {
        const Verdict *verdict = tables().verdicts.find(site.id);
        all = all && verdict && (verdict->stale || verdict->state == SiteState::Unreachable);
    });
    return all;
}

} // namespace graticule::testing
