// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/docker/dockercontexts.h"
#include "backend/connectors/http/httpendpoint.h"

namespace graticule {

/// Forms of address that a person may write, with an example each.
QString dockerAddressHelp();

/// Where a connection's address leads, before any certificate file is read.
struct DockerTarget
{
    HttpEndpoint endpoint;   ///< without TLS material
    ConnectionConfig config; ///< with the certificate files of the context filled in
    QStringList warnings;    ///< e.g. that a context asks for no verification
};

/// Understands `unix:///path`, `/path`, `tcp://host[:port]`, `https://host[:port]`, `http://...` and `context:NAME`.
///
/// tcp:// is TLS when any certificate setting is given, or on port 2376, as docker's own tools have it. Without TLS
/// only loopback is taken, unless option `insecure` is `yes`: who reads the wire could take over the machine. Errors
/// name the field and say what to write instead.
Result<DockerTarget> dockerTarget(const ConnectionConfig &config, const QProcessEnvironment &environment);

} // namespace graticule
