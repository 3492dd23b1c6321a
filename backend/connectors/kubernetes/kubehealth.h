// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/kubernetes/kubevalues.h"

namespace graticule {

/// What one pod says of its service.
struct PodVerdict
{
    Health health = Health::Unknown;
    QString text;         ///< why; empty: nothing to say
    bool wanted = false;  ///< it should run: counts as desired
    bool passing = false; ///< will be judged differently by time alone
};

/// Judges by what the platform says of the pod. @p now is the cluster's clock.
PodVerdict judge(const KubePod &pod, Instant now);

/// What the pods of one service at one site say together.
struct PodsVerdict
{
    Health health = Health::Unknown;
    QString text;
    int desired = 0;
    int ready = 0;
    bool passing = false;
};

/// @p missing: pods that there should be besides.
PodsVerdict judge(const std::vector<const KubePod *> &pods, int missing, Instant now);

} // namespace graticule
