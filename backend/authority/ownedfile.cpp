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

/// A descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)
    operator int() const { return m_number; }

private:
    int m_number;
};

/// Gives what root made, and nothing else, to whom the directory belongs.
bool give(int descriptor, int directory)
{
    if (::geteuid() != 0)
        return true;
    struct stat above = {};
    struct stat own = {};
    if (::fstat(directory, &above) != 0 || ::fstat(descriptor, &own) != 0)
        return false;
    if (own.st_uid == above.st_uid && own.st_gid == above.st_gid)
        return true;
    if (own.st_uid != 0) { // somebody has put another one in its place
        errno = EPERM;
        return false;
    }
    return ::fchown(descriptor, above.st_uid, above.st_gid) == 0;
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
    // By descriptor from here on: whoever may rename the directory cannot make us write into another one.
    const int links = owner == FileOwner::OfDirectory && ::geteuid() == 0 ? O_NOFOLLOW : 0;
    const Descriptor directory(
        ::open(QFile::encodeName(QFileInfo(path).path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | links));
    if (directory < 0)
        return failure(QStringLiteral("write"), path);
    const QByteArray name = QFile::encodeName(QFileInfo(path).fileName());
    const QByteArray made = name + ".new-" + QByteArray::number(::getpid());
    const Descriptor file(
        ::openat(directory, made.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (file < 0)
        return failure(QStringLiteral("write"), path);
    QString what;
    if ((owner == FileOwner::OfDirectory && !give(file, directory)) || !writeAll(file, bytes) || ::fsync(file) != 0)
        what = QStringLiteral("write");
    else if (::renameat(directory, made.constData(), directory, name.constData()) != 0)
        what = QStringLiteral("replace");
    if (what.isEmpty())
        return Done();
    const int why = errno;
    ::unlinkat(directory, made.constData(), 0);
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
    const Descriptor parent(::open(QFile::encodeName(above).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    const QByteArray name = QFile::encodeName(QFileInfo(path).fileName());
    if (parent < 0 || (::mkdirat(parent, name.constData(), 0700) != 0 && errno != EEXIST))
        return failure(QStringLiteral("make the directory"), path);
    const Descriptor made(::openat(parent, name.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
    if (made < 0)
        return failure(QStringLiteral("make the directory"), path);
    return give(made, parent) ? Result<Done>(Done()) : failure(QStringLiteral("give away the directory"), path);
}

} // namespace graticule
