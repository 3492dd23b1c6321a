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

Result<QList<KubeGoal>> KubeShown::chosen(const QString &key, QList<KubeGoal> goals) const
{
    const auto shown = m_uids.constFind(key);
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
