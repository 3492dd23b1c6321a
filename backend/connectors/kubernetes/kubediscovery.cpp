// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubediscovery.h"

#include "backend/connectors/kubernetes/kubeidentity.h"

namespace graticule {

std::vector<FoundEndpoint> discoverKubernetes(const QProcessEnvironment &environment)
{
    std::vector<FoundEndpoint> found;
    const auto kubeconfig = Kubeconfig::load(kubeconfigFiles(environment));
    if (!kubeconfig) // broken or missing files are for kubectl to complain about
        return found;
    for (auto it = kubeconfig->contexts.cbegin(); it != kubeconfig->contexts.cend(); ++it) {
        const QString server = kubeconfig->clusters.value(it->cluster).server;
        QString note = QStringLiteral("Kubernetes cluster %1%2")
                           .arg(it->cluster, server.isEmpty() ? QString() : QStringLiteral(" at ") + server);
        const auto target = KubeTarget::inContext(*kubeconfig, it.key(), ConnectionConfig());
        if (!target)
            note += QStringLiteral("; ") + target.error().text;
        found.push_back({QStringLiteral("kubernetes"), QStringLiteral("context:") + it.key(), it.key(), note,
                         bool(target), target ? kubeServerIdentity(*target) : QString()});
    }
    return found;
}

} // namespace graticule
