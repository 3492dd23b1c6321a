// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/endpointhost.h"

#include "backend/health/feedview.h"

namespace graticule {

EntityId hostOf(const QString &address)
{
    const qsizetype scheme = address.indexOf(QLatin1String("://"));
    // Where a context leads only its file says; as little can be concluded from it as from a kubeconfig's path.
    if (address.startsWith(u'/') || address.startsWith(QLatin1String("unix:")) ||
        address.startsWith(QLatin1String("npipe:")) || address.startsWith(QLatin1String("context:")))
        return {};
    if (scheme < 0 && !address.contains(u':'))
        return {}; // "local": this machine itself; who is asked without a scheme is named with a port
    QString rest = scheme < 0 ? address : address.mid(scheme + 3);
    rest.truncate(rest.indexOf(u'/') < 0 ? rest.size() : rest.indexOf(u'/'));
    rest = rest.mid(rest.indexOf(u'@') + 1);
    const bool isLoopback = rest.startsWith(QLatin1String("127.")) || rest.startsWith(QLatin1String("[::1]")) ||
                            rest.startsWith(QLatin1String("localhost"));
    const qsizetype port = rest.lastIndexOf(u':');
    const bool hasPort = port > 0 && (rest.indexOf(u':') == port || rest.at(port - 1) == u']');
    if (hasPort && !isLoopback)
        rest.truncate(port);
    return EntityId(rest.toLower());
}

Reach reachOf(const Connection &connection)
{
    if (connection.state == ConnectionState::Paused)
        return Reach::Unknown; // nobody asks
    switch (settledState(connection)) {
    case ConnectionState::Live:
    case ConnectionState::Slow:
    case ConnectionState::Refused:
        return Reach::Reached;
    case ConnectionState::Stale:
        return Reach::Failed;
    case ConnectionState::Unreachable:
        return connection.error.fault == Fault::Network || connection.error.kind == ErrorKind::TimedOut
                   ? Reach::Failed
                   : Reach::Reached;
    default:
        return Reach::Unknown;
    }
}

} // namespace graticule
