// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/connectorregistry.h"

namespace graticule {

class CurlLoop;
class PrometheusSession;
struct PrometheusMemory;

/// Reads any server of the Prometheus HTTP API: Prometheus, Thanos, Mimir, VictoriaMetrics. See PrometheusSession.
class PrometheusConnector : public Connector
{
    Q_OBJECT

public:
    /// @p loop: of this thread, shared with other connectors.
    PrometheusConnector(ConnectorContext context, std::shared_ptr<CurlLoop> loop);
    ~PrometheusConnector() override;

    void start() override;
    void stop() override;
    void probe() override;

private:
    const ConnectorContext m_context;
    const std::shared_ptr<CurlLoop> m_loop;
    std::unique_ptr<PrometheusMemory> m_memory;
    PrometheusSession *m_session = nullptr; // a child; null between sessions
};

/// Its connectors share one loop in each thread.
ConnectorType prometheusConnectorType();

} // namespace graticule
