// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeconnector.h"

#include "backend/connectors/commonfields.h"
#include "backend/connectors/http/connectprobe.h"
#include "backend/connectors/http/curlloop.h"
#include "backend/connectors/kubernetes/kubeverbs.h"
#include "backend/domain/saying.h"
#include "backend/places/ownlabels.h"

namespace graticule {
namespace {

// A server that is killed or told to end cuts its connections or takes no new ones: watches and the next beat tell.
// Only one whose network falls silent is known no sooner than by a beat that is missed, so after 12 seconds at most.
constexpr Milliseconds kCalmBeat{10'000};

std::unique_ptr<KubeMemory> memoryFor(const ConnectorContext &context)
{
    return std::unique_ptr<KubeMemory>(
        new KubeMemory{.inventory = KubeInventory(context.config, context.sites), .login = KubeLogin(context.clock)});
}

} // namespace

KubeConnector::KubeConnector(const ConnectorContext &context, const QProcessEnvironment &environment,
                             std::shared_ptr<CurlLoop> loop)
    : SessionConnector(context, memoryFor(context), std::move(loop))
    , m_environment(environment)
{
}

void KubeConnector::begin(KubeSession &session, const ConnectorContext &context)
{
    session.start(KubeTarget::of(context.config, m_environment));
}

void KubeConnector::perform(const Action &action, std::function<void(const ActionProgress &)> progress)
{
    verbs() ? verbs()->perform(action, progress) : progress({{}, true, notConnected()});
}

void KubeConnector::offers(const EntityId &target, const EntityId &, ActionReply<QList<ActionOffer>> done)
{
    verbs() ? verbs()->offers(target, done) : done(KubeVerbs::known(memory().inventory, target));
}

void KubeConnector::preview(const Action &action, ActionReply<ActionPlan> done)
{
    verbs() ? verbs()->preview(action, done) : done(notConnected());
}

void KubeConnector::stopAction(const QString &key, ActionReply<ActionProgress> done)
{
    verbs() ? verbs()->stopAction(key, done) : done(notConnected());
}

Error KubeConnector::notConnected() const
{
    return saidError(ErrorKind::Unreachable, Fault::Network, "session.not-connected", {context().config.name});
}

void KubeConnector::logSources(const EntityId &target, LogSourcesReply done)
{
    session() ? session()->askLogSources(target, std::move(done)) : done(sessionGone(context().config.name));
}

Result<std::unique_ptr<LogReader>> KubeConnector::followLogs(const LogOrder &order)
{
    return session() ? session()->readLogs(order) : sessionGone(context().config.name);
}

std::vector<OwnLabels> KubeConnector::ownLabels() const
{
    return memory().inventory.ownLabels();
}

ConnectorType kubernetesConnectorType(const QProcessEnvironment &environment)
{
    ConnectorType type;
    type.type = QStringLiteral("kubernetes");
    type.title = QStringLiteral("Kubernetes");
    type.addressHelp = kubernetesAddressHelp();
    type.addressExample = QStringLiteral("https://host:6443"); // files are read by the check
    type.fields =
        joined({placeFieldSchemas(), tlsFields(), tokenField(), labelsField(), budgetFields(), probeFields()});
    type.options = kubernetesOptions();
    type.calmBeat = kCalmBeat;
    type.isRuled = true;
    type.check = [environment](const ConnectionConfig &config) {
        const auto target = KubeTarget::of(config, environment);
        return target ? QStringList() : QStringList{target.error().text};
    };
    type.create = [environment](const ConnectorContext &context) -> std::unique_ptr<Connector> {
        return std::make_unique<KubeConnector>(context, environment, CurlLoop::ofThisThread());
    };
    type.probe = [environment](const ConnectorContext &context) -> std::unique_ptr<WayProbe> {
        const auto target = KubeTarget::of(context.config, environment);
        if (!target)
            return nullptr; // the session says why
        HttpEndpoint endpoint = target->endpoint;
        if (endpoint.isTls()) {
            auto tls = target->tls(context.config, context.secrets);
            if (!tls)
                return nullptr;
            endpoint.tls = std::move(tls).value();
        }
        return ConnectProbe::to(endpoint, context.load, context.clock);
    };
    return type;
}

} // namespace graticule
