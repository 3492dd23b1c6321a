// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/singlechanges.h"

#include "backend/connectors/lab/labworld.h"
#include "backend/keeper/keeper.h"
#include "tests/bench/phases.h"
#include "tests/bench/producer.h"
#include "tests/keeper/keeperdesk.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <chrono>

namespace graticule::bench {

namespace {

class ChangingConnector : public Connector
{
public:
    ChangingConnector(ConnectorContext context, int sites)
        : m_context(std::move(context))
        , m_sites(sites)
    {
    }

    void start() override
    {
        m_context.clock.after(Milliseconds(0), this, [this] { list(); });
    }
    void stop() override {}
    void probe() override { Q_EMIT beat({}); }

private:
    void list()
    {
        LabWorld world({.seed = 7, .sites = m_sites, .wobbles = false}, m_context.clock.now());
        FleetDelta all = diff({}, world.tables(m_context.clock.now()));
        all.connections = {};
        all.feeds = {};
        for (auto &item : all.sites.upserted) {
            auto site = std::make_shared<Site>(*item);
            site->feeds = {EntityId::of(m_context.config.id, "feed", QStringLiteral("inventory"))};
            item = std::move(site);
        }
        m_told = all.sites.upserted;
        Q_EMIT listed(all);
        changeLater();
    }
    void changeLater()
    {
        m_context.clock.after(Milliseconds(80 + m_random.bounded(80)), this, [this] {
            auto site = std::make_shared<Site>(*m_told[m_random.bounded(quint32(m_told.size()))]);
            site->memory.used = steadyUs();
            FleetDelta delta;
            delta.sites.upserted = {std::move(site)};
            Q_EMIT changed(delta);
            changeLater();
        });
    }

    ConnectorContext m_context;
    int m_sites;
    std::vector<std::shared_ptr<const Site>> m_told;
    QRandomGenerator m_random{5};
};

} // namespace

double steadyUs()
{
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

int produceSingleChanges(const ProducerOptions &options)
{
    SystemClock clock;
    const testing::NoSites sites;
    const testing::NoSecrets secrets;
    ConnectorRegistry registry;
    ConnectorType type;
    type.type = QStringLiteral("changing");
    type.create = [count = options.sites](ConnectorContext context) -> std::unique_ptr<Connector> {
        return std::make_unique<ChangingConnector>(std::move(context), count);
    };
    registry.add(type);
    ConnectionConfig config;
    config.id = EntityId("changing");
    config.name = type.type;
    config.type = type.type;
    KeeperOptions keeperOptions;
    keeperOptions.id = QStringLiteral("producer");
    keeperOptions.epoch = 1;
    keeperOptions.builtIn = {config};
    Keeper keeper(keeperOptions, {clock, registry, sites, secrets});
    ServerOptions server;
    server.listen = QStringLiteral("unix:") + options.socket;
    server.access.anonymous = CallerRole::Operator;
    const auto served = keeper.serve(server);
    if (!served)
        qFatal("%s", qUtf8Printable(served.error().text));
    keeper.start();
    mark("listening");
    return QCoreApplication::exec();
}

} // namespace graticule::bench
