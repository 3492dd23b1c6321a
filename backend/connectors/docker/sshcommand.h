// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/http/commandend.h"
#include "backend/domain/error.h"

#include <QStringList>

QT_BEGIN_NAMESPACE
class QUrl;
QT_END_NAMESPACE

namespace graticule {

/// The command that speaks with the engine behind ssh://USER@HOST:PORT/SOCKET: ssh without questions (batch mode) and
/// with host keys that are known already, running `docker system dial-stdio` there. @p configFile: another file than
/// ~/.ssh/config; empty: that. Invalid when the address has what ssh or its shell could take for something else.
Result<QStringList> sshDockerCommand(const QUrl &url, const QString &configFile);

/// What it means that the command ended so: host key unknown or changed, log-in refused, no docker there.
Error sshDockerError(const QString &shown, const CommandEnd &end);

} // namespace graticule
