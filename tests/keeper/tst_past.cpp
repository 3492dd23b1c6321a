// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/controlcalls.h"
#include "backend/control/fleetclient.h"
#include "backend/control/pastclient.h"
#include "backend/keeper/keeper.h"
#include "tests/keeper/keeperdesk.h"
#include "tests/testing/test.h"

#include <QTemporaryDir>

using namespace graticule;
using namespace std::chrono_literals;
using testing::Desk;
using testing::fake;

/// The whole way of the past: a keeper that records, its control API, and who asks.
class tst_Past : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tellsWhatWas();
    void seeksAndSendsOnlyTheDifference();
    void keepsOnlyTheNewestQuestion();
    void nothingBeforeTheBeginning();
    void saysWhenNobodyWatched();
    void tellsHowSitesTurned();

private:
    void startKeeper();
    /// "a healthy; known 60 s later: ..." for the moment @p at.
    QString past(Instant at, Instant knownAt = kNever);

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Desk> m_desk;
    std::shared_ptr<ControlChannel> m_channel;
    SystemClock m_clock;
    std::unique_ptr<PastClient> m_client;
    QStringList m_told;
    SnapshotPtr m_snapshot;
};

namespace {

QString print(const SnapshotPtr &snapshot)
{
    static const char *const words[] = {"unknown", "healthy", "degraded", "down", "unreachable", "maintenance"};
    QStringList lines;
    snapshot->tables.sites.forEach([&](const Site &site) {
        const Verdict *verdict = snapshot->tables.verdicts.find(site.id);
        lines.append(site.name + QLatin1Char(' ') + QLatin1String(verdict ? words[int(verdict->state)] : "none"));
    });
    lines.sort();
    return lines.join(QStringLiteral(", "));
}

} // namespace

void tst_Past::init()
{
    Test::init();
    m_directory = std::make_unique<QTemporaryDir>();
    startKeeper();
}

void tst_Past::startKeeper()
{
    const Instant now = m_desk ? m_desk->clock.now() : kNever;
    m_client.reset();
    m_desk.reset();
    m_desk = std::make_unique<Desk>(m_directory->path());
    if (now != kNever)
        m_desk->clock.jumpWall(now - m_desk->clock.now() + 1h);
    m_desk->start();
    ServerOptions door;
    door.listen = QStringLiteral("unix://") + m_directory->filePath(QStringLiteral("k.sock"));
    door.access.anonymous = CallerRole::Viewer;
    QVERIFY(bool(m_desk->keeper->serve(door)));
    ControlAddress address;
    address.target = door.listen;
    m_channel = ControlChannel::open(address).value();
    m_client = std::make_unique<PastClient>(m_clock);
    m_client->setChannel(m_channel);
    m_told.clear();
    connect(m_client.get(), &PastClient::told, this, [this](const SnapshotPtr &snapshot, const PastNote &note) {
        m_snapshot = snapshot;
        m_told.append(print(snapshot) + (note.hole ? QStringLiteral("; not watched") : QString()));
    });
    connect(m_client.get(), &PastClient::failed, this, [this](Instant, const Error &why) { m_told.append(why.text); });
}

void tst_Past::cleanup()
{
    m_client.reset();
    m_channel.reset();
    m_desk.reset();
    m_snapshot.reset();
}

QString tst_Past::past(Instant at, Instant knownAt)
{
    m_told.clear();
    m_client->ask(at, knownAt);
    if (!QTest::qWaitFor([this] { return !m_told.isEmpty(); }))
        return QStringLiteral("no answer");
    return m_told.last();
}

void tst_Past::tellsWhatWas()
{
    const Instant empty = m_desk->clock.now();
    m_desk->clock.advance(10s);
    QVERIFY(bool(m_desk->keeper->save(fake("a", "fake://a"))));
    m_desk->clock.advance(1s);
    const Instant one = m_desk->clock.now();
    m_desk->clock.advance(10s);
    const EntityId b = m_desk->keeper->save(fake("b", "fake://b"))->id;
    m_desk->clock.advance(1s);
    const Instant two = m_desk->clock.now();
    m_desk->clock.advance(10s);
    QVERIFY(bool(m_desk->keeper->remove(b.toString())));
    m_desk->clock.advance(1s);
    QTRY_COMPARE(past(m_desk->clock.now()), QStringLiteral("a healthy")); // once it is written
    QCOMPARE(past(two), QStringLiteral("a healthy, b healthy"));
    QCOMPARE(past(one), QStringLiteral("a healthy"));
    QCOMPARE(past(empty), QString());
    QCOMPARE(past(two), QStringLiteral("a healthy, b healthy"));
    QCOMPARE(m_snapshot->at, two);
}

