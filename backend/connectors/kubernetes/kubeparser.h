// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/kubernetes/kubevalues.h"
#include "backend/domain/error.h"

namespace graticule {

// Bytes of an API server -> values. Pure; from any thread. @p protobuf: else it is JSON.

/// Of a list of any kind, without looking at its items.
Result<KubeListHead> parseKubeListHead(const QByteArray &bytes, bool protobuf);
Result<KubeList> parseKubeList(KubeKind kind, const QByteArray &bytes, bool protobuf);
/// One frame or line of a watch.
Result<KubeEvent> parseKubeEvent(KubeKind kind, const QByteArray &frame, bool protobuf);
/// A list of metrics.k8s.io: of @p pods, else of nodes.
Result<std::vector<KubeUse>> parseKubeUsage(const QByteArray &bytes, bool pods, bool protobuf);
/// What a refusal says; empty when it is none of the API's.
KubeStatus parseKubeStatus(const QByteArray &bytes, bool protobuf);

} // namespace graticule
