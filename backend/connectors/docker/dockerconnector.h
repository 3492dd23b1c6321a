// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/connectorregistry.h"
#include "backend/connectors/docker/dockersession.h"
#include "backend/connectors/http/sessionconnector.h"

#include <QProcessEnvironment>

namespace graticule {

/// Reads a Docker Engine (API 1.41 and later) or Podman's service of the same API. See DockerSession.
class DockerConnector : public SessionConnector<DockerSession, DockerMemory>
{
public:
    /// @p environment is where docker's contexts are looked up. @p loop: of this thread, shared with other connectors.
    DockerConnector(const ConnectorContext &context, const QProcessEnvironment &environment,
                    std::shared_ptr<CurlLoop> loop);

    void logSources(const EntityId &target, LogSourcesReply done) override;
    Result<std::unique_ptr<LogReader>> followLogs(const LogOrder &order) override;
    std::vector<OwnLabels> ownLabels() const override { return memory().inventory.ownLabels(); }

protected:
    void begin(DockerSession &session, const ConnectorContext &context) override;

private:
    const QProcessEnvironment m_environment;
};

/// Its connectors share one loop in each thread.
ConnectorType dockerConnectorType(const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

} // namespace graticule
