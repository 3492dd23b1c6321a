// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QStringList>
#include <QTemporaryDir>

#include <optional>

QT_BEGIN_NAMESPACE
class QProcess;
QT_END_NAMESPACE

namespace graticule {

/// How a command that was to be a connection ended badly.
struct CommandEnd
{
    bool started = false; ///< false: there is no such program
    int exitCode = 0;
    QByteArray said; ///< the end of what it wrote to standard error
};

/// Connections that are a program's standard input and output, such as ssh's: a socket of its own, in a directory that
/// only this user enters, and one run of the program for each connection to it. Its thread's event loop reads what the
/// program complains of. Processes that are left when this goes are ended, without waiting.
class CommandDial : public QObject
{
    Q_OBJECT

public:
    /// @p command: program and arguments; no shell sees them.
    explicit CommandDial(QStringList command, QObject *parent = nullptr);
    ~CommandDial() override;

    /// Where to connect; empty: the system would not give a socket.
    const QString &socketPath() const { return m_path; }
    /// How the last run that has ended did so, when that was badly and no other has begun since. A connection is closed
    /// only once this is known.
    const std::optional<CommandEnd> &failure() const { return m_failure; }

private:
    void listen();
    void accept();
    void run(int connection);
    void ended(QProcess *process, int connection, bool started);

    QStringList m_command;
    QTemporaryDir m_directory;
    QString m_path;
    int m_listener = -1;
    std::optional<CommandEnd> m_failure;
};

} // namespace graticule
