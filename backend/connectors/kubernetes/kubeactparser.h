// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/kubernetes/kubeactvalues.h"
#include "backend/domain/error.h"

#include <QByteArray>

namespace graticule {

// JSON of an API server -> what acts need to know. Pure; from any thread.

inline constexpr char kGenerationAnnotation[] = "graticule.dev/generation"; ///< fencing token, a number that only grows
inline constexpr char kActAnnotation[] = "graticule.dev/act";               ///< key of the act that wrote it

/// Of a node, a Deployment, StatefulSet or DaemonSet.
Result<KubeState> parseKubeState(const QByteArray &json);
Result<KubeDrainPage> parseKubeDrainPods(const QByteArray &json);
Result<std::vector<KubeBudget>> parseKubeBudgets(const QByteArray &json);
/// SelfSubjectRulesReview.
Result<KubeRules> parseKubeRules(const QByteArray &json);
/// SelfSubjectAccessReview.
Result<bool> parseKubeAccess(const QByteArray &json);
/// The version of the eviction API, of what /api/v1 lists: "policy/v1"; empty: there is none.
Result<QString> parseKubeEviction(const QByteArray &json);

} // namespace graticule
