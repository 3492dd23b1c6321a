// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/privatelistener.h"

#include "backend/keeper/keepernote.h"

#include <QDeadlineTimer>
#include <QFile>

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace graticule {
namespace {

constexpr int kBacklog = 64;
constexpr Milliseconds kPatience{5000};

Error failure(ErrorKind kind, const QString &what, const QString &path)
{
    return {kind, Fault::Input, QStringLiteral("%1 %2: %3.").arg(what, path, qt_error_string(errno)), std::nullopt};
}

Result<sockaddr_un> addressOf(const QString &path)
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    const QByteArray native = QFile::encodeName(path);
    if (native.size() >= qsizetype(sizeof(address.sun_path))) {
        errno = ENAMETOOLONG;
        return failure(ErrorKind::Invalid, QStringLiteral("Cannot listen at"), path);
    }
    std::copy(native.begin(), native.end(), address.sun_path);
    return address;
}

const sockaddr *generic(const sockaddr_un &address)
{
    return reinterpret_cast<const sockaddr *>(&address);
}

/// Whether somebody answers at the unix socket @p path.
bool isServed(const QString &path)
{
    const Result<sockaddr_un> address = addressOf(path);
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool served = address && descriptor >= 0 && ::connect(descriptor, generic(*address), sizeof(*address)) == 0;
    ::close(descriptor);
    return served;
}

/// Takes the lock. A keeper that is on its way out (it has the lock, but nobody answers) is waited for.
Result<int> lock(const KeeperHome &home, const QString &build)
{
    const QString path = home.lockFile();
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return failure(ErrorKind::Internal, QStringLiteral("Cannot open"), path);
    const QDeadlineTimer patience(kPatience);
    bool isOurs = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
    // It may have been started in another environment, and listen elsewhere than we would.
    const auto answers = [&] {
        const QString noted = KeeperNote::in(path).socketPath;
        return isServed(home.socketPath()) || (!noted.isEmpty() && isServed(noted));
    };
    while (!isOurs && !patience.hasExpired() && !answers()) {
        ::poll(nullptr, 0, 20);
        isOurs = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
    }
    if (isOurs) {
        const QByteArray note = KeeperNote{::getpid(), build, home.socketPath()}.text();
        if (::ftruncate(descriptor, 0) == 0 && ::write(descriptor, note.constData(), size_t(note.size())) < 0)
            qInfo("cannot note the process id in %s", qUtf8Printable(path)); // we have the lock all the same
        return descriptor;
    }
    ::close(descriptor);
    return Error{ErrorKind::Conflict, Fault::Input,
                 QStringLiteral("Another keeper (process %1) has this home: %2 is locked.")
                     .arg(KeeperNote::in(path).processId)
                     .arg(path),
                 std::nullopt};
}

Result<int> listenAt(const QString &path)
{
    const Result<sockaddr_un> address = addressOf(path);
    if (!address)
        return address.error();
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0)
        return failure(ErrorKind::Internal, QStringLiteral("Cannot make a socket for"), path);
    ::unlink(QFile::encodeName(path).constData()); // of a keeper that was killed: we hold the lock
    if (::bind(descriptor, generic(*address), sizeof(*address)) == 0 && ::listen(descriptor, kBacklog) == 0)
        return descriptor;
    const Error error = failure(ErrorKind::Internal, QStringLiteral("Cannot listen at"), path);
    ::close(descriptor);
    return error;
}

} // namespace

Result<std::unique_ptr<PrivateListener>> PrivateListener::open(const KeeperHome &home, const QString &build)
{
    const Result<Done> made = home.create();
    if (!made)
        return made.error();
    const Result<int> locked = lock(home, build);
    if (!locked)
        return locked.error();
    const Result<int> listening = listenAt(home.socketPath());
    if (!listening) {
        ::close(*locked);
        return listening.error();
    }
    return std::unique_ptr<PrivateListener>(new PrivateListener(*locked, *listening, home.socketPath()));
}

PrivateListener::PrivateListener(int lock, int listening, QString socketPath)
    : m_lock(lock)
    , m_listening(listening)
    , m_socketPath(std::move(socketPath))
    , m_notifier(listening, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &PrivateListener::acceptAll);
}

PrivateListener::~PrivateListener()
{
    stopListening();
    ::close(m_lock); // the next keeper may begin
}

void PrivateListener::stopListening()
{
    if (m_listening < 0)
        return;
    m_notifier.setEnabled(false);
    QFile::remove(m_socketPath);
    ::close(std::exchange(m_listening, -1));
}

bool PrivateListener::isOwnUser(int descriptor)
{
    ucred peer = {};
    socklen_t size = sizeof(peer);
    return ::getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == ::geteuid();
}

void PrivateListener::acceptAll()
{
    for (;;) {
        const int descriptor = ::accept4(m_listening, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (descriptor < 0)
            return;
        if (!isOwnUser(descriptor)) {
            qInfo("turned away a connection of another user");
            ::close(descriptor);
            continue;
        }
        Q_EMIT accepted(descriptor);
    }
}

} // namespace graticule
