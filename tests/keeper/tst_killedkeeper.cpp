// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/pastclient.h"
#include "backend/keeper/keeperhome.h"
#include "backend/storage/database.h"
#include "tests/keeper/keeperwatcher.h"
#include "tests/testing/test.h"

#include <QDir>
#include <QElapsedTimer>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>

#include <random>

using namespace graticule;
using testing::BusyEndpoint;
using testing::KeeperWatcher;
using namespace std::chrono_literals;

namespace {

/// What history keeps as it was told: figures that wander are kept in steps.
QStringList print(const FleetTables &tables)
{
    QStringList lines;
    tables.sites.forEach([&](const Site &site) {
        lines
            << QStringLiteral("%1 %2 %3").arg(site.id.toString(), site.name, site.labels.value(QStringLiteral("turn")));
    });
    tables.verdicts.forEach([&](const Verdict &verdict) {
        lines << QStringLiteral("%1 state %2 since %3%4")
                     .arg(verdict.id.toString())
                     .arg(int(verdict.state))
                     .arg(toIso(verdict.since), verdict.stale ? QStringLiteral(" stale") : QString());
    });
    tables.placements.forEach([&](const Placement &placement) {
        lines << QStringLiteral("%1 health %2 ready %3")
                     .arg(placement.id.toString())
                     .arg(int(placement.health))
                     .arg(placement.ready);
    });
    lines.sort();
    return lines;
}

/// One run of the keeper, until it is killed.
struct Life
{
    Instant from = kNever;
    Instant killed = kNever;
    Instant recordedUntil = kNever; ///< as it said last
    Instant storedUntil = kNever;   ///< likewise
};

bool isWithin(const QList<TimeSpan> &spans, Instant at)
{
    return std::any_of(spans.begin(), spans.end(),
                       [&](const TimeSpan &span) { return span.from < at && at < span.until; });
}

} // namespace

/// SIGKILL at any moment, under load: what was acknowledged is there, and what is not is said not to have been watched.
/// GRATICULE_KILLS says how often.
class tst_KilledKeeper : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatItAcknowledged();

private:
    void startKeeper();
    void kill();
    /// Whether somebody answers before @p until.
    bool isListening(Instant until);
    void live(Milliseconds time);
    void checkFacts();
    void checkSamples();
    void checkFiles();

    QTemporaryDir m_home;
    QProcess m_process;
    SystemClock m_clock;
    std::unique_ptr<BusyEndpoint> m_endpoint;
    std::map<Instant, SnapshotPtr> m_seen;
    std::vector<Life> m_lives;

    QString socket() const { return m_home.filePath(QStringLiteral("run/keeper.sock")); }
};

void tst_KilledKeeper::startKeeper()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/graticuled"),
                    {QStringLiteral("--private"), QStringLiteral("--home"), m_home.path(), QStringLiteral("--linger"),
                     QStringLiteral("3600")});
}

void tst_KilledKeeper::kill()
{
    m_process.kill();
    m_process.waitForFinished();
}

bool tst_KilledKeeper::isListening(Instant until)
{
    return QTest::qWaitFor(
        [&] {
            QLocalSocket probe;
            probe.connectToServer(socket());
            return probe.waitForConnected(10);
        },
        int(std::max<qint64>(1, (until - m_clock.now()).count())));
}

void tst_KilledKeeper::live(Milliseconds time)
{
    Life life{m_clock.now()};
    const Instant end = life.from + time;
    startKeeper();
    std::unique_ptr<KeeperWatcher> watcher;
    if (isListening(end))
        watcher = std::make_unique<KeeperWatcher>(socket(), m_seen);
    (void)QTest::qWaitFor([&] { return m_clock.now() >= end; }, int(time.count()));
    m_endpoint->forgetSamples();
    kill();
    life.killed = m_clock.now();
    if (watcher) {
        life.recordedUntil = watcher->recordedUntil();
        life.storedUntil = watcher->storedUntil();
        QCOMPARE(watcher->error().text, QString());
    }
    m_lives.push_back(life);
}

