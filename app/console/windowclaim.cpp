// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/windowclaim.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

/// Closes itself.
struct Descriptor
{
    explicit Descriptor(int file)
        : number(file)
    {
    }
    ~Descriptor()
    {
        if (number >= 0)
            ::close(number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    int number;
};

bool isReady(int file, short event, const QDeadlineTimer &deadline)
{
    pollfd wanted{file, event, 0};
    return ::poll(&wanted, 1, int(std::max<qint64>(0, deadline.remainingTime()))) == 1;
}

/// True when the other side has said that it did as asked.
bool ask(const QString &path, const QByteArray &line, const QDeadlineTimer &deadline)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path);
    if (name.size() >= qsizetype(sizeof address.sun_path))
        return false;
    std::memcpy(address.sun_path, name.constData(), size_t(name.size()));
    const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (socket.number < 0 || ::connect(socket.number, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        return false;
    qsizetype sent = 0;
    while (sent < line.size()) {
        if (!isReady(socket.number, POLLOUT, deadline))
            return false;
        const auto written = ::send(socket.number, line.constData() + sent, size_t(line.size() - sent), MSG_NOSIGNAL);
        if (written <= 0 && errno != EAGAIN)
            return false;
        sent += std::max<qsizetype>(0, written);
    }
    char answer = 0;
    return isReady(socket.number, POLLIN, deadline) && ::recv(socket.number, &answer, 1, 0) == 1;
}

} // namespace

WindowClaim::WindowClaim(const KeeperAccess &access)
{
    const QString run = access.home().runDirectory();
    if (!makePrivateDirectory(run))
        return;
    const QString name = run + u"/console-"_s + QFileInfo(access.cacheFile()).completeBaseName().left(12);
    m_lock = name + u".lock"_s;
    m_socket = name + u".sock"_s;
    m_file = ::open(QFile::encodeName(m_lock).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
}

WindowClaim::~WindowClaim()
{
    if (m_file >= 0)
        ::close(m_file); // and with it the lock
}

bool WindowClaim::take()
{
    if (m_file < 0 || m_isHeld)
        return true;
    m_isHeld = ::flock(m_file, LOCK_EX | LOCK_NB) == 0;
    if (!m_isHeld)
        return errno != EWOULDBLOCK; // a file system without locks: as good as held
    const QByteArray process = QByteArray::number(::getpid());
    if (::ftruncate(m_file, 0) != 0 || ::pwrite(m_file, process.constData(), size_t(process.size()), 0) < 0)
        return true; // nobody can name this process then
    return true;
}

WindowClaim::Handed WindowClaim::hand(const WindowRequest &request, Milliseconds deadline) const
{
    const QDeadlineTimer end(deadline.count());
    while (!end.hasExpired()) {
        if (ask(m_socket, request.toLine(), end))
            return Handed::Shown;
        if (::flock(m_file, LOCK_EX | LOCK_NB) == 0) {
            ::flock(m_file, LOCK_UN);
            return Handed::Free;
        }
        ::poll(nullptr, 0, int(std::clamp<qint64>(end.remainingTime(), 0, 50))); // it may not listen yet
    }
    return Handed::NoAnswer;
}

qint64 WindowClaim::holder() const
{
    char digits[24] = {};
    if (m_file < 0 || ::pread(m_file, digits, sizeof digits - 1, 0) <= 0)
        return 0;
    return QByteArray(digits).toLongLong();
}

} // namespace graticule
