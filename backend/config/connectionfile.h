// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/config/mistake.h"
#include "backend/connectors/connectorregistry.h"

namespace graticule {

/// Reads one file of connections.d/. Keys: id, name, type, address, place (site, city, position, country, region),
/// labels, tls (ca, certificate, key, server-name), token, options, paused, budget (requests-per-second,
/// bytes-per-second). A secret in clear text is a mistake. Use the result only when @p mistakes got none. What `place`
/// says may as well stand among the labels, as graticule.dev/city and so on; not in both, unless they agree.
///
/// Without an id one is derived from @p fileName (stable as long as the file keeps its name); without a name the file's
/// base name is it.
ConnectionConfig parseConnection(const QByteArray &yaml, const QString &fileName, const ConnectorRegistry &registry,
                                 Mistakes &mistakes);

/// What is wrong with the files that @p yaml names (tls.ca, tls.certificate, tls.key, token): missing, or a secret that
/// others can read. A connection whose files are not there yet is still a connection, so this is for checking only.
Mistakes checkFilesOf(const QByteArray &yaml, const ConnectionConfig &config);

/// What is wrong with a connection, from wherever it comes; lines are 0.
Mistakes checkConnection(const ConnectionConfig &config, const ConnectorRegistry &registry);

/// The file's text; parseConnection() reads the same back.
QByteArray toYaml(const ConnectionConfig &config);

/// @p yaml with `paused` set or taken away, all else as the person wrote it.
QByteArray withPaused(const QByteArray &yaml, bool paused);

} // namespace graticule
