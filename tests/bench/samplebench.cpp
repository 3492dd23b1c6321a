// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/samplebench.h"

#include "backend/domain/clock.h"
#include "backend/telemetry/linkwindowreader.h"
#include "backend/telemetry/samplekeys.h"
#include "backend/telemetry/samplestore.h"
#include "tests/bench/phases.h"
#include "tests/bench/processfigures.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QEventLoop>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <cmath>
#include <random>

using namespace std::chrono_literals;

namespace graticule::bench {

namespace {

constexpr qint64 kStart = 1'700'006'400'000; ///< a midnight
constexpr qint64 kCadence = 10'000;
constexpr qint64 kSamplesADay = SampleKeys::kDay / kCadence;

/// Measured values as they are, rounded to 0.01: round trips with spikes, load of processors, memory in MiB, a counter.
class Signals
{
public:
    explicit Signals(int count)
        : m_signals(size_t(count))
    {
        for (size_t i = 0; i < m_signals.size(); ++i)
            m_signals[i].level = 5 + double(m_random() % 20'000) / 100;
    }

    static const char *kindOf(int series)
    {
        static constexpr std::array kinds{"rtt.ms", "cpu.percent", "memory.mib", "requests.total"};
        return kinds[size_t(series) % kinds.size()];
    }

    double next(int series)
    {
        Signal &signal = m_signals[size_t(series)];
        switch (series % 4) {
        case 0: // a round trip: a level, noise of some per cent, now and then a spike
            signal.value = signal.level * (1 + 0.03 * std::fabs(normal())) + (m_random() % 200 == 0 ? 50.0 : 0.0);
            break;
        case 1: // a walk that comes back
            signal.value += 0.1 * (signal.level / 2 - signal.value) + 2 * normal();
            signal.value = std::clamp(signal.value, 0.0, 100.0);
            break;
        case 2: // steps
            if (m_random() % 6 == 0)
                signal.value = signal.level * 20 + 4 * normal();
            break;
        default:
            signal.value += std::floor(signal.level / 2 * (1 + 0.2 * normal()));
        }
        return std::round(signal.value * 100) / 100;
    }

private:
    struct Signal
    {
        double level = 0;
        double value = 0;
    };

    /// About normal, and quick: this is not what is measured.
    double normal()
    {
        const quint64 r = (quint64(m_random()) << 32) | m_random();
        return (double(r & 0xffff) + double(r >> 16 & 0xffff) + double(r >> 32 & 0xffff) + double(r >> 48)) / 37'837 -
               3.464;
    }

    std::minstd_rand m_random{1};
    std::vector<Signal> m_signals;
};

QList<EntityId> entities(int series)
{
    QList<EntityId> result;
    for (int i = 0; i < series; ++i)
        result.append(EntityId(QByteArray("6f1c2f8e-7d55-4b7c-9d0e-3f1f0c9a8b11/link/" + QByteArray::number(i))));
    return result;
}

/// A store that takes samples of any time.
SampleLimits anyTime()
{
    SampleLimits limits;
    limits.late = std::chrono::hours(24 * 365);
    limits.rawKept = limits.minutesKept = SampleLimits::Days(3650);
    return limits;
}

/// Fills a store by its one writer, all in this thread: every CPU cycle is counted.
class Filling
{
public:
    Filling(const QString &path, int series)
        : m_series(series)
        , m_entities(entities(series))
        , m_signals(series)
        , m_archive(path, anyTime(), m_head)
    {
        for (int i = 0; i < series; ++i)
            m_metrics.append(QString::fromLatin1(Signals::kindOf(i)));
        m_archive.open(instantFromMs(kStart));
    }

