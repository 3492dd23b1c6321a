// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/connectorregistry.h"

#include <QProcessEnvironment>

namespace graticule {

class DockerSession;
struct DockerMemory;

/// Reads a Docker Engine (API 1.41 and later) or Podman's service of the same API. See DockerSession.
class DockerConnector : public Connector
{
    Q_OBJECT

public:
    /// @p environment is where docker's contexts are looked up.
    DockerConnector(ConnectorContext context, const QProcessEnvironment &environment);
    ~DockerConnector() override;

    void start() override;
    void stop() override;
    void probe() override;

private:
    const ConnectorContext m_context;
    const QProcessEnvironment m_environment;
    std::unique_ptr<DockerMemory> m_memory;
    DockerSession *m_session = nullptr; // a child; null between sessions
};

ConnectorType dockerConnectorType(const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

} // namespace graticule
