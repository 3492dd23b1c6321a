// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/authority/ownedfile.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace graticule {
namespace {

Error failure(const QString &what, const QString &path)
{
    return {ErrorKind::Internal, Fault::Input, QStringLiteral("Cannot %1 %2: %3.").arg(what, path, qt_error_string()),
            std::nullopt};
}

/// Gives what root made to whom the directory belongs.
bool give(int descriptor, const QString &directory)
{
    struct stat status = {};
    if (::geteuid() != 0 || ::stat(QFile::encodeName(directory).constData(), &status) != 0)
        return true;
    return ::fchown(descriptor, status.st_uid, status.st_gid) == 0;
}

bool writeAll(int descriptor, const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t count = ::write(descriptor, bytes.constData() + done, size_t(bytes.size() - done));
        if (count < 0)
            return false;
        done += count;
    }
    return true;
}

} // namespace

Result<Done> writeOwnedFile(const QString &path, const QByteArray &bytes, FileOwner owner)
{
    const QByteArray made = QFile::encodeName(path + QStringLiteral(".new-%1").arg(::getpid()));
    const int descriptor = ::open(made.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return failure(QStringLiteral("write"), path);
    QString what;
    if ((owner == FileOwner::OfDirectory && !give(descriptor, QFileInfo(path).path())) ||
        !writeAll(descriptor, bytes) || ::fsync(descriptor) != 0)
        what = QStringLiteral("write");
    else if (::rename(made.constData(), QFile::encodeName(path).constData()) != 0)
        what = QStringLiteral("replace");
    const int why = errno;
    ::close(descriptor);
    if (what.isEmpty())
        return Done();
    ::unlink(made.constData());
    errno = why;
    return failure(what, path);
}

Result<Done> makeOwnedDirectory(const QString &path)
{
    if (QFileInfo(path).isDir())
        return Done();
    const QString above = QFileInfo(path).path();
    if (!QFileInfo(above).isDir()) {
        const Result<Done> made = makeOwnedDirectory(above);
        if (!made)
            return made;
    }
    if (::mkdir(QFile::encodeName(path).constData(), 0700) != 0)
        return failure(QStringLiteral("make the directory"), path);
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool given = descriptor >= 0 && give(descriptor, above);
    ::close(descriptor);
    return given ? Result<Done>(Done()) : failure(QStringLiteral("give away the directory"), path);
}

} // namespace graticule
