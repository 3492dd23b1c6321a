// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/host/hostreader.h"

#include "backend/connectors/host/hostparser.h"
#include "backend/domain/saying.h"

#include <QCryptographicHash>
#include <QFile>

#include <sys/statvfs.h>

namespace graticule {
namespace {

constexpr qint64 kLargest = 1 << 20; // in one read; the kernel refuses reads of 4 MB below /proc/sys

Error unreadable(const QString &path)
{
    return saidError(ErrorKind::Unsupported, Fault::Endpoint, "host.unreadable", {path}, Milliseconds(30000));
}

} // namespace

HostReader::HostReader(QString root)
    : m_root(std::move(root))
{
    if (!m_root.endsWith(QLatin1Char('/')))
        m_root.append(QLatin1Char('/'));
}

QString HostReader::path(const char *below) const
{
    return m_root + QLatin1String(below);
}

QByteArray HostReader::read(const char *below) const
{
    QFile file(path(below));
    return file.open(QIODevice::ReadOnly) ? file.read(kLargest) : QByteArray();
}

QString HostReader::machineId(const QString &hostName) const
{
    // machine-id(5) asks for a keyed hash of it wherever it is shown or sent. In containers it may be missing.
    const QByteArray id = read("etc/machine-id").trimmed();
    const QByteArray seed = "graticule host " + (id.size() >= 32 ? id : hostName.toUtf8());
    return QString::fromLatin1(QCryptographicHash::hash(seed, QCryptographicHash::Sha256).toHex().left(32));
}

Result<HostIdentity> HostReader::readIdentity() const
{
    HostIdentity identity;
    identity.name = QString::fromUtf8(read("proc/sys/kernel/hostname").trimmed());
    if (identity.name.isEmpty())
        return unreadable(path("proc/sys/kernel/hostname"));
    const auto booted = parseBootTime(read("proc/stat"));
    if (!booted)
        return unreadable(path("proc/stat"));
    identity.bootedAt = *booted;
    identity.id = machineId(identity.name);
    identity.kernel = QStringLiteral("Linux ") + QString::fromUtf8(read("proc/sys/kernel/osrelease").trimmed());
    QByteArray release = read("etc/os-release");
    if (release.isEmpty())
        release = read("usr/lib/os-release");
    identity.system = parseSystemName(release);
    return identity;
}

Result<HostFigures> HostReader::readFigures() const
{
    const auto cpu = parseCpuTimes(read("proc/stat"));
    if (!cpu)
        return unreadable(path("proc/stat"));
    const auto memory = parseMemory(read("proc/meminfo"));
    if (!memory)
        return unreadable(path("proc/meminfo"));
    return HostFigures{*cpu, *memory, parseLoad(read("proc/loadavg")).value_or(-1)};
}

Usage HostReader::readDisks() const
{
    Usage sum;
    const QList<LocalDisk> disks = parseMounts(read("proc/self/mounts"));
    for (const LocalDisk &disk : disks) {
        struct statvfs info = {};
        if (statvfs(QFile::encodeName(m_root + disk.path.mid(1)).constData(), &info) != 0)
            continue;
        const double block = double(info.f_frsize);
        sum.total += double(info.f_blocks) * block;
        sum.used += double(info.f_blocks - info.f_bfree) * block;
    }
    return sum;
}

} // namespace graticule
