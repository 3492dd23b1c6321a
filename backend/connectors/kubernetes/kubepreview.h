// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/kubernetes/kubeact.h"
#include "backend/connectors/kubernetes/kubedrainfate.h"
#include "backend/connectors/kubernetes/kubeshown.h"

namespace graticule {

/// Finds out what an act would do, from what the cluster says now. Writes nothing.
class KubePreview : public KubeAct
{
public:
    /// @p shown is filled until @p done has the plan.
    KubePreview(const Desk &desk, const Action &action, const KubeOrder &order, const QString &name,
                QList<KubeGoal> goals, std::shared_ptr<KubeShown::Uids> shown, const ActionReply<ActionPlan> &done);

protected:
    void start() override;
    Error lateness() const override;

private:
    KubePreview(const Desk &desk, const Action &action, const KubeOrder &order, const QString &name,
                QList<KubeGoal> goals, std::shared_ptr<KubeShown::Uids> shown, const ActionReply<ActionPlan> &done,
                std::shared_ptr<ActionPlan> plan);
    void look(qsizetype index);
    void takeNode(const KubeState &state);
    void takeWorkload(const KubeGoal &goal, const KubeState &state);
    void listPods(const QString &next);
    void askBudgets(const QByteArray &version);
    void plan(const std::vector<KubeBudget> &budgets);

    const KubeOrder m_order;
    const QList<KubeGoal> m_goals;
    const std::shared_ptr<KubeShown::Uids> m_shown;
    std::shared_ptr<ActionPlan> m_plan;
    std::vector<KubeDrainPod> m_pods;
};

} // namespace graticule
