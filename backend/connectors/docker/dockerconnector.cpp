// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerconnector.h"

#include "backend/connectors/commonfields.h"
#include "backend/connectors/docker/dockersession.h"
#include "backend/connectors/http/connectprobe.h"
#include "backend/connectors/http/curlloop.h"

#include <QTimer>

namespace graticule {

DockerConnector::DockerConnector(ConnectorContext context, const QProcessEnvironment &environment,
                                 std::shared_ptr<CurlLoop> loop)
    : m_context(std::move(context))
    , m_environment(environment)
    , m_loop(std::move(loop))
    , m_memory(std::make_unique<DockerMemory>(DockerMemory{
          DockerInventory(m_context.config.id, m_context.config.origin, m_context.config.labels, m_context.sites), 0}))
{
}

DockerConnector::~DockerConnector()
{
    delete m_session; // before the context that it refers to
}

void DockerConnector::start()
{
    stop();
    m_session = new DockerSession(m_context, *m_memory, m_loop, this);
    connect(m_session, &DockerSession::listed, this, &Connector::listed);
    connect(m_session, &DockerSession::changed, this, &Connector::changed);
    connect(m_session, &DockerSession::beat, this, &Connector::beat);
    connect(m_session, &DockerSession::sampled, this, &Connector::sampled);
    connect(m_session, &DockerSession::failed, this, [this](const Error &error) {
        stop();
        Q_EMIT failed(error);
    });
    // Later: whoever starts us need not expect an answer before start() returns.
    QTimer::singleShot(0, m_session,
                       [this, session = m_session] { session->start(dockerTarget(m_context.config, m_environment)); });
}

void DockerConnector::stop()
{
    if (!m_session)
        return;
    m_session->disconnect(this);
    m_session->close();
    m_session->deleteLater(); // we may be inside one of its signals
    m_session = nullptr;
}

void DockerConnector::probe()
{
    if (m_session)
        m_session->probe();
}

namespace {

std::vector<OptionSchema> dockerOptions()
{
    OptionSchema stats{QStringLiteral("stats"),
                       QStringLiteral("What containers use of CPU and memory; without it less is asked of the engine."),
                       QStringLiteral("yes"), false, OptionKind::Flag};
    stats.title = QStringLiteral("Read usage of containers");
    OptionSchema proxy{QStringLiteral("proxy"), QStringLiteral("Proxy to go through, e.g. socks5h://host:1080.")};
    proxy.title = QStringLiteral("Proxy");
    proxy.example = QStringLiteral("socks5h://host:1080");
    proxy.pattern = QStringLiteral("(https?|socks4a?|socks5h?)://[^\\s@]+");
    proxy.advanced = true;
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
    return {stats, proxy, insecure, ssh};
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
    type.check = [environment](const ConnectionConfig &config) {
        const auto target = dockerTarget(config, environment);
        return target ? QStringList() : QStringList{target.error().text};
    };
    type.create = [environment](ConnectorContext context) -> std::unique_ptr<Connector> {
        return std::make_unique<DockerConnector>(std::move(context), environment, CurlLoop::ofThisThread());
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
