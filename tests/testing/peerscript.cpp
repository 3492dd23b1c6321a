// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/peerscript.h"

#include <QProcess>

namespace graticule::testing {

void PeerScript::start(QProcess &process, const QString &path, const QStringList &arguments)
{
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(qEnvironmentVariable("GRATICULE_SOURCE", QStringLiteral(".")) + QStringLiteral("/tests/peers/") +
                      path,
                  arguments);
}

PeerScript PeerScript::run(const QString &path, const QStringList &arguments, int withinMs)
{
    QProcess script;
    start(script, path, arguments);
    const bool ended = script.waitForFinished(withinMs);
    return {ended && script.exitStatus() == QProcess::NormalExit && script.exitCode() == 0,
            script.readAllStandardOutput()};
}

} // namespace graticule::testing
