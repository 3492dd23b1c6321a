// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/startbench.h"

#include "backend/control/snapshotfile.h"
#include "tests/bench/phases.h"
#include "tests/gui/labfleet.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <chrono>

namespace graticule::bench {
namespace {

double nowMs()
{
    return std::chrono::duration<double, std::milli>(std::chrono::system_clock::now().time_since_epoch()).count();
}

/// Starts the program and waits for its marks: when it painted first, and when all of the picture was there.
std::pair<double, double> startOnce(const QString &program, const QString &home)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GRATICULE_TRACE_START"), QStringLiteral("1"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::SeparateChannels);
    const double started = nowMs();
    process.start(program, {QStringLiteral("--home"), home, QStringLiteral("--no-lab")});
    std::pair<double, double> marks{0, 0};
    while (marks.second == 0 && process.waitForReadyRead(20'000)) {
        while (process.canReadLine()) {
            const QList<QByteArray> words = process.readLine().simplified().split(' ');
            if (words.value(1) == "painted")
                marks.first = words.value(2).toDouble() - started;
            else if (words.value(1) == "settled")
                marks.second = words.value(2).toDouble() - started;
        }
    }
    process.kill(); // it must not wait for a keeper, nor write its cache again
    process.waitForFinished();
    if (marks.second == 0)
        qFatal("%s did not paint: %s", qPrintable(program), process.readAllStandardError().constData());
    return marks;
}

} // namespace

void benchStart(const QString &program, int sites, int runs)
{
    const QTemporaryDir home;
    const Instant now = std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
    const QString cache = home.filePath(QStringLiteral("data/console/private.snapshot"));
    QDir().mkpath(QFileInfo(cache).path());
    if (!writeSnapshot(cache, *testing::LabSnapshots(sites, now).snapshot()))
        qFatal("cannot write %s", qPrintable(cache));
    startOnce(program, home.path());
    std::vector<double> settled;
    Phase phase("start");
    phase.setUnit(QStringLiteral("runs"));
    for (int run = 0; run < runs; ++run) {
        const auto [painted, all] = startOnce(program, home.path());
        phase.addFrame(painted);
        settled.push_back(all);
    }
    phase.set(QStringLiteral("sites"), sites);
    phase.set(QStringLiteral("settled_ms"), spread(settled));
}

} // namespace graticule::bench
