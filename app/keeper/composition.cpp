// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keeper/composition.h"

#include "backend/connectors/docker/dockerconnector.h"
#include "backend/connectors/docker/dockerdiscovery.h"
#include "backend/connectors/grpc/grpcconnector.h"
#include "backend/connectors/grpc/peerconnector.h"
#include "backend/connectors/host/hostconnector.h"
#include "backend/connectors/kubernetes/kubeconnector.h"
#include "backend/connectors/kubernetes/kubediscovery.h"
#include "backend/connectors/pooltask.h"
#include "backend/connectors/prometheus/prometheusconnector.h"
#include "backend/domain/saying.h"
#include "backend/keeper/keeperhome.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSysInfo>

#include <algorithm>

namespace graticule {

ConnectorRegistry builtInConnectors()
{
    ConnectorRegistry registry;
    registry.add(dockerConnectorType());
    registry.add(grpcConnectorType());
    registry.add(hostConnectorType());
    registry.add(kubernetesConnectorType());
    registry.add(peerConnectorType());
    registry.add(prometheusConnectorType());
    return registry;
}

Composition::Composition()
    : registry(builtInConnectors())
    , sites(DefaultSiteResolver::builtIn())
{
}

std::function<void(KeeperOptions::Found)> hostDiscoverer(QObject *context)
{
    const auto find = [] {
        std::vector<FoundEndpoint> found{{QStringLiteral("host"), QStringLiteral("local"), QSysInfo::machineHostName(),
                                          phrase("phrase.keeper-machine"), true}};
        const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        std::ranges::move(discoverDocker(environment), std::back_inserter(found));
        std::ranges::move(discoverKubernetes(environment), std::back_inserter(found));
        return found;
    };
    return [context = QPointer<QObject>(context), find](const KeeperOptions::Found &done) {
        if (context) // in the pool: it reads files, which may lie on a slow disk
            runInPool<std::vector<FoundEndpoint>>(context, find, done);
    };
}

QString ownBuild()
{
    return buildOf(QCoreApplication::applicationFilePath());
}

} // namespace graticule
