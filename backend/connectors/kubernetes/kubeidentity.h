// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/kubernetes/kubeapi.h"
#include "backend/connectors/kubernetes/kubetarget.h"

namespace graticule {

/// By what a cluster is known again from files alone: its server and who vouches for it. The same cluster may have
/// several; different clusters have different ones. Reads the authority's file.
QString kubeServerIdentity(const KubeTarget &target);

/// Asks for the uid of the namespace kube-system, which every cluster has from its first day on, and which nobody can
/// make anew. @p done gets all by what the cluster is known again (Beat::identities): without the right to see that
/// namespace what files tell; nothing when there was no answer, which says of nobody who it is. Dies with @p context.
void askKubeIdentities(KubeApi &api, const KubeTarget &target, QObject *context,
                       std::function<void(const QStringList &)> done);

} // namespace graticule
