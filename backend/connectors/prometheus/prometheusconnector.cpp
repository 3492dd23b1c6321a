// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/prometheus/prometheusconnector.h"

#include "backend/connectors/commonfields.h"
#include "backend/connectors/http/connectprobe.h"
#include "backend/connectors/http/curlloop.h"

namespace graticule {

PrometheusConnector::PrometheusConnector(ConnectorContext context, std::shared_ptr<CurlLoop> loop)
    : SessionConnector(std::move(context), std::make_unique<PrometheusMemory>(), std::move(loop))
{
}

void PrometheusConnector::begin(PrometheusSession &session, const ConnectorContext &context)
{
    session.start(PrometheusSettings::of(context.config));
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
