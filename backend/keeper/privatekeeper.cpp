// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/privatekeeper.h"

#include "backend/keeper/keepernote.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <csignal>
#include <functional>

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace graticule {
namespace {

constexpr int kLookEveryMs = 10;
constexpr Milliseconds kReplacement{3000};

/// Process id of who listens at @p path; nullopt: nobody of this user.
std::optional<qint64> listenerAt(const QString &path)
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    const QByteArray native = QFile::encodeName(path);
    if (native.size() >= qsizetype(sizeof(address.sun_path)))
        return {};
    std::copy(native.begin(), native.end(), address.sun_path);
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return {};
    std::optional<qint64> result;
    ucred peer = {};
    socklen_t size = sizeof(peer);
    if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0 &&
        ::getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == ::geteuid())
        result = peer.pid;
    ::close(descriptor);
    return result;
}

/// Whether no process has the lock, nor is there any such file.
bool isFree(const QString &lockFile)
{
    const int descriptor = ::open(QFile::encodeName(lockFile).constData(), O_RDWR | O_CLOEXEC);
    const bool free = descriptor < 0 || ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
    ::close(descriptor);
    return free;
}

bool waitUntil(const std::function<bool()> &condition, Milliseconds deadline)
{
    const QDeadlineTimer timer(deadline);
    while (!condition()) {
        if (timer.hasExpired())
            return false;
        ::poll(nullptr, 0, kLookEveryMs);
    }
    return true;
}

bool isAlive(qint64 pid)
{
    char target[8]; // of a process that has ended and was not yet waited for, there is nothing to read
    return ::readlink(QStringLiteral("/proc/%1/exe").arg(pid).toLatin1().constData(), target, sizeof(target)) > 0;
}

} // namespace

PrivateKeeper::PrivateKeeper(KeeperHome home, QString program)
    : m_home(std::move(home))
    , m_program(std::move(program))
{
}

QString PrivateKeeper::program() const
{
    if (!m_program.isEmpty())
        return m_program;
    const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/graticuled");
    return QFileInfo(beside).isExecutable() ? beside : QStandardPaths::findExecutable(QStringLiteral("graticuled"));
}

std::optional<PrivateKeeper::Running> PrivateKeeper::running() const
{
    const KeeperNote note = KeeperNote::in(m_home.lockFile());
    for (const QString &path : {m_home.socketPath(), note.socketPath}) {
        const auto pid = path.isEmpty() ? std::nullopt : listenerAt(path);
        if (!pid || (path != m_home.socketPath() && *pid != note.processId))
            continue; // nobody, or somebody else has taken the place that the note names
        ControlAddress address;
        address.target = QStringLiteral("unix://") + path;
        return Running{address, *pid, false};
    }
    return {};
}

/// Nobody listens, and all is written.
bool PrivateKeeper::isGone() const
{
    return !running() && isFree(m_home.lockFile());
}

/// Asks a keeper of another build to go if nobody watches it, and waits a little for that.
void PrivateKeeper::replaceOtherBuild(const Running &running, const QString &program) const
{
    const QString build = KeeperNote::in(m_home.lockFile()).build;
    const QString ours = buildOf(program);
    if (build.isEmpty() || ours.isEmpty() || build == ours)
        return;
    if (::kill(pid_t(running.processId), SIGUSR1) == 0)
        waitUntil([this] { return isGone(); }, kReplacement);
}

Result<PrivateKeeper::Running> PrivateKeeper::ensureRunning(const QStringList &extra, Milliseconds deadline) const
{
    const QString path = program();
    if (const auto before = running()) {
        replaceOtherBuild(*before, path);
        if (const auto still = running())
            return *still;
    }
    if (path.isEmpty())
        return Error{ErrorKind::NotFound, Fault::Ours,
                     QStringLiteral("The keeper's program, graticuled, is neither beside this program nor in PATH; "
                                    "install it there."),
                     std::nullopt};
    if (const Result<Done> made = m_home.create(); !made)
        return made.error(); // it could not make it either, and would end
    QProcess process;
    process.setProgram(path);
    process.setArguments(QStringList{QStringLiteral("--private")} + m_home.arguments() + extra);
    process.setWorkingDirectory(QStringLiteral("/"));
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    qint64 started = 0;
    if (!process.startDetached(&started))
        return Error{ErrorKind::Internal, Fault::Ours,
                     QStringLiteral("Cannot start %1: %2.").arg(path, process.errorString()), std::nullopt};
    // One that has ended, while no other has the home, will not come up.
    const auto hasFailed = [&] { return !isAlive(started) && isFree(m_home.lockFile()); };
    waitUntil([&] { return running().has_value() || hasFailed(); }, deadline);
    const auto there = running();
    if (!there && hasFailed())
        return Error{ErrorKind::Internal, Fault::Ours,
                     QStringLiteral("The keeper (%1) ended as soon as it was started; its log, %2, says why.")
                         .arg(path, m_home.logFile()),
                     std::nullopt};
    if (!there)
        return Error{ErrorKind::TimedOut, Fault::Ours,
                     QStringLiteral("The keeper (%1) does not come up; its log is %2.").arg(path, m_home.logFile()),
                     Milliseconds(0)};
    Running result = *there;
    result.started = true;
    return result;
}

Result<Done> PrivateKeeper::stop(Milliseconds deadline) const
{
    const auto there = running();
    if (!there)
        return Done();
    if (::kill(pid_t(there->processId), SIGTERM) == 0 && waitUntil([this] { return isGone(); }, deadline))
        return Done();
    return Error{ErrorKind::TimedOut, Fault::Ours,
                 QStringLiteral("The keeper (process %1) does not end; its log is %2.")
                     .arg(there->processId)
                     .arg(m_home.logFile()),
                 Milliseconds(0)};
}

} // namespace graticule
