// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/connectorregistry.h"

#include <QProcessEnvironment>

namespace graticule {

class CurlLoop;
class DockerSession;
struct DockerMemory;

/// Reads a Docker Engine (API 1.41 and later) or Podman's service of the same API. See DockerSession.
class DockerConnector : public Connector
{
    Q_OBJECT

public:
    /// @p environment is where docker's contexts are looked up. @p loop: of this thread, shared with other connectors.
    DockerConnector(ConnectorContext context, const QProcessEnvironment &environment, std::shared_ptr<CurlLoop> loop);
    ~DockerConnector() override;

    void start() override;
    void stop() override;
    void probe() override;

private:
    const ConnectorContext m_context;
    const QProcessEnvironment m_environment;
    const std::shared_ptr<CurlLoop> m_loop;
    std::unique_ptr<DockerMemory> m_memory;
    DockerSession *m_session = nullptr; // a child; null between sessions
};

/// Its connectors share one loop in each thread.
ConnectorType dockerConnectorType(const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

} // namespace graticule
