// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/kubernetes/kubeact.h"
#include "backend/connectors/kubernetes/kubegoal.h"

namespace graticule {

/// Gives workloads another number of pods, or new ones, and stays until all of them are ready.
class KubeRollout : public KubeAct
{
public:
    /// @p scalesOnly: we may change the number of pods and nothing else of the workload, so no mark of ours is in that
    /// write; the version under which it is written, and the marks of others, fence it.
    KubeRollout(const Desk &desk, const Action &action, const KubeOrder &order, const QString &name,
                QList<KubeGoal> goals, bool scalesOnly, Progress progress);

protected:
    void start() override;
    Error lateness() const override;

private:
    Result<QJsonObject> patch(const KubeGoal &goal, const KubeState &before) const;
    void writeNext();
    void read(qsizetype index);
    void judge();
    bool isRolled(const KubeState &state) const;

    const KubeOrder m_order;
    const QList<KubeGoal> m_goals;
    const bool m_scalesOnly;
    const QString m_stamp; ///< of the restart, the same for all of them
    qsizetype m_written = 0;
    int m_reads = 0;
    QList<KubeState> m_states; ///< as read last, in the order of m_goals
};

} // namespace graticule
