// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QString>

#include <vector>

namespace graticule {

/// An endpoint that this machine's files speak of; nothing has been asked of it.
struct FoundEndpoint
{
    QString type;    ///< connector: "docker", "kubernetes"
    QString address; ///< for a connection of that type
    QString name;    ///< suggestion
    QString note;    ///< what it is, or why it cannot be used; English
    bool usable = false;
};

/// Sockets of Docker and Podman (also rootless), DOCKER_HOST, docker's contexts, and, as coming, the contexts of
/// kubeconfig files. Reads files only and connects to nothing. @p environment describes the user; @p root stands before
/// the system's own paths ("/" but in tests).
std::vector<FoundEndpoint> discoverEndpoints(const QProcessEnvironment &environment,
                                             const QString &root = QStringLiteral("/"));

} // namespace graticule
