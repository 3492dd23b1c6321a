// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/connectorregistry.h"
#include "backend/connectors/http/sessionconnector.h"
#include "backend/connectors/prometheus/prometheussession.h"

namespace graticule {

/// Reads any server of the Prometheus HTTP API: Prometheus, Thanos, Mimir, VictoriaMetrics. See PrometheusSession.
class PrometheusConnector : public SessionConnector<PrometheusSession, PrometheusMemory>
{
public:
    /// @p loop: of this thread, shared with other connectors.
    PrometheusConnector(ConnectorContext context, std::shared_ptr<CurlLoop> loop);

protected:
    void begin(PrometheusSession &session, const ConnectorContext &context) override;
};

/// Its connectors share one loop in each thread.
ConnectorType prometheusConnectorType();

} // namespace graticule