void tst_Past::seeksAndSendsOnlyTheDifference()
{
    QVERIFY(bool(m_desk->keeper->save(fake("a", "fake://a"))));
    m_desk->clock.advance(1s);
    const Instant before = m_desk->clock.now();
    m_desk->clock.advance(60s);
    QTRY_COMPARE(past(m_desk->clock.now()), QStringLiteral("a healthy"));
    const SnapshotPtr first = m_snapshot;
    QCOMPARE(past(before), QStringLiteral("a healthy"));
    // What is the same in both is the same object: it was not sent again.
    first->tables.sites.forEachItem(
        [this](const auto &site) { QCOMPARE(m_snapshot->tables.sites.item(site->id), site); });
}

void tst_Past::keepsOnlyTheNewestQuestion()
{
    QVERIFY(bool(m_desk->keeper->save(fake("a", "fake://a"))));
    m_desk->clock.advance(60s);
    QTRY_COMPARE(past(m_desk->clock.now()), QStringLiteral("a healthy"));
    m_told.clear();
    for (int second = 50; second > 0; --second)
        m_client->ask(m_desk->clock.now() - std::chrono::seconds(second), kNever);
    QTRY_COMPARE(m_told.size(), 2); // the first, and the last
    QCOMPARE(m_snapshot->at, m_desk->clock.now() - 1s);
}

void tst_Past::nothingBeforeTheBeginning()
{
    m_desk->clock.advance(1s);
    QTRY_VERIFY(past(m_desk->clock.now() - 24h).startsWith(QStringLiteral("History begins at ")));
    // It goes on all the same.
    QCOMPARE(past(m_desk->clock.now()), QString());
}

void tst_Past::saysWhenNobodyWatched()
{
    QVERIFY(bool(m_desk->keeper->save(fake("a", "fake://a"))));
    m_desk->clock.advance(1s);
    QTRY_COMPARE(past(m_desk->clock.now()), QStringLiteral("a healthy"));
    const Instant night = m_desk->clock.now() + 30min;
    startKeeper(); // an hour later
    m_desk->clock.advance(1s);
    QTRY_COMPARE(past(m_desk->clock.now()), QStringLiteral("a healthy"));
    QCOMPARE(past(night), QStringLiteral("a unknown; not watched"));
    Result<HistoryCoverage> coverage = Error();
    ControlCalls(m_channel).coverage(this, {night - 24h, night + 24h},
                                     [&](const Result<HistoryCoverage> &reply) { coverage = reply; });
    QTRY_VERIFY(bool(coverage));
    QCOMPARE(coverage->holes.size(), 1);
    QVERIFY(coverage->holes.first().from < night && night < coverage->holes.first().until);
}

void tst_Past::tellsHowSitesTurned()
{
    QVERIFY(bool(m_desk->keeper->save(fake("a", "fake://a"))));
    m_desk->clock.advance(1s);
    QTRY_COMPARE(past(m_desk->clock.now()), QStringLiteral("a healthy"));
    Result<QList<SiteTurn>> turns = Error();
    ControlCalls(m_channel).turns(this, {{m_desk->clock.now() - 1h, m_desk->clock.now()}, {}, 100},
                                  [&](const Result<QList<SiteTurn>> &reply) { turns = reply; });
    QTRY_VERIFY(bool(turns));
    QVERIFY(!turns->isEmpty());
    QCOMPARE(turns->last().state, SiteState::Healthy);
    QVERIFY(turns->last().site.toString().endsWith(QStringLiteral("/site/s")));
}

QTEST_GUILESS_MAIN(tst_Past)
#include "tst_past.moc"
