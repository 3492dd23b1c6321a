// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/grpc/grpcconnector.h"
#include "backend/domain/saying.h"
#include "tests/keeper/keeperdesk.h"

namespace graticule::testing {

/// A node that is emptied as the test says.
struct Emptied
{
    KeeperCommands::Progress tell;
    int asked = 0;
    QString stopped;         ///< key
    bool stopsLater = false; ///< when the test says so
    bool isDenied = false;   ///< the platform's rights do not permit it

    static ActionProgress step(const char *pod, ActionItemState state, int done)
    {
        ActionProgress step{QStringLiteral("%1 of 2").arg(done), false, {}, done, 2};
        step.items = {{QLatin1String(pod), QStringLiteral("pod"), state, {}}};
        step.stoppable = true;
        return step;
    }
};

class NodeConnector : public Connector
{
public:
    NodeConnector(ConnectorContext context, Emptied &node)
        : m_context(std::move(context))
        , m_node(node)
    {
    }
    void start() override
    {
        Node node;
        node.id = EntityId("n1");
        node.name = QStringLiteral("n1");
        FleetDelta all;
        all.nodes.upsert(node);
        Q_EMIT listed(all);
    }
    void stop() override {}
    void probe() override { Q_EMIT beat({}); }
    void perform(const Action &, std::function<void(const ActionProgress &)> progress) override
    {
        if (m_node.isDenied) {
            progress({{},
                      true,
                      saidError(ErrorKind::Refused, Fault::NotAllowed, "act.not-permitted",
                                {QStringLiteral("nodes"), QStringLiteral("patch nodes")}, std::nullopt)});
            return;
        }
        ++m_node.asked;
        m_node.tell = std::move(progress);
        m_node.tell(Emptied::step("web", ActionItemState::Waiting, 0));
        m_node.tell(Emptied::step("cart", ActionItemState::Waiting, 0));
    }
    void offers(const EntityId &, const EntityId &, ActionReply<QList<ActionOffer>> done) override
    {
        ActionOffer drain{.verb = QStringLiteral("drain"), .permission = ActionPermission::Granted, .reason = {}};
        if (m_node.isDenied) {
            drain.permission = ActionPermission::Denied;
            drain.reason = QStringLiteral("may not patch nodes");
        }
        done(QList<ActionOffer>{drain});
    }
    void preview(const Action &action, ActionReply<ActionPlan> done) override
    {
        done(ActionPlan{.verb = action.verb,
                        .target = action.target,
                        .targetName = QStringLiteral("n1"),
                        .place = QStringLiteral("nodes://"),
                        .effects = {{QStringLiteral("shop/web"), QStringLiteral("pod"), EffectKind::Moves, {}}},
                        .warnings = {},
                        .undoneBy = QStringLiteral("uncordon")});
    }
    void stopAction(const QString &key, ActionReply<ActionProgress> done) override
    {
        m_node.stopped = key;
        done(ActionProgress());
        if (m_node.stopsLater)
            return;
        ActionProgress end{{}, true, {ErrorKind::Cancelled, Fault::Input, QStringLiteral("Stopped."), {}}, 1, 2};
        end.stopped = true;
        m_node.tell(end);
    }

private:
    ConnectorContext m_context;
    Emptied &m_node;
};

/// A keeper in real time.
class ActingKeeper
{
public:
    ActingKeeper(const QString &directory, const QString &id, const ConnectionConfig &endpoint, Emptied &node)
    {
        ConnectorType nodes;
        nodes.type = QStringLiteral("nodes");
        nodes.create = [&node](ConnectorContext context) {
            return std::make_unique<NodeConnector>(std::move(context), node);
        };
        m_types.add(nodes);
        m_types.add(grpcConnectorType());
        KeeperOptions options;
        options.id = id;
        options.name = id;
        options.mode = QStringLiteral("private");
        options.epoch = 7;
        options.connectionsDirectory = directory + QStringLiteral("/connections.d");
        options.lastFactsDirectory = directory + QStringLiteral("/last");
        options.samplesFile = directory + QStringLiteral("/samples.db");
        options.builtIn = {endpoint};
        keeper = std::make_unique<Keeper>(options, Keeper::Parts{m_clock, m_types, m_sites, m_secrets});
        keeper->start();
    }

    bool sees(const char *node) const
    {
        const SnapshotPtr latest = keeper->hub().latest();
        return latest && latest->tables.nodes.find(EntityId(node));
    }
    /// Of the one that is under way.
    ActionProgress progress() const
    {
        const QList<ActionUnderWay> running = keeper->running();
        return running.isEmpty() ? ActionProgress() : running.first().progress;
    }

private:
    SystemClock m_clock;
    ConnectorRegistry m_types;
    NoSites m_sites;
    NoSecrets m_secrets;

public:
    std::unique_ptr<Keeper> keeper;
};

inline ConnectionConfig endpoint(const char *type, const char *name, const QString &address)
{
    ConnectionConfig config;
    config.id = EntityId(QByteArray(name) + "-1");
    config.type = QLatin1String(type);
    config.name = QLatin1String(name);
    config.address = address;
    return config;
}

} // namespace graticule::testing
