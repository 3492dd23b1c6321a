// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/http/commandend.h"

#include <QObject>
#include <QStringList>

#include <memory>

QT_BEGIN_NAMESPACE
class QProcess;
QT_END_NAMESPACE

namespace graticule {

/// One run of a program whose standard input and output are a socket. Inside of CommandDial only. Goes by itself when
/// the program has ended; a program that still runs when this goes is killed, without waiting.
class CommandRun : public QObject
{
    Q_OBJECT

public:
    /// Takes over the descriptor @p end, the program's end of the socket. It is closed when the program has ended and
    /// @p fate knows how: only then is the other end told.
    CommandRun(const QStringList &command, int end, std::shared_ptr<CommandFate> fate, QObject *parent);
    ~CommandRun() override;

private:
    void listen();
    void exited();
    void notStarted();
    void close();

    QProcess *m_process;
    int m_end; ///< -1: closed
    std::shared_ptr<CommandFate> m_fate;
    QByteArray m_said;
};

} // namespace graticule
