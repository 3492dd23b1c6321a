// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeshown.h"

#include "backend/domain/saying.h"

namespace graticule {

void KubeShown::remember(const QString &key, const Uids &uids)
{
    if (key.isEmpty())
        return;
    m_keys.removeOne(key);
    m_keys.append(key);
    m_uids.insert(key, uids);
    if (m_keys.size() > kMostPlans)
        m_uids.remove(m_keys.takeFirst());
}

Result<QList<KubeGoal>> KubeShown::chosen(const Action &action, QList<KubeGoal> goals, const QString &connection) const
{
    const auto shown = m_uids.constFind(action.key);
    if (shown == m_uids.cend() && action.isShown)
        return saidError(ErrorKind::Conflict, Fault::Input, "act.plan-lost", {connection}, std::nullopt);
    if (shown == m_uids.cend())
        return goals; // nobody asked for a plan
    for (KubeGoal &goal : goals) {
        const auto uid = shown->constFind(goal.path);
        if (uid == shown->cend())
            return saidError(ErrorKind::Conflict, Fault::Input, "act.not-shown", {goal.shown()}, std::nullopt);
        goal.uid = *uid;
    }
    return goals;
}

} // namespace graticule
