// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/kubernetes/kubevalues.h"
#include "backend/domain/action.h"

namespace graticule {

/// A node or workload that can be acted on, as the inventory has it.
struct KubeGoal
{
    QString kind;  ///< "Node", "Deployment", ...
    QString space; ///< empty: a node
    QString name;
    QByteArray path; ///< "/api/v1/nodes/NAME"
    QString uid;     ///< of the object that is meant: another one of its name is not touched
    bool isCordoned = false;
    bool isPaused = false;
    int wanted = -1; ///< pods; < 0: not known

    static KubeGoal of(const KubeNode &node);
    static KubeGoal of(const KubeWorkload &workload);

    bool isNode() const { return space.isEmpty(); }
    bool isDaemon() const { return kind == QLatin1String("DaemonSet"); }
    QString shown() const { return isNode() ? name : space + QLatin1Char('/') + name; }
    QString plural() const { return kind.toLower() + QLatin1Char('s'); }
};

/// What a verb was told, understood.
struct KubeOrder
{
    QString verb; ///< "cordon", "uncordon", "drain", "scale", "restart"
    int replicas = -1;
    int grace = -1; ///< seconds for a pod to end in; < 0: its own
    bool deletesLocal = false;
    bool isForced = false;
    Milliseconds limit{0};

    /// Refused, naming the argument: one that the verb has not, or that is no such value.
    static Result<KubeOrder> of(const Action &action);
    /// What @p verb can be told; @p wanted: pods now.
    static QList<ActionArgument> arguments(const QString &verb, int wanted = 1);
};

} // namespace graticule
