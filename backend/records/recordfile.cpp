// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/records/recordfile.h"

#include "backend/authority/ownedfile.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace graticule {
namespace {

QByteArray readAt(int file, qint64 from, qint64 bytes)
{
    QByteArray read(bytes, '\0');
    qint64 done = 0;
    while (done < bytes) {
        const ssize_t count = ::pread(file, read.data() + done, size_t(bytes - done), from + done);
        if (count <= 0)
            break;
        done += count;
    }
    read.truncate(done);
    return read;
}

bool writeAll(int file, const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t count = ::write(file, bytes.constData() + done, size_t(bytes.size() - done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        done += count;
    }
    return true;
}

} // namespace

RecordFile::RecordFile(QString path)
    : m_path(std::move(path))
{
}

RecordFile::~RecordFile()
{
    if (m_file >= 0)
        ::close(m_file);
}

Error RecordFile::failure(const QString &what) const
{
    return {ErrorKind::Internal, Fault::Ours,
            QStringLiteral("The record of acts %1 cannot be %2: %3.").arg(m_path, what, qt_error_string()),
            std::nullopt};
}

/// Opens what is at the path now: it may have been moved away.
Result<Done> RecordFile::reopen()
{
    const QByteArray name = QFile::encodeName(m_path);
    struct stat there = {};
    struct stat ours = {};
    const bool isThere = ::stat(name.constData(), &there) == 0;
    if (m_file >= 0 && isThere && ::fstat(m_file, &ours) == 0 && there.st_ino == ours.st_ino &&
        there.st_dev == ours.st_dev)
        return Done();
    if (m_file >= 0)
        ::close(m_file);
    m_file = -1;
    m_size = -1;
    if (!isThere) {
        if (const auto made = makeOwnedDirectory(QFileInfo(m_path).path()); !made)
            return made;
        if (const auto made = writeOwnedFile(m_path, {}, FileOwner::OfDirectory); !made)
            return made;
    }
    m_file = ::open(name.constData(), O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW);
    return m_file >= 0 ? Result<Done>(Done()) : failure(QStringLiteral("opened"));
}

Result<Done> RecordFile::lock()
{
    if (const auto opened = reopen(); !opened)
        return opened;
    if (::flock(m_file, LOCK_EX) != 0)
        return failure(QStringLiteral("locked"));
    const auto read = readEnd();
    if (!read)
        unlock();
    return read;
}

void RecordFile::unlock()
{
    if (m_file >= 0)
        ::flock(m_file, LOCK_UN);
}

/// How the file ends, when that is not known.
Result<Done> RecordFile::readEnd()
{
    struct stat now = {};
    if (::fstat(m_file, &now) != 0)
        return failure(QStringLiteral("read"));
    if (now.st_size == m_size)
        return Done();
    if (m_size >= 0 && now.st_size < m_size) {
        m_size = -1; // said once; the file as it is now counts afterwards, and a check of it tells what is missing
        return Error{ErrorKind::Malformed, Fault::Ours,
                     QStringLiteral("The record of acts %1 was shortened from outside; `graticule audit verify` says "
                                    "what is missing. Nothing is done until somebody tries again.")
                         .arg(m_path),
                     std::nullopt};
    }
    const qint64 from = std::max<qint64>(0, now.st_size - 2 * kLongestLine);
    const QByteArray tail = readAt(m_file, from, now.st_size - from);
    if (tail.size() != now.st_size - from)
        return failure(QStringLiteral("read"));
    const qsizetype end = tail.lastIndexOf('\n'); // of the last whole line
    const qint64 whole = end < 0 ? from : from + end + 1;
    LineHead head;
    if (end >= 0) {
        const qsizetype begin = tail.lastIndexOf('\n', end - 1) + 1;
        if (end == 0 || !readLineHead(tail.constData() + begin, end - begin, &head))
            return Error{ErrorKind::Malformed, Fault::Ours,
                         QStringLiteral("The last line of the record of acts %1 is damaged, so nothing can be added. "
                                        "Keep the file, move it away, and another one is begun.")
                             .arg(m_path),
                         std::nullopt};
    } else if (from > 0) {
        return Error{ErrorKind::Malformed, Fault::Ours,
                     QStringLiteral("%1 is no record of acts. Move it away, and another one is begun.").arg(m_path),
                     std::nullopt};
    }
    if (whole < now.st_size) {
        if (::ftruncate(m_file, whole) != 0 || ::fdatasync(m_file) != 0)
            return failure(QStringLiteral("mended"));
        m_torn += now.st_size - whole;
    }
    m_number = head.number;
    m_hash = QByteArray(head.hash, kHashBytes); // zeros before the first record
    m_size = whole;
    return Done();
}

Result<Done> RecordFile::append(const QByteArray &json)
{
    const QByteArray hash = m_hasher.of(m_hash, json);
    const QByteArray line = hash.toHex() + ' ' + json + '\n';
    if (line.size() > kLongestLine)
        return Error{ErrorKind::TooLarge, Fault::Ours, QStringLiteral("This is too long to be recorded."),
                     std::nullopt};
    if (!writeAll(m_file, line) || ::fdatasync(m_file) != 0) {
        const Error error = failure(QStringLiteral("written"));
        if (::ftruncate(m_file, m_size) != 0)
            m_size = -1; // what is there is looked at again before anything is added
        return error;
    }
    m_size += line.size();
    ++m_number;
    m_hash = hash;
    return Done();
}

} // namespace graticule
