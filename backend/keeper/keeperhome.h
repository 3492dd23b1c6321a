// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlvalues.h"

namespace graticule {

/// Where one private keeper and its consoles keep their files, and where its socket is. A value; makes nothing by
/// itself.
///
///     --home DIR            else, by the XDG base directories
///     DIR/config/           ~/.config/graticule/        connections.d/, lab.yaml: what a person configured
///     DIR/data/             ~/.local/share/graticule/   keeper.id, keeper.lock, keeper.log, last/, samples.db,
///                                                       history.db, audit/
///     DIR/run/              $XDG_RUNTIME_DIR/graticule/ keeper.sock, lab/; where the running keeper's is, keeper.lock
///     says
/// A run directory whose sockets would pass the system's limit for their paths, or that is not to be had, is replaced
/// by one in /tmp named by user and home.
class KeeperHome
{
public:
    static KeeperHome standard();
    static KeeperHome at(const QString &directory);
    /// at() when @p directory is not empty.
    static KeeperHome of(const QString &directory);

    QString configDirectory() const { return m_config; }
    QString dataDirectory() const { return m_data; }
    QString runDirectory() const { return m_run; }
    QString connectionsDirectory() const { return m_config + QStringLiteral("/connections.d"); }
    QString labFile() const { return m_config + QStringLiteral("/lab.yaml"); }
    QString lastFactsDirectory() const { return m_data + QStringLiteral("/last"); }
    QString samplesFile() const { return m_data + QStringLiteral("/samples.db"); }
    QString historyFile() const { return m_data + QStringLiteral("/history.db"); }
    QString recordDirectory() const { return m_data + QStringLiteral("/audit"); }
    /// Beside the configuration: whoever rewrites what is in the data directory misses it.
    QString auditHeadsFile() const { return m_config + QStringLiteral("/audit-heads"); }
    QString logFile() const { return m_data + QStringLiteral("/keeper.log"); }
    QString lockFile() const { return m_data + QStringLiteral("/keeper.lock"); }
    QString socketPath() const { return m_run + QStringLiteral("/keeper.sock"); }
    QString labSocketDirectory() const { return m_run + QStringLiteral("/lab"); }

    /// Of the private keeper.
    ControlAddress address() const;
    /// Command line options that lead another program to this home.
    QStringList arguments() const;

    /// Makes the directories, owner-only. Refused, naming the directory, when one cannot be made or is open to others.
    Result<Done> create() const;

private:
    QString m_home; ///< as given; empty: standard
    QString m_config;
    QString m_data;
    QString m_run;
};

/// Makes @p path, and those above it, with mode 0700; or accepts it when it is this user's, closing it to others.
Result<Done> makePrivateDirectory(const QString &path);

/// A keeper's id, kept in its data directory; made at the first call, with the directory.
Result<QString> keeperIdIn(const QString &dataDirectory);

/// Names the build of the program at @p path: another one has another name. Empty when there is no such file.
QString buildOf(const QString &path);

} // namespace graticule
