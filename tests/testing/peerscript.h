// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QProcess;
QT_END_NAMESPACE

namespace graticule::testing {

/// What a script of tests/peers printed, and whether it said that it succeeded. Its complaints went to the test's log.
struct PeerScript
{
    /// Runs tests/peers/@p path and waits for its end, a minute by default.
    static PeerScript run(const QString &path, const QStringList &arguments, int withinMs = 60'000);

    /// Begins to run it; @p process tells its output and end, its complaints go to the test's log.
    static void start(QProcess &process, const QString &path, const QStringList &arguments);

    bool succeeded = false;
    QByteArray output;
};

} // namespace graticule::testing
