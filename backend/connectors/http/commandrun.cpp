// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/commandrun.h"

#include <QProcess>

#include <cerrno>
#include <unistd.h>

namespace graticule {
namespace {

constexpr qsizetype kMostSaid = 4000;
constexpr int kKilledMs = 200; ///< a killed program ends in 1 or 2, but for one that waits for a dead disk

} // namespace

CommandRun::CommandRun(const QStringList &command, int end, std::shared_ptr<CommandFate> fate, QObject *parent)
    : QObject(parent)
    , m_process(new QProcess(this))
    , m_end(end)
    , m_fate(std::move(fate))
{
    m_process->setProcessChannelMode(QProcess::SeparateChannels);
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->setStandardOutputFile(QProcess::nullDevice());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C")); // its complaints are read by us
    m_process->setProcessEnvironment(environment);
    m_process->setChildProcessModifier([end] { // in the child, after its own channels were made
        ::dup2(end, STDIN_FILENO);
        ::dup2(end, STDOUT_FILENO);
    });
    connect(m_process, &QProcess::readyReadStandardError, this, &CommandRun::listen);
    connect(m_process, &QProcess::finished, this, &CommandRun::exited);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            notStarted();
    });
    m_process->start(command.first(), command.mid(1));
}

CommandRun::~CommandRun()
{
    close();
    m_process->disconnect(this);
    if (m_process->state() == QProcess::NotRunning)
        return;
    m_process->kill();
    if (m_process->waitForFinished(kKilledMs)) // the thread may end next, and nobody would collect it
        return;
    m_process->setParent(nullptr); // the system itself holds it: waiting for that would stop the thread
    connect(m_process, &QProcess::stateChanged, m_process, [process = m_process](QProcess::ProcessState state) {
        if (state == QProcess::NotRunning)
            process->deleteLater();
    });
}

/// Keeps the end of it only: who is at the other end may say what and as much as they like.
void CommandRun::listen()
{
    m_said = (m_said + m_process->readAllStandardError()).right(kMostSaid);
}

void CommandRun::exited()
{
    listen();
    if (m_process->exitStatus() != QProcess::NormalExit)
        m_fate->failure = CommandEnd{CommandEnd::How::Crashed, 0, m_said.trimmed()};
    else if (m_process->exitCode() != 0)
        m_fate->failure = CommandEnd{CommandEnd::How::Exited, m_process->exitCode(), m_said.trimmed()};
    close();
    deleteLater();
}

void CommandRun::notStarted()
{
    const QString why = m_process->errorString();
    const bool isMissing = why.contains(qt_error_string(ENOENT)); // Qt tells the cause in words only
    m_fate->failure = CommandEnd{isMissing ? CommandEnd::How::Missing : CommandEnd::How::NotStarted, 0, why.toUtf8()};
    close();
    deleteLater();
}

void CommandRun::close()
{
    if (m_end >= 0)
        ::close(std::exchange(m_end, -1));
}

} // namespace graticule
