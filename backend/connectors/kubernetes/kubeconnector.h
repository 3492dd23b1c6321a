// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/connectorregistry.h"
#include "backend/connectors/http/sessionconnector.h"
#include "backend/connectors/kubernetes/kubesession.h"

namespace graticule {

/// Reads a Kubernetes API server of 1.20 or later. See KubeSession.
class KubeConnector : public SessionConnector<KubeSession, KubeMemory>
{
public:
    /// @p environment is where kubeconfig files are looked up. @p loop: of this thread, shared with other connectors.
    KubeConnector(const ConnectorContext &context, const QProcessEnvironment &environment,
                  std::shared_ptr<CurlLoop> loop);

protected:
    void begin(KubeSession &session, const ConnectorContext &context) override;

private:
    const QProcessEnvironment m_environment;
};

/// Its connectors share one loop in each thread.
ConnectorType
kubernetesConnectorType(const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

} // namespace graticule
