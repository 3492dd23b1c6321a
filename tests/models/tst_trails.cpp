// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/latency/worstlinks.h"
#include "models/modelroles.h"
#include "models/trails/grouptrails.h"
#include "models/trails/regionchanges.h"
#include "models/trails/trailbook.h"
#include "tests/models/modeltext.h"
#include "tests/models/storetest.h"

#include <QPointer>
#include <QSignalSpy>

#include <cmath>

using namespace graticule;
using testing::FleetScript;

namespace {

/// A keeper whose answers wait until the test gives them.
class SlowCalls : public SampleCalls
{
public:
    QStringList asked; ///< "rtt.ms of link/a->b to 09:14:32", "turns of site/a to ...", "coverage to ..."

    void samples(QObject *context, const SamplesQuery &query, Reply<SamplesAnswer> done) override
    {
        ask(context, QStringLiteral("%1 of %2").arg(query.metrics.join(u','), query.entity.toString()), query.to,
            [this, query, done] {
                SamplesAnswer answer;
                answer.series << series;
                answer.series.first().entity = query.entity;
                isRefused ? done(refusal()) : done(answer);
            });
    }
    void linkWindows(QObject *context, const LinkWindowsQuery &query, Reply<LinkWindowsAnswer> done) override
    {
        ask(context, QStringLiteral("windows of %1 links").arg(query.links.size()), query.to,
            [this, done] { isRefused ? done(refusal()) : done(windows); });
    }
    void coverage(QObject *context, const TimeSpan &span, Reply<HistoryCoverage> done) override
    {
        ask(context, QStringLiteral("coverage"), span.until,
            [this, done] { isUncovered ? done(refusal()) : done(watched); });
    }
    void turns(QObject *context, const TurnsQuery &query, Reply<QList<SiteTurn>> done) override
    {
        ask(context, QStringLiteral("turns of %1").arg(query.site.toString()), query.span.until,
            [this, done] { isRefused ? done(refusal()) : done(sites); });
    }

    /// Gives the answers that somebody still waits for, and those to the questions that follow from them.
    int answerAll()
    {
        int given = 0;
        while (!m_waiting.empty()) {
            const auto [context, answer] = m_waiting.takeFirst();
            if (!context)
                continue;
            answer();
            ++given;
        }
        return given;
    }

    SampleAnswer series;
    QList<SiteTurn> sites;
    HistoryCoverage watched;
    LinkWindowsAnswer windows;
    bool isRefused = false;
    bool isUncovered = false;

private:
    static Error refusal() { return {ErrorKind::Unreachable, Fault::Network, QStringLiteral("no keeper"), {}}; }
    void ask(QObject *context, const QString &what, Instant to, std::function<void()> answer)
    {
        asked << QStringLiteral("%1 to %2").arg(what, toIso(to).mid(11, 8));
        m_waiting.append({QPointer<QObject>(context), std::move(answer)});
    }

    QList<std::pair<QPointer<QObject>, std::function<void()>>> m_waiting;
};

EntityId site(const char *name)
{
    return FleetScript::siteId(QString::fromLatin1(name));
}

const char *const kFleet = R"(
connection k8s
site fra1 via=k8s at=50,8
site sin1 via=k8s at=1,103
site lax1 via=k8s at=34,-118
site edge via=k8s at=10,10
link fra1->sin1 rtt=160 limit=200
link fra1->lax1 rtt=90 limit=60
link lax1->sin1 rtt=170
)";

/// "1 1 - 4 ...": the values of the last minutes.
QString lastOf(const SampleTrail &trail, size_t count)
{
    QStringList all;
    for (size_t i = trail.values.size() - count; i < trail.values.size(); ++i)
        all << (std::isnan(trail.values[i]) ? QStringLiteral("-") : QString::number(trail.values[i]));
    return all.join(u' ');
}

} // namespace

