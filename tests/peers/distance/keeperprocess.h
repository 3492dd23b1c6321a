// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlchannel.h"

#include <QProcess>

#include <memory>

namespace graticule::testing {

/// A team's keeper, the real program, with an authority of its own, in a folder of its own. It stands at the site of
/// its name.
class KeeperProcess
{
public:
    /// @p directory: is made.
    KeeperProcess(const QString &directory, const QString &name);
    ~KeeperProcess(); ///< ends it in order

    /// Print, when it ends, what it said.
    void tellLog() { m_tellsLog = true; }
    const QString &name() const { return m_name; }
    /// A certificate of this keeper's for @p peer, in a folder of which the path is returned.
    QString enrol(const QString &peer) const;
    /// Starts; "127.0.0.1:PORT" where it serves, empty when it does not.
    QString start();
    /// A file in connections.d: @p type of connection to @p address, with what enrol() gave; found within seconds.
    void connectTo(const QString &name, const QString &type, const QString &address, const QString &enrolled,
                   double probeSeconds) const;
    /// It hangs: nothing of it runs, what it listened at is open as ever.
    void freeze();
    void thaw();
    /// As a console that was enrolled.
    std::shared_ptr<ControlChannel> channel(const QString &enrolled) const;
    /// Processor time that it has used, in seconds.
    double cpuSeconds() const;
    /// Megabytes that it has in memory.
    double residentMb() const;

private:
    QString in(const QString &file) const { return m_directory + QLatin1Char('/') + file; }
    void write(const QString &file, const QByteArray &bytes) const;

    QString m_directory;
    QString m_name;
    QString m_address;
    bool m_tellsLog = false;
    bool m_isFrozen = false;
    std::unique_ptr<QProcess> m_process;
};

} // namespace graticule::testing
