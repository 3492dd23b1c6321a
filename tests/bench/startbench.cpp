// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/startbench.h"

#include "backend/control/snapshotfile.h"
#include "tests/bench/phases.h"
#include "tests/gui/labfleet.h"

#include <QDir>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>

#include <chrono>

namespace graticule::bench {
namespace {

double nowMs()
{
    return std::chrono::duration<double, std::milli>(std::chrono::system_clock::now().time_since_epoch()).count();
}

using Marks = QMap<QByteArray, double>; // ms since exec

/// Starts the program and waits for its marks: the last is "settled", when all of the picture was there.
Marks startOnce(const QString &program, const QString &home)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GRATICULE_TRACE_START"), QStringLiteral("1"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::SeparateChannels);
    const double started = nowMs();
    process.start(program, {QStringLiteral("--home"), home, QStringLiteral("--no-lab")});
    Marks marks;
    while (!marks.contains("settled") && process.waitForReadyRead(20'000)) {
        while (process.canReadLine()) {
            const QList<QByteArray> words = process.readLine().simplified().split(' ');
            if (words.value(0) == "@mark")
                marks.insert(words.value(1), words.value(2).toDouble() - started);
        }
    }
    process.kill(); // it must not wait for a keeper, nor write its cache again
    process.waitForFinished();
    if (!marks.contains("settled"))
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
    QMap<QByteArray, std::vector<double>> marks;
    Phase phase("start");
    phase.setUnit(QStringLiteral("runs"));
    for (int run = 0; run < runs; ++run) {
        const Marks times = startOnce(program, home.path());
        phase.addFrame(times.value("painted"));
        for (auto mark = times.cbegin(); mark != times.cend(); ++mark)
            marks[mark.key()].push_back(mark.value());
    }
    phase.set(QStringLiteral("sites"), sites);
    for (auto mark = marks.cbegin(); mark != marks.cend(); ++mark)
        phase.set(QString::fromLatin1(mark.key() + "_ms"), spread(mark.value()));
}

} // namespace graticule::bench
