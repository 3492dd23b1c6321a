// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/prometheus/prometheusconnector.h"

#include "backend/connectors/commonfields.h"
#include "backend/connectors/http/connectprobe.h"
#include "backend/connectors/http/curlloop.h"
#include "backend/connectors/prometheus/prometheussession.h"

#include <QTimer>

namespace graticule {
PrometheusConnector::PrometheusConnector(ConnectorContext context, std::shared_ptr<CurlLoop> loop)
    : m_context(std::move(context))
    , m_loop(std::move(loop))
    , m_memory(std::make_unique<PrometheusMemory>())
{
}

PrometheusConnector::~PrometheusConnector()
{
    delete m_session; // before the context that it refers to
}

void PrometheusConnector::start()
{
    stop();
    m_session = new PrometheusSession(m_context, *m_memory, m_loop, this);
    connect(m_session, &PrometheusSession::listed, this, &Connector::listed);
    connect(m_session, &PrometheusSession::changed, this, &Connector::changed);
    connect(m_session, &PrometheusSession::beat, this, &Connector::beat);
    connect(m_session, &PrometheusSession::sampled, this, &Connector::sampled);
    connect(m_session, &PrometheusSession::failed, this, [this](const Error &error) {
        stop();
        Q_EMIT failed(error);
    });
    // Later: whoever starts us need not expect an answer before start() returns.
    QTimer::singleShot(0, m_session,
                       [this, session = m_session] { session->start(PrometheusSettings::of(m_context.config)); });
}

void PrometheusConnector::stop()
{
    if (!m_session)
        return;
    m_session->disconnect(this);
    m_session->close();
    m_session->deleteLater(); // we may be inside one of its signals
    m_session = nullptr;
}

void PrometheusConnector::probe()
{
    if (m_session)
        m_session->probe();
}

ConnectorType prometheusConnectorType()
{
    ConnectorType type;
    type.type = QStringLiteral("prometheus");
    type.title = QStringLiteral("Prometheus");
    type.addressHelp = prometheusAddressHelp();
    type.addressExample = QStringLiteral("http://localhost:9090");
    type.fields =
        joined({placeFieldSchemas(), tlsFields(), tokenField(), labelsField(), budgetFields(), probeFields()});
    type.options = prometheusOptions();
    type.check = [](const ConnectionConfig &config) {
        const auto settings = PrometheusSettings::of(config);
        return settings ? QStringList() : QStringList{settings.error().text};
    };
    type.create = [](ConnectorContext context) -> std::unique_ptr<Connector> {
        return std::make_unique<PrometheusConnector>(std::move(context), CurlLoop::ofThisThread());
    };
    type.probe = [](const ConnectorContext &context) -> std::unique_ptr<WayProbe> {
        auto settings = PrometheusSettings::of(context.config);
        if (!settings)
            return nullptr; // the session says why
        if (settings->endpoint.isTls()) {
            auto tls = TlsMaterial::load(context.config, context.secrets);
            if (!tls)
                return nullptr;
            settings.value().endpoint.tls = std::move(tls).value();
        }
        return ConnectProbe::to(settings->endpoint, context.load, context.clock);
    };
    return type;
}

} // namespace graticule
