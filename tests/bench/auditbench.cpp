// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/auditbench.h"

#include "backend/records/actrecord.h"
#include "backend/records/recordcheck.h"
#include "tests/bench/phases.h"

#include <QFile>
#include <QTemporaryDir>

namespace graticule::bench {
namespace {

constexpr int kActs = 500;
constexpr int kThreadsOnce = 1;

double secondsOf(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e9;
}

Act someAct(quint64 number)
{
    Act act;
    act.verb = QStringLiteral("connection.edit");
    act.target = QStringLiteral("5e0d1f0a-6c1b-5a8e-9a57-%1").arg(number % 1000, 12, 16, QLatin1Char('0'));
    act.targetName = QStringLiteral("fra-docker-%1").arg(number % 1000);
    act.kind = QStringLiteral("docker");
    act.place = QStringLiteral("https://fra-docker-%1.example:2376").arg(number % 1000);
    act.fields = {QStringLiteral("address"), QStringLiteral("tls.ca")};
    return act;
}

/// Acts and their outcomes, one after the other.
void make(const QString &path, qint64 bytes)
{
    QFile file(path);
    if (file.size() >= bytes || !file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return;
    ChainHasher hasher;
    QByteArray hash(kHashBytes, '\0');
    RecordLine line;
    line.at = instantFromMs(1'795'000'000'000);
    for (qint64 written = 0; written < bytes;) {
        ++line.number;
        line.at += std::chrono::seconds(7);
        const bool isOutcome = line.number % 2 == 0;
        line.of = isOutcome ? line.number - 1 : 0;
        line.act = isOutcome ? Act() : someAct(line.number);
        line.who = isOutcome ? QString() : QString(64, QLatin1Char('a'));
        line.way = isOutcome ? QString() : QStringLiteral("certificate");
        line.role = isOutcome ? QString() : QStringLiteral("operator");
        line.outcome = isOutcome ? ActOutcome::Done : ActOutcome::Begun;
        const QByteArray json = toCanonicalJson(line);
        hash = hasher.of(hash, json);
        const QByteArray bytesOfLine = hash.toHex() + ' ' + json + '\n';
        file.write(bytesOfLine);
        written += bytesOfLine.size();
    }
}

void verify(const char *phaseName, const QString &file, int threads)
{
    Phase phase(phaseName);
    RecordCheck check;
    check.threads = threads;
    QElapsedTimer timer;
    timer.start();
    const auto verdict = check.run(file);
    const double seconds = secondsOf(timer);
    phase.set(QStringLiteral("whole"), verdict && verdict->isWhole() ? 1 : 0);
    phase.set(QStringLiteral("records"), verdict ? double(verdict->records) : 0);
    phase.set(QStringLiteral("mb_per_s"), verdict ? double(verdict->bytes) / 1e6 / seconds : 0);
    phase.set(QStringLiteral("seconds"), seconds);
}

} // namespace

void benchAudit(const QString &file, int megabytes)
{
    {
        const QTemporaryDir directory;
        ActRecord record(
            {.place = {directory.filePath(QStringLiteral("audit"))}, .keeperId = QStringLiteral("bench"), .now = [] {
                 return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
             }});
        Phase phase("audit-append");
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < kActs; ++i) {
            const auto number =
                record.begin({QStringLiteral("alice"), QStringLiteral("certificate"), {}, {}}, someAct(quint64(i)));
            if (number)
                record.done(*number);
        }
        phase.set(QStringLiteral("ms_per_act"), secondsOf(timer) * 1000 / kActs);
    }
    make(file, qint64(megabytes) * 1'000'000);
    verify("audit-verify-1", file, kThreadsOnce);
    verify("audit-verify", file, 0);
    Phase phase("audit-list");
    QElapsedTimer timer;
    timer.start();
    int found = 0;
    const RecordNames names({});
    (void)RecordReader(file, names).read({}, [&](const RecordedAct &) { return ++found > 0; });
    phase.set(QStringLiteral("acts"), found);
    phase.set(QStringLiteral("ms"), secondsOf(timer) * 1000);
}

} // namespace graticule::bench
