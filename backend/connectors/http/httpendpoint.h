// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/http/commandend.h"
#include "backend/connectors/http/tlsmaterial.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>

namespace graticule {

/// Where requests go, and how. A value; made from a connection's address before a session.
struct HttpEndpoint
{
    QString shown;       ///< how texts name it, as configured, without secrets: "tcp://10.0.0.1:2376"
    QByteArray url;      ///< "http://docker" or "https://host:2376": scheme, host, port; no path
    QString unixSocket;  ///< path of a socket to use instead of TCP; empty: TCP
    QStringList command; ///< program whose standard input and output are the connection; empty: none
    /// What the failure of that program means; given with `command`.
    std::function<Error(const QString &shown, const CommandEnd &end)> commandError;
    QByteArray connectTo;   ///< "host:port" to connect to when that is not the host in `url` (expected server name)
    TlsMaterial tls;        ///< used when `url` is https
    bool insecure = false;  ///< takes any certificate: whoever asks for that warns of it as long as it lasts
    QByteArray proxy;       ///< e.g. "socks5h://host:1080"; empty: none. The environment is never asked.
    QString permissionHint; ///< what to do when the socket may not be opened: a nested() saying

    bool isTls() const { return url.startsWith("https:"); }
};

} // namespace graticule
