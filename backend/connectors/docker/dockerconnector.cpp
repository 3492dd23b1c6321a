// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerconnector.h"

#include "backend/connectors/commonfields.h"
#include "backend/connectors/docker/dockerlogs.h"
#include "backend/connectors/http/connectprobe.h"
#include "backend/connectors/http/curlloop.h"

namespace graticule {

namespace {

std::unique_ptr<DockerMemory> memoryFor(const ConnectorContext &context)
{
    const ConnectionConfig &config = context.config;
    return std::make_unique<DockerMemory>(
        DockerMemory{DockerInventory(config.id, config.origin, config.labels, context.sites), 0});
}

} // namespace

DockerConnector::DockerConnector(const ConnectorContext &context, const QProcessEnvironment &environment,
                                 std::shared_ptr<CurlLoop> loop)
    : SessionConnector(context, memoryFor(context), std::move(loop))
    , m_environment(environment)
{
}

void DockerConnector::begin(DockerSession &session, const ConnectorContext &context)
{
    session.start(dockerTarget(context.config, m_environment));
}

void DockerConnector::logSources(const EntityId &target, LogSourcesReply done)
{
    done(dockerLogSources(memory().inventory, context().config.id, target));
}

Result<std::unique_ptr<LogReader>> DockerConnector::followLogs(const LogOrder &order)
{
    return session() ? session()->readLogs(order) : sessionGone(context().config.name);
}

namespace {

std::vector<OptionSchema> dockerOptions()
{
    OptionSchema stats{QStringLiteral("stats"),
                       QStringLiteral("What containers use of CPU and memory; without it less is asked of the engine."),
                       QStringLiteral("yes"), false, OptionKind::Flag};
    stats.title = QStringLiteral("Read usage of containers");
    OptionSchema insecure{QStringLiteral("insecure"),
                          QStringLiteral("Plain TCP without TLS to other machines; only for networks that you trust."),
                          QStringLiteral("no"), false, OptionKind::Flag};
    insecure.title = QStringLiteral("Allow clear text");
    insecure.advanced = true;
    OptionSchema ssh{QStringLiteral("ssh-config"),
                     QStringLiteral("Of ssh:// addresses: a file on the keeper's host instead of ~/.ssh/config.")};
    ssh.title = QStringLiteral("ssh configuration");
    ssh.example = QStringLiteral("/etc/graticule/ssh_config");
    ssh.pattern = QStringLiteral("/.+");
    ssh.kind = OptionKind::File;
    ssh.advanced = true;
    return {stats, proxyField(), insecure, ssh};
}

} // namespace

ConnectorType dockerConnectorType(const QProcessEnvironment &environment)
{
    ConnectorType type;
    type.type = QStringLiteral("docker");
    type.title = QStringLiteral("Docker Engine");
    type.addressHelp = dockerAddressHelp();
    type.addressExample = QStringLiteral("unix:///var/run/docker.sock");
    type.fields =
        joined({placeFieldSchemas(), tlsFields(), tokenField(), labelsField(), budgetFields(), probeFields()});
    type.options = dockerOptions();
    type.isRuled = true;
    type.check = [environment](const ConnectionConfig &config) {
        const auto target = dockerTarget(config, environment);
        return target ? QStringList() : QStringList{target.error().text};
    };
    type.create = [environment](const ConnectorContext &context) -> std::unique_ptr<Connector> {
        return std::make_unique<DockerConnector>(context, environment, CurlLoop::ofThisThread());
    };
    type.probe = [environment](const ConnectorContext &context) -> std::unique_ptr<WayProbe> {
        const auto target = dockerTarget(context.config, environment);
        if (!target)
            return nullptr; // the session says why
        HttpEndpoint endpoint = target->endpoint;
        if (endpoint.isTls()) {
            auto tls = TlsMaterial::load(target->config, context.secrets);
            if (!tls)
                return nullptr;
            endpoint.tls = std::move(tls).value();
        }
        return ConnectProbe::to(endpoint, context.load, context.clock);
    };
    return type;
}

} // namespace graticule
