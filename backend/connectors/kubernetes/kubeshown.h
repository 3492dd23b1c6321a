// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/kubernetes/kubegoal.h"
#include "backend/domain/action.h"

#include <QHash>

namespace graticule {

/// What people saw the plans of, so that nothing else is acted on. It outlives the sessions of a connection.
class KubeShown
{
public:
    static constexpr qsizetype kMostPlans = 100;

    /// The uids of what was looked at, by their paths.
    using Uids = QHash<QByteArray, QString>;

    /// @p key: of the act; the oldest plans are forgotten.
    void remember(const QString &key, const Uids &uids);
    /// @p goals with the uids that were shown, where a plan was; refused when one of them was not in it, or when it is
    /// said that there was a plan and none is known: of this @p connection as it is now, none was shown.
    Result<QList<KubeGoal>> chosen(const Action &action, QList<KubeGoal> goals, const QString &connection) const;

private:
    QHash<QString, Uids> m_uids;
    QStringList m_keys; ///< oldest first
};

} // namespace graticule
