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

    void perform(const Action &action, std::function<void(const ActionProgress &)> progress) override;
    void offers(const EntityId &target, const EntityId &connection, ActionReply<QList<ActionOffer>> done) override;
    void preview(const Action &action, ActionReply<ActionPlan> done) override;
    void stopAction(const QString &key, ActionReply<ActionProgress> done) override;
    void logSources(const EntityId &target, LogSourcesReply done) override;
    Result<std::unique_ptr<LogReader>> followLogs(const LogOrder &order) override;
    std::vector<OwnLabels> ownLabels() const override;

protected:
    void begin(KubeSession &session, const ConnectorContext &context) override;

private:
    KubeVerbs *verbs() const { return session() ? session()->verbs() : nullptr; }
    Error notConnected() const;

    const QProcessEnvironment m_environment;
};

/// Its connectors share one loop in each thread.
ConnectorType
kubernetesConnectorType(const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

} // namespace graticule