class TestTrails : public testing::StoreTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin(kFleet);
        m_calls = std::make_unique<SlowCalls>();
        m_book = std::make_unique<TrailBook>(*m_store, *m_calls);
    }

    void theWorstLinkIsTheOneOverItsLimitThenTheLongest()
    {
        const auto links = worstLinks(m_store->tables(), {site("fra1"), site("sin1"), site("edge")});
        QCOMPARE(links.size(), 2);
        QCOMPARE(links[site("fra1")].toString(), QStringLiteral("link/fra1->lax1")); // over its limit
        QCOMPARE(links[site("sin1")].toString(), QStringLiteral("link/lax1->sin1")); // the longest way
    }

    void minutesKeepTheirPeaksAndGapsStayGaps()
    {
        const qint64 end = toMs(FleetScript::now());
        SampleAnswer answer;
        const auto put = [&](int minutesAgo, double value, double most) {
            answer.buckets.push_back({end - minutesAgo * 60'000 + 1, 1, value, most, value});
        };
        put(9, 5, 5);
        put(8, 1, 9); // a spike within it
        put(5, 2, 2); // two minutes without a value before it, three after
        put(1, 4, 4);
        const SampleTrail trail = sampleTrail(answer, FleetScript::now());
        QCOMPARE(lastOf(trail, 10), QStringLiteral("- 5 9 9 9 2 - - - 4"));
        QCOMPARE(trail.newest, 4.0);
        QCOMPARE(trail.least, 2.0);
        QCOMPARE(trail.most, 9.0);
        QVERIFY(sampleTrail({}, FleetScript::now()).isEmpty());
    }

    void onlyWhatIsSeenIsAskedForAndFourAtATime()
    {
        QList<EntityId> rows;
        for (int i = 0; i < 40; ++i)
            rows << EntityId(QStringLiteral("node/n%1").arg(i));
        m_book->see(TrailKind::Cpu, rows);
        QCOMPARE(m_calls->asked.join(u'\n'), QStringLiteral("cpu.cores of node/n0 to 09:14:32\n"
                                                            "cpu.cores of node/n1 to 09:14:32\n"
                                                            "cpu.cores of node/n2 to 09:14:32\n"
                                                            "cpu.cores of node/n3 to 09:14:32"));
        // Scrolled on before an answer: the first are taken back.
        m_calls->asked.clear();
        m_book->see(TrailKind::Cpu, rows.mid(20, 2));
        QCOMPARE(m_calls->asked.size(), 2);
        QCOMPARE(m_calls->answerAll(), 2);
        QVERIFY(!m_book->samples(TrailKind::Cpu, rows[0]));
        QVERIFY(m_book->samples(TrailKind::Cpu, rows[20]));
        QVERIFY(m_book->isSettled());
        // Back again: what was told is still known, the others follow.
        m_calls->asked.clear();
        m_book->see(TrailKind::Cpu, rows.mid(18, 4));
        QCOMPARE(m_calls->answerAll(), 2);
        QCOMPARE(m_calls->asked.size(), 2);
        // Nobody looks: nothing is asked, however old it gets.
        m_book->see(TrailKind::Cpu, {});
        m_calls->asked.clear();
        m_clock->advance(Milliseconds(300'000));
        QCOMPARE(m_calls->asked.size(), 0);
    }

    void whoScrollsFarIsForgotten()
    {
        QSignalSpy changed(m_book.get(), &TrailBook::changed);
        for (int page = 0; page < 40; ++page) {
            QList<EntityId> rows;
            for (int i = 0; i < 20; ++i)
                rows << EntityId(QStringLiteral("node/n%1").arg(page * 20 + i));
            m_book->see(TrailKind::Cpu, rows);
            m_calls->answerAll();
        }
        QCOMPARE(changed.count(), 800);
        QVERIFY(!m_book->samples(TrailKind::Cpu, EntityId("node/n0")));
        QVERIFY(m_book->samples(TrailKind::Cpu, EntityId("node/n799")));
    }

    void itIsAskedAgainEachMinute()
    {
        m_book->see(TrailKind::Cpu, {site("fra1")});
        m_calls->answerAll();
        m_clock->advance(Milliseconds(30'000));
        QCOMPARE(m_calls->asked.size(), 1);
        m_clock->advance(Milliseconds(31'000));
        QCOMPARE(m_calls->asked.size(), 2);
    }

    void latencyIsThatOfTheWorstLink()
    {
        m_calls->series.buckets.push_back({toMs(FleetScript::now()) - 90'000, 1, 88, 91, 90});
        m_book->see(TrailKind::Latency, {site("fra1"), site("edge")});
        QTRY_COMPARE(m_calls->asked.join(u'\n'), QStringLiteral("rtt.ms of link/fra1->lax1 to 09:14:32"));
        QCOMPARE(m_book->words(TrailKind::Latency, site("fra1")), QStringLiteral("not asked for yet"));
        m_calls->answerAll();
        QCOMPARE(testing::plain(m_book->words(TrailKind::Latency, site("fra1"))),
                 QStringLiteral("fra1 → lax1: 91 ms, in the last hour from 91 ms to 91 ms"));
        QVERIFY(m_book->isAbnormal(site("fra1")));
        QVERIFY(m_book->isAlone(site("edge")));
        QCOMPARE(m_book->words(TrailKind::Latency, site("edge")), QStringLiteral("no link to another site"));
    }

    void nothingMeasuredAndNothingToldAreTwoThings()
    {
        m_book->see(TrailKind::Cpu, {site("fra1")});
        m_calls->answerAll();
        QCOMPARE(m_book->words(TrailKind::Cpu, site("fra1")), QStringLiteral("nothing measured in the last hour"));
        m_calls->isRefused = true;
        m_book->see(TrailKind::Cpu, {site("sin1")});
        m_calls->answerAll();
        QCOMPARE(m_book->words(TrailKind::Cpu, site("sin1")), QStringLiteral("cannot be read just now"));
        // It is tried again soon.
        m_calls->isRefused = false;
        m_clock->advance(Milliseconds(6'000));
        m_calls->answerAll();
        QCOMPARE(m_book->words(TrailKind::Cpu, site("sin1")), QStringLiteral("nothing measured in the last hour"));
    }

    void statesAreToldWithWhatNobodyWatched()
    {
        const Instant now = FleetScript::now();
        m_calls->sites = {{site("fra1"), now - std::chrono::hours(30), SiteState::Healthy, false},
                          {site("fra1"), now - std::chrono::hours(2), SiteState::Degraded, false},
                          {site("fra1"), now - std::chrono::hours(1), SiteState::Healthy, false}};
        m_calls->watched.holes = {{now - std::chrono::hours(5), now - std::chrono::hours(4)}};
        m_book->see(TrailKind::States, {site("fra1"), site("sin1")});
        m_calls->answerAll();
        QCOMPARE(m_book->words(TrailKind::States, site("fra1")),
                 QStringLiteral("not watched from 04:14 to 05:14, degraded from 07:14 to 08:14"));
        QCOMPARE(m_book->states(site("fra1"))->spans.size(), size_t(5));
        // A site that turns has another lane at once; when nobody watched is not asked anew for it.
        m_calls->asked.clear();
        m_store->take(m_script.apply(QStringLiteral("site sin1 via=k8s at=1,103 state=down")));
        m_clock->advance(FleetStore::kFrame);
        QCOMPARE(m_calls->asked.join(u'\n'), QStringLiteral("turns of site/sin1 to 09:14:32"));
    }

    void withoutWhatWasWatchedNothingIsSaid()
    {
        m_calls->sites = {{site("fra1"), FleetScript::now() - std::chrono::hours(30), SiteState::Healthy, false}};
        m_calls->isUncovered = true;
        m_book->see(TrailKind::States, {site("fra1")});
        m_calls->answerAll();
        QCOMPARE(m_book->words(TrailKind::States, site("fra1")), QStringLiteral("cannot be read just now"));
        QVERIFY(m_book->states(site("fra1"))->spans.empty());
    }

    void ofAnotherFleetNothingIsKept()
    {
        m_book->see(TrailKind::Cpu, {site("fra1")});
        m_calls->answerAll();
        QVERIFY(m_book->samples(TrailKind::Cpu, site("fra1")));
        m_store->setLink({});
        QVERIFY(!m_book->samples(TrailKind::Cpu, site("fra1")));
    }

    /// Down as long as one of its sites was.
    void aRegionWasAsItsWorstSite()
    {
        m_store->take(
            m_script.apply(QStringLiteral("site fra1 region=Europe via=k8s\nsite lhr1 region=Europe via=k8s")));
        m_clock->advance(FleetStore::kFrame);
        const Instant now = FleetScript::now();
        const auto turn = [&](const char *name, int minutesAgo, SiteState state) {
            return SiteTurn{site(name), now - std::chrono::minutes(minutesAgo), state, false};
        };
        m_calls->sites = {turn("fra1", 1800, SiteState::Healthy), turn("lhr1", 1800, SiteState::Healthy),
                          turn("sin1", 1700, SiteState::Down),    turn("fra1", 180, SiteState::Down),
                          turn("lhr1", 120, SiteState::Down),     turn("fra1", 60, SiteState::Healthy),
                          turn("lhr1", 30, SiteState::Unknown),   turn("lhr1", 20, SiteState::Healthy)};
        m_calls->watched.holes = {{now - std::chrono::hours(5), now - std::chrono::hours(4)}};
        GroupTrails regions(*m_store, *m_calls, GroupTrails::regions);
        QCOMPARE(regions.words(QStringLiteral("Europe")), QStringLiteral("Asking how it was"));
        regions.setAwake(true);
        m_calls->answerAll();
        QTRY_VERIFY(regions.find(QStringLiteral("Europe")));
        QCOMPARE(
            regions.words(QStringLiteral("Europe")),
            QStringLiteral("not watched from 04:14 to 05:14, down from 06:14 to 08:44, unknown from 08:44 to 08:54"));
        // All are seen through one connection; one of them was down all the day.
        GroupTrails connections(*m_store, *m_calls, GroupTrails::connections);
        connections.setAwake(true);
        m_calls->watched.holes.clear();
        m_calls->answerAll();
        const QString k8s = FleetScript::connectionId(QStringLiteral("k8s")).toString();
        QTRY_VERIFY(connections.find(k8s));
        QCOMPARE(connections.words(k8s), QStringLiteral("down from 09:14 to 09:14"));
    }

    void howAGroupWasIsNotInventedWhenNobodyTellsIt()
    {
        m_calls->isRefused = true;
        GroupTrails regions(*m_store, *m_calls, GroupTrails::regions);
        regions.setAwake(true);
        m_calls->answerAll();
        QCOMPARE(regions.words(QString()), QStringLiteral("It cannot be read just now how it was"));
        QVERIFY(!regions.find(QString())->isRead);
    }

    /// A day of all sites is asked for where somebody rests, not at each frame of the way there.
    void whoScrubsAsksForNoGroups()
    {
        GroupTrails regions(*m_store, *m_calls, GroupTrails::regions);
        regions.setAwake(true);
        m_calls->answerAll();
        m_calls->asked.clear();
        for (int minutes = 60; minutes > 0; --minutes)
            m_store->showPast(m_script.snapshot(), FleetScript::now() - std::chrono::minutes(minutes));
        QCOMPARE(m_calls->asked, QStringList());
        QTRY_COMPARE(m_calls->asked, QStringList(QStringLiteral("coverage to 09:13:32")));
    }

    void aRegionIsHeldAgainstTheSameHourOfPastDays()
    {
        LinkWindow slow;
        slow.link = EntityId("link/fra1->sin1");
        slow.count = 30;
        slow.p50 = 160;
        slow.usual = LinkUsual{7, {62, 1}, {}, {}, {}};
        LinkWindow fresh;
        fresh.link = EntityId("link/fra1->lax1");
        fresh.count = 30;
        fresh.p50 = 900; // of no earlier day anything is known
        m_calls->windows.windows = {slow, fresh};
        RegionsModel regions(*m_store);
        RegionChanges changes(*m_store, *m_calls);
        const QModelIndex change = regions.index(0, RegionsModel::Change);
        QCOMPARE(change.data().toString(), QStringLiteral("–"));
        changes.setAwake(true);
        QCOMPARE(m_calls->asked.join(u'\n'), QStringLiteral("windows of 3 links to 09:14:32"));
        m_calls->answerAll();
        regions.setChanges(changes.all());
        QCOMPARE(change.data().toString(), QStringLiteral("+98"));
        QCOMPARE(change.data(EmphasisRole).toInt(), int(Emphasis::Medium));
        QVERIFY(changes.isSettled());
        // Of the present nothing is said in the past.
        m_store->showPast(m_script.snapshot(), FleetScript::now() - std::chrono::hours(3));
        QVERIFY(changes.all().isEmpty());
    }

    void whatIsUsualAndStillBeingWorkedOutIsWaitedFor()
    {
        RegionChanges changes(*m_store, *m_calls);
        m_calls->windows.usualPending = 3;
        changes.setAwake(true);
        m_calls->answerAll();
        QVERIFY(!changes.isSettled());
        m_calls->asked.clear();
        m_calls->windows.usualPending = 0;
        m_clock->advance(TrailQueue::kAgain + FleetStore::kFrame);
        QCOMPARE(m_calls->asked.size(), 1);
        m_calls->answerAll();
        QVERIFY(changes.isSettled());
    }

    void thePastIsAskedForAsItWas()
    {
        m_book->see(TrailKind::Cpu, {site("fra1")});
        m_calls->answerAll();
        m_calls->asked.clear();
        m_store->showPast(m_script.snapshot(), FleetScript::now() - std::chrono::hours(3));
        QVERIFY(!m_book->samples(TrailKind::Cpu, site("fra1"))); // what is of now says nothing of then
        QCOMPARE(m_calls->asked.join(u'\n'), QStringLiteral("cpu.cores of site/fra1 to 06:14:32"));
        m_calls->answerAll();
        QVERIFY(m_book->samples(TrailKind::Cpu, site("fra1")));
        m_clock->advance(Milliseconds(300'000)); // there time stands still
        QCOMPARE(m_calls->asked.size(), 1);
        m_store->showLive();
        QCOMPARE(m_calls->asked.size(), 2);
        QVERIFY(!m_book->samples(TrailKind::Cpu, site("fra1")));
    }

private:
    std::unique_ptr<SlowCalls> m_calls;
    std::unique_ptr<TrailBook> m_book;
};

QTEST_GUILESS_MAIN(TestTrails)
#include "tst_trails.moc"
