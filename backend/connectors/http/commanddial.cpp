// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/commanddial.h"

#include "backend/connectors/http/commandrun.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace graticule {
namespace {

constexpr int kWaiting = 128; ///< connections that the event loop has not come to yet

int newSocket()
{
    return ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
}

QByteArray bytesOf(const sockaddr_un &address, socklen_t length)
{
    return {reinterpret_cast<const char *>(&address), qsizetype(length)};
}

} // namespace

CommandDial::CommandDial(QStringList command, QObject *parent)
    : QObject(parent)
    , m_command(std::move(command))
    , m_directory(QDir::tempPath() + QStringLiteral("/graticule-XXXXXX"))
{
}

CommandDial::~CommandDial()
{
    if (m_listener >= 0)
        ::close(m_listener);
}

const QString &CommandDial::socketPath()
{
    if (m_path.isEmpty() && !m_directory.isValid()) // perhaps there is place by now
        m_directory = QTemporaryDir(QDir::tempPath() + QStringLiteral("/graticule-XXXXXX"));
    if (m_path.isEmpty() && listen())
        m_path = m_directory.filePath(QStringLiteral("s"));
    return m_path;
}

bool CommandDial::listen()
{
    const QByteArray path = QFile::encodeName(m_directory.filePath(QStringLiteral("s")));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (!m_directory.isValid()) {
        m_error = QStringLiteral("no directory in %1: %2").arg(QDir::tempPath(), m_directory.errorString());
        return false;
    }
    if (path.size() >= qsizetype(sizeof address.sun_path)) {
        m_error = QStringLiteral("%1 is too long a path for a socket; set another TMPDIR").arg(QDir::tempPath());
        return false;
    }
    std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
    const int listener = newSocket();
    if (listener >= 0 && ::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0 &&
        ::listen(listener, kWaiting) == 0) {
        m_listener = listener;
        return true;
    }
    m_error = qt_error_string(errno);
    if (listener >= 0)
        ::close(listener);
    ::unlink(path.constData());
    return false;
}

int CommandDial::open()
{
    if (m_listener < 0)
        return -1;
    const int socket = newSocket();
    sockaddr_un name{};
    name.sun_family = AF_UNIX;
    socklen_t length = sizeof name.sun_family; // the kernel finds a name that nobody else has
    if (socket < 0 || ::bind(socket, reinterpret_cast<sockaddr *>(&name), length) != 0 ||
        ::getsockname(socket, reinterpret_cast<sockaddr *>(&name), &(length = sizeof name)) != 0) {
        m_error = qt_error_string(errno);
        if (socket >= 0)
            ::close(socket);
        return -1;
    }
    m_fates.insert(socket, std::make_shared<CommandFate>());
    m_awaited.insert(bytesOf(name, length), socket);
    QMetaObject::invokeMethod(this, &CommandDial::accept, Qt::QueuedConnection);
    return socket;
}

void CommandDial::close(int socket)
{
    m_awaited.removeIf([socket](const auto &awaited) { return *awaited == socket; });
    m_fates.remove(socket);
    ::close(socket);
}

void CommandDial::accept()
{
    while (!m_awaited.isEmpty()) {
        sockaddr_un name{};
        socklen_t length = sizeof name;
        const int end = ::accept4(m_listener, reinterpret_cast<sockaddr *>(&name), &length, SOCK_CLOEXEC);
        if (end < 0 && errno == EAGAIN) // the caller thought better of it
            return;
        if (end < 0) { // likely no descriptor is left. What waits is sent away when the next one comes.
            const CommandEnd why{CommandEnd::How::NotStarted, 0, qt_error_string(errno).toUtf8()};
            const auto waiting = std::exchange(m_awaited, {});
            for (const int socket : waiting) {
                m_fates.value(socket)->failure = why;
                ::shutdown(socket, SHUT_RDWR); // so that the caller hears of it
            }
            return;
        }
        const auto awaited = m_awaited.constFind(bytesOf(name, length));
        if (awaited == m_awaited.cend()) {
            ::close(end);
            continue;
        }
        new CommandRun(m_command, end, m_fates.value(*awaited), this);
        m_awaited.erase(awaited);
    }
}

} // namespace graticule
