// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/kubernetes/kubeapi.h"
#include "backend/connectors/kubernetes/kubevalues.h"

namespace graticule {

/// Asks metrics.k8s.io, where it is served, what nodes use each minute and what pods use every other. Where it is not,
/// or not for us, it is asked again after a while, and nothing is known meanwhile.
class KubeUsage : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds kEvery{60'000};
    static constexpr int kPodsEvery = 2; ///< turns: they are many

    /// All outlive it. @p space: the only namespace to look at; empty: all.
    KubeUsage(KubeApi &api, const ConnectorContext &context, QString space);

    void start();

Q_SIGNALS:
    /// Of all nodes, or (pods) of all pods; empty: it is not known now.
    void told(const std::vector<graticule::KubeUse> &uses, bool pods);

private:
    void turn();
    void ask(bool pods);
    void askLater(Milliseconds delay);

    KubeApi &m_api;
    const ConnectorContext &m_context;
    const QByteArray m_podsPath;
    int m_turns = 0;
    bool m_knowsPods = false;
};

} // namespace graticule