    /// The next moment's samples of all series.
    QList<Sample> next()
    {
        QList<Sample> samples;
        samples.reserve(m_series);
        for (int i = 0; i < m_series; ++i)
            samples.append({m_entities[i], m_metrics[i], instantFromMs(m_ms), m_signals.next(i)});
        m_ms += kCadence;
        return samples;
    }
    void take(const QList<Sample> &samples)
    {
        const Instant now = instantFromMs(m_ms);
        m_archive.take(samples, now);
        m_archive.flush(now);
        while (m_archive.maintain(now)) {
        }
    }
    void finish()
    {
        m_ms += 2 * SampleKeys::kDay; // all hours and days are over
        m_archive.flush(instantFromMs(m_ms));
        while (m_archive.maintain(instantFromMs(m_ms))) {
        }
        m_archive.database()->run("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    SampleArchive &archive() { return m_archive; }
    const SampleHead &head() const { return m_head; }

private:
    int m_series;
    QList<EntityId> m_entities;
    QStringList m_metrics;
    Signals m_signals;
    SampleHead m_head;
    SampleArchive m_archive;
    qint64 m_ms = kStart;
};

double bytesOf(Database &database, const char *tables)
{
    return double(database.number(
        QByteArray("SELECT sum(pgsize) FROM dbstat WHERE name IN (" + QByteArray(tables) + ")").constData()));
}

qint64 folderBytes(const QString &folder)
{
    qint64 sum = 0;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        sum += files.fileInfo().size();
    }
    return sum;
}

/// Blocks that Prometheus makes of the same samples, their index and all; 0 when it did not.
qint64 prometheusBytes(const QString &promtool, int series, qint64 each, const QString &folder)
{
    QFile text(folder + QStringLiteral("/samples.om"));
    if (!text.open(QIODevice::WriteOnly))
        return 0;
    Signals signals_(series);
    std::vector<QByteArray> lines(static_cast<size_t>(series));
    for (qint64 i = 0; i < each; ++i) {
        for (int s = 0; s < series; ++s) {
            QByteArray name(Signals::kindOf(s));
            lines[size_t(s)] += name.replace('.', '_') + "{id=\"" + QByteArray::number(s) + "\"} " +
                                QByteArray::number(signals_.next(s), 'f', 2) + ' ' +
                                QByteArray::number((kStart + i * kCadence) / 1000) + '\n';
        }
    }
    for (int kind = 0; kind < 4; ++kind) {
        text.write("# TYPE " + QByteArray(Signals::kindOf(kind)).replace('.', '_') + " gauge\n");
        for (int s = kind; s < series; s += 4)
            text.write(lines[size_t(s)]);
    }
    text.write("# EOF\n");
    text.close();
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(promtool,
                  {QStringLiteral("tsdb"), QStringLiteral("create-blocks-from"), QStringLiteral("openmetrics"),
                   QStringLiteral("--max-block-duration=24h"), text.fileName(), folder + QStringLiteral("/blocks")});
    process.waitForFinished(600'000);
    return process.exitCode() == 0 ? folderBytes(folder + QStringLiteral("/blocks")) : 0;
}

/// A day of 400 series: what a sample takes on disk, by kind of table.
void benchSize(const QString &promtool)
{
    constexpr int kSeries = 400;
    const QTemporaryDir folder;
    Filling filling(folder.filePath(QStringLiteral("samples.db")), kSeries);
    Phase phase("sample-bytes");
    for (qint64 i = 0; i < kSamplesADay; ++i)
        filling.take(filling.next());
    filling.finish();
    constexpr double kSamples = double(kSeries) * kSamplesADay;
    Database &database = *filling.archive().database();
    phase.set(QStringLiteral("samples"), kSamples);
    phase.set(QStringLiteral("bytes_raw"), bytesOf(database, "'raw', 'sealed', 'series', 'seriesname'") / kSamples);
    phase.set(QStringLiteral("bytes_minutes"), bytesOf(database, "'minute'") / kSamples);
    phase.set(QStringLiteral("bytes_hours"), bytesOf(database, "'hour'") / kSamples);
    const auto pages = double(database.number("PRAGMA page_count") - database.number("PRAGMA freelist_count"));
    phase.set(QStringLiteral("bytes_all"), pages * Database::kPageSize / kSamples);
    if (!promtool.isEmpty())
        phase.set(QStringLiteral("prometheus_bytes"),
                  double(prometheusBytes(promtool, kSeries, kSamplesADay, folder.path())) / kSamples);
}

/// Appends an hour and more of 10,000 series, log, roll-ups, everything; only the store's CPU is counted.
void benchAppend()
{
    constexpr int kSeries = 10'000;
    constexpr qint64 kEach = 2 * SampleKeys::kHour / kCadence;
    const QTemporaryDir folder;
    Filling filling(folder.filePath(QStringLiteral("samples.db")), kSeries);
    Phase phase("sample-append");
    double cpu = 0;
    const auto counted = [&](auto work) {
        const double before = Cpu::now().process;
        work();
        cpu += Cpu::now().process - before;
    };
    for (qint64 i = 0; i < kEach; ++i) {
        const QList<Sample> samples = filling.next();
        counted([&] { filling.take(samples); });
    }
    counted([&] { filling.finish(); });
    phase.set(QStringLiteral("samples"), double(kSeries * kEach));
    phase.set(QStringLiteral("stored"), double(filling.archive().counts().stored));
    phase.set(QStringLiteral("store_cpu_ms"), cpu);
    phase.set(QStringLiteral("samples_per_cpu_s"), double(kSeries * kEach) / cpu * 1000);
}

/// One day of one series, out of many samples.
void benchRead(qint64 samples)
{
    constexpr qint64 kDays = 3;
    const auto series = int(samples / (kDays * kSamplesADay));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("samples.db"));
    Filling filling(path, series);
    {
        const Phase fill("sample-fill");
        for (qint64 i = 0; i < kDays * kSamplesADay; ++i)
            filling.take(filling.next());
        filling.finish();
    }
    const QList<EntityId> ids = entities(series);
    SampleReader reader(path, filling.head());
    for (const Resolution resolution : {Resolution::Raw, Resolution::Minute, Resolution::Hour}) {
        Phase phase(resolution == Resolution::Raw      ? "sample-day"
                    : resolution == Resolution::Minute ? "sample-day-minutes"
                                                       : "sample-day-hours");
        phase.setUnit(QStringLiteral("queries"));
        phase.set(QStringLiteral("samples"), double(filling.archive().counts().stored));
        size_t points = 0;
        for (int i = 0; i < 400; ++i) {
            const int one = i % 100 * 7 % series;
            const SampleQuery query{ids[one],
                                    QString::fromLatin1(Signals::kindOf(one)),
                                    instantFromMs(kStart + SampleKeys::kDay),
                                    instantFromMs(kStart + 2 * SampleKeys::kDay),
                                    resolution,
                                    1000};
            QElapsedTimer clock;
            clock.start();
            points = reader.read(query).buckets.size();
            if (i >= 100) // warm
                phase.addFrame(double(clock.nsecsElapsed()) / 1e6);
        }
        phase.set(QStringLiteral("points"), double(points));
    }
}

} // namespace

void benchWindows()
{
    constexpr int kLinks = 10'000;
    constexpr qint64 kEvery = 60'000;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("samples.db"));
    SampleHead head;
    SampleArchive archive(path, anyTime(), head);
    archive.open(instantFromMs(kStart));
    const QList<EntityId> links = entities(kLinks);
    const QString rtt = QStringLiteral("rtt.ms");
    const QString loss = QStringLiteral("loss");
    Signals values(kLinks);
    qint64 ms = kStart;
    for (int day = 0; day <= 2; ++day) { // the same hour of each
        for (ms = kStart + day * SampleKeys::kDay; ms < kStart + day * SampleKeys::kDay + SampleKeys::kHour;
             ms += kEvery) {
            QList<Sample> samples;
            samples.reserve(2 * kLinks);
            for (int i = 0; i < kLinks; ++i) {
                samples.append({links[i], rtt, instantFromMs(ms), values.next(i / 4 * 4)});
                samples.append({links[i], loss, instantFromMs(ms), 0});
            }
            archive.take(samples, instantFromMs(ms));
            archive.flush(instantFromMs(ms));
            while (archive.maintain(instantFromMs(ms))) {
            }
        }
    }
    LinkWindowReader reader(path, head);
    for (const bool usual : {false, true}) {
        Phase phase(usual ? "sample-windows-usual" : "sample-windows");
        LinkWindowsAnswer answer;
        for (int round = 0; round < 5; ++round) {
            QElapsedTimer clock;
            clock.start();
            answer = reader.read({instantFromMs(ms - 300'000), instantFromMs(ms), links, usual});
            phase.addFrame(double(clock.nsecsElapsed()) / 1e6);
            while (reader.prepare(50)) { // as the store does between two answers
            }
        }
        phase.set(QStringLiteral("windows"), double(answer.windows.size()));
        phase.set(QStringLiteral("usual_pending"), double(answer.usualPending));
    }
}

void benchFlood(int seconds)
{
    constexpr int kSeries = 20'000;
    constexpr int kHertz = 5;
    const QTemporaryDir folder;
    const QList<EntityId> ids = entities(kSeries);
    Signals values(kSeries);
    QStringList metrics;
    for (int i = 0; i < kSeries; ++i)
        metrics.append(QString::fromLatin1(Signals::kindOf(i)));
    const auto now = [] { return SystemClock().now(); };
    SampleStore store(folder.filePath(QStringLiteral("samples.db")), SampleLimits(), now);
    Phase phase("sample-flood");
    double afterWarm = 0;
    double most = 0;
    QElapsedTimer clock;
    clock.start();
    double slowest = 0;
    for (int tick = 0; tick < seconds * kHertz; ++tick) {
        QList<Sample> samples;
        samples.reserve(kSeries);
        const Instant at = now();
        for (int i = 0; i < kSeries; ++i)
            samples.append({ids[i], metrics[i], at, values.next(i)});
        QElapsedTimer append;
        append.start();
        store.append(samples);
        slowest = std::max(slowest, double(append.nsecsElapsed()) / 1e6);
        const auto due = std::chrono::milliseconds((tick + 1) * 1000 / kHertz);
        QEventLoop loop;
        QTimer::singleShot(std::max(0ms, due - std::chrono::milliseconds(clock.elapsed())), &loop, &QEventLoop::quit);
        loop.exec();
        if (tick % (5 * kHertz) == 0) {
            const double memory = ProcessFigures::of(QCoreApplication::applicationPid()).pssMb;
            most = std::max(most, memory);
            if (clock.elapsed() <= std::min(60, seconds / 2) * 1000)
                afterWarm = most;
        }
    }
    store.sync();
    const SampleCounts counts = store.status().counts;
    phase.set(QStringLiteral("stored"), double(counts.stored));
    phase.set(QStringLiteral("shed"), double(counts.shed()));
    phase.set(QStringLiteral("append_ms_max"), slowest);
    phase.set(QStringLiteral("pss_mb_after_first_minute"), afterWarm);
    phase.set(QStringLiteral("pss_mb_max"), most);
    phase.set(QStringLiteral("file_mb"), double(folderBytes(folder.path())) / 1e6);
}

void benchSamples(qint64 samples, int floodSeconds, const QString &promtool)
{
    benchSize(promtool);
    benchAppend();
    benchRead(samples);
    benchWindows();
    benchFlood(floodSeconds);
}

} // namespace graticule::bench
