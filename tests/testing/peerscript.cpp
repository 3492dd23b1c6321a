// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/peerscript.h"

#include <QProcess>

namespace graticule::testing {

PeerScript PeerScript::run(const QString &path, const QStringList &arguments, int withinMs)
{
    QProcess script;
    script.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    script.start(qEnvironmentVariable("GRATICULE_SOURCE", QStringLiteral(".")) + QStringLiteral("/tests/peers/") + path,
                 arguments);
    const bool ended = script.waitForFinished(withinMs);
    return {ended && script.exitStatus() == QProcess::NormalExit && script.exitCode() == 0,
            script.readAllStandardOutput()};
}

} // namespace graticule::testing
