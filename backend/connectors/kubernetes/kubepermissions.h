// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/kubernetes/kubeactparser.h"
#include "backend/connectors/kubernetes/kubeapi.h"
#include "backend/domain/action.h"

#include <QHash>
#include <QObject>

namespace graticule {

/// One thing that the server may allow us.
struct KubeRight
{
    QString verb;     ///< "patch"
    QString group;    ///< "apps"; empty: the core
    QString resource; ///< "deployments/scale"
    QString space;    ///< empty: in all of the cluster
    QString name;

    QString shown() const { return verb + QLatin1Char(' ') + resource; }
};

/// What the server allows us, as it says itself; kept for a minute. Backend thread.
class KubePermissions : public QObject
{
public:
    using Answer = std::function<void(const QList<ActionPermission> &)>;

    /// Both outlive it.
    KubePermissions(KubeApi &api, Clock &clock);

    /// One after the other, in their order. What cannot be found out is unknown.
    void ask(const QList<KubeRight> &rights, const Answer &done);
    /// The server is asked anew, whatever it said.
    void forget();

private:
    struct Known
    {
        KubeRules rules;
        Milliseconds at{0};
    };
    struct Verdict
    {
        ActionPermission permission = ActionPermission::Unknown;
        Milliseconds at{0};
    };
    void askNext(const QList<KubeRight> &rights, QList<ActionPermission> known, const Answer &done);
    void askRules(const KubeRight &right, const std::function<void(ActionPermission)> &done);
    void askAccess(const KubeRight &right, const std::function<void(ActionPermission)> &done);
    bool isFresh(Milliseconds at) const;

    KubeApi &m_api;
    Clock &m_clock;
    QHash<QString, Known> m_rules;    // by namespace
    QHash<QString, Verdict> m_access; // by right
};

} // namespace graticule
