// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/foundendpoint.h"

#include <QProcessEnvironment>

#include <vector>

namespace graticule {

/// Sockets of Docker and Podman (also rootless), DOCKER_HOST, docker's contexts. Reads files only and connects to
/// nothing. @p environment describes the user; @p root stands before the system's own paths ("/" but in tests).
std::vector<FoundEndpoint> discoverDocker(const QProcessEnvironment &environment,
                                          const QString &root = QStringLiteral("/"));

} // namespace graticule
