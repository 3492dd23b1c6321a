// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/config/mistake.h"
#include "backend/connectors/connectorregistry.h"

namespace graticule {

/// Reads one file of connections.d/. Keys: id, name, type, address, labels, tls (ca, certificate, key, server-name),
/// token, options, paused, budget (requests-per-second, bytes-per-second). A secret in clear text is a mistake.
/// Use the result only when @p mistakes got none.
///
/// Without an id one is derived from @p fileName (stable as long as the file keeps its name); without a name the file's
/// base name is it.
ConnectionConfig parseConnection(const QByteArray &yaml, const QString &fileName, const ConnectorRegistry &registry,
                                 Mistakes &mistakes);

/// What is wrong with a connection, from wherever it comes; lines are 0.
Mistakes checkConnection(const ConnectionConfig &config, const ConnectorRegistry &registry);

/// The file's text; parseConnection() reads the same back.
QByteArray toYaml(const ConnectionConfig &config);

} // namespace graticule
