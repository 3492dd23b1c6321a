// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/processfigures.h"

#include <QFile>

#include <cmath>
#include <ctime>

namespace graticule::bench {

namespace {

/// "Pss:    1234 kB" -> MiB; 0 when there is no such line.
double megabytes(const QString &path, const QByteArray &key)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    const qsizetype at = ('\n' + text).indexOf('\n' + key + ':');
    return at < 0 ? 0 : text.mid(at + key.size() + 1).trimmed().split(' ').first().toDouble() / 1024;
}

double rounded(double value)
{
    return std::round(value * 100) / 100;
}

} // namespace

ProcessFigures ProcessFigures::of(qint64 pid)
{
    ProcessFigures figures;
    clockid_t clock{};
    timespec time{};
    if (clock_getcpuclockid(pid_t(pid), &clock) == 0 && clock_gettime(clock, &time) == 0)
        figures.cpuMs = double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    const QString folder = QStringLiteral("/proc/%1/").arg(pid);
    figures.pssMb = rounded(megabytes(folder + QStringLiteral("smaps_rollup"), "Pss"));
    figures.ownMb = rounded(megabytes(folder + QStringLiteral("smaps_rollup"), "Pss_Anon"));
    // The system counts a peak of what is resident; what is shared of it hardly changes.
    const double shared = megabytes(folder + QStringLiteral("status"), "VmRSS") - figures.pssMb;
    figures.peakMb = rounded(megabytes(folder + QStringLiteral("status"), "VmHWM") - std::max(0.0, shared));
    return figures;
}

void ProcessFigures::startPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

} // namespace graticule::bench
