// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/records/headsink.h"

#include "backend/authority/ownedfile.h"

#include <QDateTime>
#include <QFile>
#include <QLocale>

#include <cstring>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace graticule {
namespace {

Error failure(const QString &name)
{
    return {ErrorKind::Internal, Fault::Ours,
            QStringLiteral("The signed heads of the record of acts cannot be written to %1: %2.")
                .arg(name, qt_error_string()),
            Milliseconds(0)};
}

} // namespace

Result<Done> FileHeadSink::put(const QByteArray &line)
{
    // Made as the directory's owner wants it: root writes here too, for a keeper that is somebody else.
    if (!QFile::exists(m_path)) {
        if (const auto made = writeOwnedFile(m_path, {}, FileOwner::OfDirectory); !made)
            return made;
    }
    const int file = ::open(QFile::encodeName(m_path).constData(), O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0)
        return failure(m_path);
    const QByteArray bytes = line + '\n';
    const bool isWritten =
        ::write(file, bytes.constData(), size_t(bytes.size())) == bytes.size() && ::fdatasync(file) == 0;
    const int why = errno;
    ::close(file);
    errno = why;
    return isWritten ? Result<Done>(Done()) : failure(m_path);
}

Result<Done> SyslogHeadSink::put(const QByteArray &line)
{
    // By hand and not by syslog(3), which tells nobody when a message got lost.
    constexpr int kPriority = 10 * 8 + 5; // authpriv.notice
    const QByteArray path = QFile::encodeName(m_socket);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    if (path.size() >= qsizetype(sizeof(address.sun_path))) {
        errno = ENAMETOOLONG;
        return failure(name());
    }
    std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
    const int out = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const QByteArray stamp =
        QLocale::c().toString(QDateTime::currentDateTime(), QStringLiteral("MMM dd HH:mm:ss")).toLatin1();
    const QByteArray message = '<' + QByteArray::number(kPriority) + '>' + stamp + " graticuled[" +
                               QByteArray::number(::getpid()) + "]: " + line;
    const bool isSent =
        out >= 0 && ::sendto(out, message.constData(), size_t(message.size()), MSG_NOSIGNAL,
                             reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == message.size();
    const int why = errno;
    if (out >= 0)
        ::close(out);
    errno = why;
    return isSent ? Result<Done>(Done()) : failure(name());
}

} // namespace graticule
