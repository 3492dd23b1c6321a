// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/host/hostparser.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace graticule {
namespace {

QList<QByteArray> wordsOf(const QByteArray &line)
{
    return line.simplified().split(' ');
}

/// "\040" and the like stand for space, tab, newline and backslash.
QString unescaped(const QByteArray &text)
{
    QByteArray plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        bool ok = false;
        const int code = text[i] == '\\' ? text.mid(i + 1, 3).toInt(&ok, 8) : 0;
        plain.append(ok ? char(code) : text[i]);
        i += ok ? 3 : 0;
    }
    return QString::fromUtf8(plain);
}

bool isLocalDisk(const QByteArray &type, const QByteArray &path)
{
    static const QSet<QByteArray> types{"ext2", "ext3",     "ext4",     "xfs", "btrfs",  "zfs",
                                        "f2fs", "bcachefs", "reiserfs", "jfs", "nilfs2", "vfat"};
    return types.contains(type) || (type == "overlay" && path == "/"); // in a container
}

} // namespace

std::optional<CpuTimes> parseCpuTimes(const QByteArray &stat)
{
    CpuTimes times;
    bool found = false;
    const QList<QByteArray> lines = stat.split('\n');
    for (const QByteArray &line : lines) {
        if (!line.startsWith("cpu"))
            continue;
        const QList<QByteArray> words = wordsOf(line);
        if (words.first() != "cpu") {
            ++times.processors;
            continue;
        }
        // user nice system idle iowait irq softirq steal; guest times are part of user already
        for (qsizetype i = 1; i < words.size() && i <= 8; ++i) {
            const double ticks = words[i].toDouble();
            times.total += ticks;
            times.busy += i == 4 || i == 5 ? 0 : ticks;
        }
        found = words.size() > 4 && times.total > 0;
    }
    return found && times.processors > 0 ? std::optional(times) : std::nullopt;
}

std::optional<Instant> parseBootTime(const QByteArray &stat)
{
    const qsizetype at = stat.indexOf("\nbtime ");
    const qint64 seconds = at < 0 ? 0 : stat.mid(at + 7, 20).split('\n').first().trimmed().toLongLong();
    return seconds > 0 && seconds < 100'000'000'000 ? std::optional(instantFromMs(seconds * 1000)) : std::nullopt;
}

std::optional<Usage> parseMemory(const QByteArray &meminfo)
{
    QHash<QByteArray, double> bytes;
    const QList<QByteArray> lines = meminfo.split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = wordsOf(line);
        if (words.size() >= 2)
            bytes.insert(words[0], words[1].toDouble() * 1024);
    }
    const double total = bytes.value("MemTotal:");
    // Kernels before 3.14 do not say what is available.
    const double available =
        bytes.value("MemAvailable:", bytes.value("MemFree:") + bytes.value("Buffers:") + bytes.value("Cached:"));
    if (!(total > 0) || !(available >= 0))
        return std::nullopt;
    return Usage{std::max(0.0, total - available), total};
}

std::optional<double> parseLoad(const QByteArray &loadavg)
{
    bool ok = false;
    const double load = wordsOf(loadavg).first().toDouble(&ok);
    return ok && load >= 0 && load < 1e6 ? std::optional(load) : std::nullopt;
}

QList<LocalDisk> parseMounts(const QByteArray &mounts)
{
    QHash<QString, QString> shortest; // device -> path
    const QList<QByteArray> lines = mounts.split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() < 3 || !isLocalDisk(words[2], words[1]))
            continue;
        // All file systems of a ZFS pool share its space.
        const QString device = unescaped(words[2] == "zfs" ? words[0].split('/').first() : words[0]);
        const QString path = unescaped(words[1]);
        if (!shortest.contains(device) || path.size() < shortest.value(device).size())
            shortest.insert(device, path);
    }
    QList<LocalDisk> disks;
    for (auto it = shortest.cbegin(); it != shortest.cend(); ++it)
        disks.append({it.key(), it.value()});
    std::sort(disks.begin(), disks.end(), [](const auto &a, const auto &b) { return a.path < b.path; });
    return disks;
}

QString parseSystemName(const QByteArray &osRelease)
{
    const QList<QByteArray> lines = osRelease.split('\n');
    for (QByteArray line : lines) {
        if (!line.startsWith("PRETTY_NAME="))
            continue;
        line = line.mid(12).trimmed();
        if (line.size() >= 2 && (line.front() == '"' || line.front() == '\'') && line.back() == line.front())
            line = line.mid(1, line.size() - 2);
        return QString::fromUtf8(line.left(200));
    }
    return {};
}

} // namespace graticule
