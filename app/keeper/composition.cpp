// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keeper/composition.h"

#include "backend/connectors/docker/dockerconnector.h"
#include "backend/connectors/docker/dockerdiscovery.h"
#include "backend/connectors/grpc/grpcconnector.h"
#include "backend/connectors/host/hostconnector.h"
#include "backend/keeper/keeperhome.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSysInfo>
#include <QThreadPool>

namespace graticule {

ConnectorRegistry builtInConnectors()
{
    ConnectorRegistry registry;
    registry.add(dockerConnectorType());
    registry.add(grpcConnectorType());
    registry.add(hostConnectorType());
    return registry;
}

Composition::Composition()
    : registry(builtInConnectors())
    , sites(DefaultSiteResolver::builtIn())
{
}

std::function<void(KeeperOptions::Found)> hostDiscoverer(QObject *context)
{
    return [context = QPointer<QObject>(context)](const KeeperOptions::Found &done) {
        // It reads files, which may lie on a slow disk.
        QThreadPool::globalInstance()->start([context, done] {
            QList<DiscoveredEndpoint> found;
            found.append({QStringLiteral("host"), QStringLiteral("local"), QSysInfo::machineHostName(),
                          QStringLiteral("the machine that the keeper runs on"), true, false});
            for (const FoundEndpoint &endpoint : discoverEndpoints(QProcessEnvironment::systemEnvironment()))
                found.append({endpoint.type, endpoint.address, endpoint.name, endpoint.note, endpoint.usable, false});
            if (context)
                QMetaObject::invokeMethod(
                    context, [done, found] { done(found); }, Qt::QueuedConnection);
        });
    };
}

QString ownBuild()
{
    return buildOf(QCoreApplication::applicationFilePath());
}

} // namespace graticule
