// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/http/httplogreader.h"
#include "backend/connectors/kubernetes/kubeapi.h"
#include "backend/connectors/kubernetes/kubevalues.h"

namespace graticule {

/// The containers of a pod as the server describes it in JSON, those that it begins with first. Pure.
Result<QList<LogSource>> parseKubePodLogs(const EntityId &connection, const QByteArray &json);

/// Asks which containers @p pods have, and calls @p done once, unless @p context dies first. At most kMostPods are
/// asked about: those that are not ready come first. A pod that is gone meanwhile has none. @p api outlives @p context.
inline constexpr int kMostLogPods = 50;
void askKubeLogSources(KubeApi &api, const EntityId &connection, std::vector<KubePod> pods, QObject *context,
                       std::function<void(const Result<QList<LogSource>> &)> done);

/// Reads logs of containers of pods.
class KubeLogReader : public HttpLogReader
{
    Q_OBJECT

public:
    /// @p api outlives the reading.
    KubeLogReader(KubeApi &api, const LogOrder &order);

protected:
    void ask(int source) override;
    Error refusalOf(const HttpReply &reply, const QByteArray &body) const override;

private:
    KubeApi &m_api;
};

} // namespace graticule
