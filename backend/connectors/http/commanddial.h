// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/http/commandend.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace graticule {

/// Connections that are a program's standard input and output, such as ssh's: a socket in a directory that only this
/// user enters, and one run of the program for each connection to it. Its thread's event loop begins the runs and reads
/// what the programs complain of. Those that are left when this goes are killed.
///
/// Not a pair of sockets, because libcurl insists on connecting what it is given (before version 8.0 even what is
/// connected already). So that each connection has its own fate, the caller's sockets have names, by which they are
/// known when they arrive; others are sent away.
class CommandDial : public QObject
{
    Q_OBJECT

public:
    /// @p command: program and arguments; no shell sees them.
    explicit CommandDial(QStringList command, QObject *parent = nullptr);
    ~CommandDial() override;

    /// Where to connect what open() gives; empty: error() says why the system gives no such place. Tried again each
    /// time.
    const QString &socketPath();
    /// A socket for the caller to connect before it returns to the event loop; -1: error() says why there is none. It
    /// is the caller's, and given back with close() before the dial goes. Its other end is closed only once the program
    /// has ended and fate() knows how.
    int open();
    void close(int socket);
    const QString &error() const { return m_error; }

    /// Of the program behind @p socket; null: that is none of ours.
    std::shared_ptr<const CommandFate> fate(int socket) const { return m_fates.value(socket); }

private:
    bool listen();
    void accept();

    QStringList m_command;
    QTemporaryDir m_directory;
    QString m_path;
    QString m_error;
    int m_listener = -1;
    QHash<int, std::shared_ptr<CommandFate>> m_fates; ///< by the caller's socket
    QHash<QByteArray, int> m_awaited;                 ///< name of a socket that was not seen to arrive yet -> itself
};

} // namespace graticule
