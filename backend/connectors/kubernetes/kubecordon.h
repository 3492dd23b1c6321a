// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/kubernetes/kubeact.h"
#include "backend/connectors/kubernetes/kubegoal.h"

namespace graticule {

/// Keeps new pods off a node, or lets them on again.
class KubeCordon : public KubeAct
{
public:
    KubeCordon(const Desk &desk, const Action &action, const KubeOrder &order, KubeGoal node, Progress progress);

    /// The merge patch that cordons (or uncordons) what is not; empty where nothing needs to be written.
    static QJsonObject patch(const KubeState &before, bool cordon);

protected:
    void start() override;
    Error lateness() const override;

private:
    void readBack();

    const KubeGoal m_node;
    const bool m_cordon;
};

} // namespace graticule