void tst_KilledKeeper::keepsWhatItAcknowledged()
{
    const int kills = std::max(5, qEnvironmentVariableIntValue("GRATICULE_KILLS"));
    const QString endpoint = m_home.filePath(QStringLiteral("e.sock"));
    m_endpoint = std::make_unique<BusyEndpoint>(endpoint);
    QVERIFY(QDir(m_home.path()).mkpath(QStringLiteral("config/connections.d")));
    QFile file(m_home.filePath(QStringLiteral("config/connections.d/endpoint.yaml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("type: grpc\naddress: unix://" + endpoint.toUtf8() + "\nname: endpoint\n");
    file.close();

    std::minstd_rand random(11);
    for (int i = 0; i < kills; ++i) {
        live(Milliseconds(i == 0 ? 3000 : 100 + random() % 3500)); // some before they have begun
        if (QTest::currentTestFailed())
            return;
    }
    startKeeper();
    QVERIFY(isListening(m_clock.now() + 10s));
    std::map<Instant, SnapshotPtr> now;
    KeeperWatcher watcher(socket(), now);
    QTRY_VERIFY(!now.empty());
    const Instant begun = m_clock.now();
    QTRY_VERIFY(watcher.recordedUntil() > begun);
    checkFacts();
    if (!QTest::currentTestFailed())
        checkSamples();
    m_process.terminate();
    QVERIFY(m_process.waitForFinished());
    checkFiles();
}

/// asOf(t) is what was seen at t, for moments in all lives; the rest is told as not watched, and began after the last
/// moment that was said to be on disk.
void tst_KilledKeeper::checkFacts()
{
    const auto channel = testing::openChannel(socket());
    const ControlCalls calls(channel);
    std::optional<Result<HistoryCoverage>> coverage;
    calls.coverage(this, {m_lives.front().from - 1h, m_clock.now()},
                   [&](const Result<HistoryCoverage> &reply) { coverage = reply; });
    QTRY_VERIFY(coverage.has_value());
    QVERIFY(bool(*coverage));
    const QList<TimeSpan> holes = coverage->value().holes;
    qint64 lostMs = 0;
    for (const Life &life : m_lives) {
        const bool isSaid = life.recordedUntil > life.from;
        const auto hole = std::find_if(holes.begin(), holes.end(), [&](const TimeSpan &one) {
            return one.from < life.killed && life.killed < one.until;
        });
        QVERIFY2(hole != holes.end(), "no hole was said where the keeper was killed");
        QVERIFY2(!isSaid || hole->from >= life.recordedUntil, "what was said to be recorded is not");
        if (hole->from >= life.from)
            lostMs = std::max(lostMs, qint64((life.killed - hole->from).count()));
    }
    for (const TimeSpan &hole : holes) {
        const bool isOfAKill = std::any_of(m_lives.begin(), m_lives.end(), [&](const Life &life) {
            return hole.from < life.killed && life.killed < hole.until;
        });
        QVERIFY2(isOfAKill, "a hole where nobody was killed");
    }

    PastClient past(m_clock);
    past.setChannel(channel);
    std::optional<PastNote> note;
    SnapshotPtr told;
    Error failed;
    connect(&past, &PastClient::told, this, [&](const SnapshotPtr &snapshot, const PastNote &with) {
        told = snapshot;
        note = with;
    });
    connect(&past, &PastClient::failed, this, [&](Instant, const Error &why) { failed = why; });
    const auto ask = [&](Instant at) {
        note.reset();
        past.ask(at, at);
        return QTest::qWaitFor([&] { return note.has_value() || !failed.text.isEmpty(); }, 20'000) && note.has_value();
    };
    const size_t every = std::max<size_t>(1, m_seen.size() / 400);
    size_t number = 0;
    int compared = 0;
    int notWatched = 0;
    for (const auto &[at, seen] : m_seen) {
        if (number++ % every != 0)
            continue;
        QVERIFY2(ask(at), qPrintable(failed.text));
        QCOMPARE(note->damage.text, QString());
        QCOMPARE(note->hole.has_value(), isWithin(holes, at));
        if (note->hole) {
            ++notWatched;
            continue;
        }
        // It was sent at that moment, and published a little before; meanwhile the next one may have come.
        const QStringList expected = print(seen->tables);
        for (int before = 1; before <= 64 && print(told->tables) != expected; before *= 2)
            QVERIFY2(ask(at - Milliseconds(before)), qPrintable(failed.text));
        QCOMPARE(print(told->tables), expected);
        ++compared;
    }
    QVERIFY(compared > int(m_lives.size()));
    qInfo("%zu kills, %d moments as they were seen, %d of those seen not recorded, at most %lld ms lost",
          m_lives.size(), compared, notWatched, lostMs);
}

void tst_KilledKeeper::checkSamples()
{
    constexpr Milliseconds kOnTheWay = 1s; // what the keeper had not got yet is measured a little before it was killed
    const ControlCalls calls(testing::openChannel(socket()));
    int kept = 0;
    int lost = 0;
    for (const int i : {0, BusyEndpoint::kMeasured / 2, BusyEndpoint::kMeasured - 1}) {
        std::optional<Result<SamplesAnswer>> answer;
        const SamplesQuery query{BusyEndpoint::measured(i), {BusyEndpoint::metric()}, m_lives.front().from, kNever};
        calls.samples(this, query, [&](const Result<SamplesAnswer> &reply) { answer = reply; });
        QTRY_VERIFY(answer.has_value());
        QVERIFY(bool(*answer));
        const SampleAnswer &series = answer->value().series.first();
        QVERIFY(series.damaged.empty() && !series.isFailed);
        std::map<qint64, double> values;
        for (const SampleBucket &bucket : series.buckets)
            values[bucket.ms] = bucket.mean;
        for (const auto &[ms, value] : values)
            QCOMPARE(value, BusyEndpoint::value(ms));
        for (const Instant at : m_endpoint->measuredAt()) {
            if (at < m_lives.front().from || at > m_lives.back().killed)
                continue;
            if (values.contains(toMs(at))) {
                ++kept;
                continue;
            }
            ++lost;
            const bool isSaid =
                std::any_of(series.unwatched.begin(), series.unwatched.end(), [&](const SampleSpan &span) {
                    return span.from - kOnTheWay.count() <= toMs(at) && toMs(at) < span.to;
                });
            const auto life = std::find_if(m_lives.begin(), m_lives.end(),
                                           [&](const Life &one) { return one.from <= at && at <= one.killed; });
            const bool wasStored = life != m_lives.end() && life->storedUntil >= at;
            QVERIFY2(!wasStored, qPrintable(QStringLiteral("%1 was on disk, and is not").arg(toIso(at))));
            QVERIFY2(isSaid, qPrintable(QStringLiteral("%1 is missing, and not said").arg(toIso(at))));
        }
    }
    QVERIFY(kept > 0);
    qInfo("%d samples kept, %d lost and said so", kept, lost);
}

void tst_KilledKeeper::checkFiles()
{
    const QString data = m_home.filePath(QStringLiteral("data"));
    QCOMPARE(QDir(data).entryList({QStringLiteral("*damaged*")}), QStringList());
    for (const char *name : {"history.db", "samples.db"}) {
        const auto opened =
            storage::Database::open(data + u'/' + QLatin1String(name), storage::Database::Mode::ReadOnly);
        QVERIFY2(bool(opened), opened ? "" : qPrintable(opened.error().text));
        storage::Statement check = (*opened)->prepare("PRAGMA integrity_check");
        QVERIFY(check.next());
        QCOMPARE(check.text(0), QStringLiteral("ok"));
    }
}

QTEST_GUILESS_MAIN(tst_KilledKeeper)
#include "tst_killedkeeper.moc"
