// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/kubernetes/kubeactvalues.h"
#include "backend/connectors/kubernetes/kubeapi.h"
#include "backend/connectors/kubernetes/kubegoal.h"

namespace graticule {

/// What becomes of one pod when its node is drained. Pure.
struct KubeDrainFate
{
    enum class Kind {
        Stays,
        Goes,
        Refused, ///< it would be lost for good, and nobody said that it may
    };
    Kind kind = Kind::Goes;
    QString reason; ///< of staying or refusing, or what is lost with it; a phrase
};

KubeDrainFate drainFate(const KubeDrainPod &pod, const KubeOrder &order);

/// Why the node of @p pods may not be drained so; text empty: it may.
Error drainRefusal(const QString &node, const std::vector<KubeDrainPod> &pods, const KubeOrder &order);

/// Where the pods of a node are listed, @p next: the page's token. @p isShort: names and owners only.
HttpRequest drainList(const KubeApi &api, const QString &node, const QString &next, bool isShort);

} // namespace graticule
