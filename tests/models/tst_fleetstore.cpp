// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/manualclock.h"
#include "models/fleetstore.h"
#include "models/regionsmodel.h"
#include "models/sitesmodel.h"
#include "tests/models/modeltext.h"
#include "tests/testing/fleetscript.h"
#include "tests/testing/test.h"

#include <QSignalSpy>

using namespace graticule;
using testing::FleetScript;

namespace {

KeeperLink linkIn(KeeperLink::State state)
{
    KeeperLink link;
    link.state = state;
    return link;
}

QString stateOf(const FleetStore &store, const QString &site)
{
    const SiteStatus status = siteStatus(store.tables(), FleetScript::siteId(site));
    return StateText::look(status.state, status.stale).text;
}

} // namespace

class TestFleetStore : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void beginsEmptyAndSaysSo()
    {
        ManualClock clock(FleetScript::now());
        const FleetStore store(clock);
        QVERIFY(store.snapshot());
        QVERIFY(!store.hasSnapshot());
        QVERIFY(!store.isFirstDataIn());
    }

    void showsTheFirstAtOnceAndTheNewestOncePerFrame()
    {
        ManualClock clock(FleetScript::now());
        FleetStore store(clock);
        store.setLink(linkIn(KeeperLink::State::Live));
        QList<size_t> sizes;
        connect(&store, &FleetStore::changed, this,
                [&](const FleetChange &change) { sizes << change.delta.sites.upserted.size(); });
        FleetScript script(QStringLiteral("connection a\nsite fra1 via=a"));
        store.take(script.snapshot());
        QCOMPARE(sizes, QList<size_t>{1});
        for (int i = 0; i < 100; ++i)
            store.take(script.apply(QStringLiteral("site s%1 via=a").arg(i)));
        QCOMPARE(sizes.size(), 1);
        clock.advance(FleetStore::kFrame);
        QCOMPARE(sizes, (QList<size_t>{1, 100}));
        QVERIFY(store.isFirstDataIn());
    }

    void theCacheIsNotTheFirstData()
    {
        ManualClock clock(FleetScript::now());
        FleetScript script(QStringLiteral("connection a\nsite fra1 via=a"));
        FleetStore store(clock, script.snapshot());
        QVERIFY(store.hasSnapshot());
        QVERIFY(!store.isFirstDataIn());
        store.setLink(linkIn(KeeperLink::State::Live));
        QVERIFY(!store.isFirstDataIn());
        store.take(script.apply(QStringLiteral("site sin1 via=a")));
        QVERIFY(store.isFirstDataIn());
    }

    void factsGrowOldWhileNobodyTellsMore()
    {
        ManualClock clock(FleetScript::now());
        FleetStore store(clock);
        store.setLink(linkIn(KeeperLink::State::Live));
        FleetScript script(
            QStringLiteral("connection a seen=-2s limit=30\nsite fra1 via=a\nsite sin1 via=a state=down\n"
                           "site bom1 via=a state=unreachable"));
        store.take(script.snapshot());
        clock.advance(Milliseconds(60'000));
        QCOMPARE(stateOf(store, QStringLiteral("fra1")), QStringLiteral("Healthy")); // the keeper judges, by its clock

        store.setLink(linkIn(KeeperLink::State::Lost));
        clock.advance(Milliseconds(1000));
        QCOMPARE(stateOf(store, QStringLiteral("fra1")), QStringLiteral("Healthy, last known"));
        QCOMPARE(stateOf(store, QStringLiteral("sin1")), QStringLiteral("Down, last known"));
        QCOMPARE(stateOf(store, QStringLiteral("bom1")), QStringLiteral("Unreachable")); // still not seen
        QCOMPARE(store.tables().connections.find(FleetScript::connectionId(QStringLiteral("a")))->state,
                 ConnectionState::Stale);

        store.setLink(linkIn(KeeperLink::State::Live));
        QCOMPARE(stateOf(store, QStringLiteral("fra1")), QStringLiteral("Healthy"));
    }

    void aLostKeeperVouchesForNoConnection()
    {
        ManualClock clock(FleetScript::now());
        FleetStore store(clock);
        store.setLink(linkIn(KeeperLink::State::Live));
        const FleetScript script(QStringLiteral("connection a seen=-2s\nsite fra1 via=a"));
        store.take(script.snapshot());
        const auto state = [&] {
            return store.tables().connections.find(FleetScript::connectionId(QStringLiteral("a")))->state;
        };
        store.setLink(linkIn(KeeperLink::State::Lost));
        QCOMPARE(state(), ConnectionState::Stale);
        QCOMPARE(stateOf(store, QStringLiteral("fra1")), QStringLiteral("Healthy")); // seen 2 s ago
        store.setLink(linkIn(KeeperLink::State::Live));
        QCOMPARE(state(), ConnectionState::Live);
    }

    void aCacheTooOldIsStaleFromTheFirstPictureOn()
    {
        ManualClock clock(FleetScript::now() + Milliseconds(720'000));
        const FleetScript script(QStringLiteral("connection a seen=-2s\nsite fra1 via=a"));
        const FleetStore store(clock, script.snapshot());
        QCOMPARE(stateOf(store, QStringLiteral("fra1")), QStringLiteral("Healthy, last known"));
    }

    void agesAreMeasuredByTheKeepersClock()
    {
        ManualClock clock(FleetScript::now());
        FleetStore store(clock);
        KeeperLink link = linkIn(KeeperLink::State::Live);
        link.clockOffset = Milliseconds(3'600'000);
        store.setLink(link);
        QCOMPARE(toIso(store.now()), QStringLiteral("2026-11-22T10:14:32.000Z"));
        QSignalSpy ticks(&store, &FleetStore::ticked);
        clock.advance(Milliseconds(3000));
        QCOMPARE(ticks.size(), 3);
    }

    void showsThePastAndComesBackToTheNewest()
    {
        ManualClock clock(FleetScript::now());
        FleetStore store(clock);
        store.setLink(linkIn(KeeperLink::State::Live));
        FleetScript was(QStringLiteral("connection a seen=-3h\nsite fra1 via=a state=down\nsite gone via=a"));
        FleetScript is(QStringLiteral("connection a seen=-2s\nsite fra1 via=a"));
        store.take(is.snapshot());
        const RegionsModel regions(store);
        const SitesModel sites(store);
        const auto shown = [&] {
            QStringList lines = testing::rows(sites);
            lines << (store.isPast() ? QStringLiteral("past ") : QStringLiteral("live ")) +
                         toIso(store.now()).mid(11, 8);
            return lines.join(QStringLiteral(" / "));
        };
        const QString live = shown();
        QVERIFY2(live.endsWith(QStringLiteral("live 09:14:32")), qPrintable(live));
        QSignalSpy modes(&store, &FleetStore::modeChanged);
        QSignalSpy ticks(&store, &FleetStore::ticked);

        const Instant then = FleetScript::now() - Milliseconds(3 * 3'600'000);
        store.showPast(was.snapshot(), then);
        QCOMPARE(modes.size(), 1);
        QCOMPARE(ticks.size(), 1); // ages are of another moment
        QCOMPARE(stateOf(store, QStringLiteral("fra1")), QStringLiteral("Down"));
        QVERIFY2(shown().contains(QStringLiteral("gone")), qPrintable(shown()));
        QVERIFY(shown().endsWith(QStringLiteral("past 06:14:32")));
        QCOMPARE(regions.totals().of(SiteState::Down), 1);

        // Nothing grows old, nothing of the present comes through, whatever the keeper does.
        store.take(is.apply(QStringLiteral("site new via=a state=degraded")));
        store.setLink(linkIn(KeeperLink::State::Lost));
        clock.advance(Milliseconds(120'000));
        QCOMPARE(ticks.size(), 1);
        QCOMPARE(stateOf(store, QStringLiteral("fra1")), QStringLiteral("Down"));
        QVERIFY(!shown().contains(QStringLiteral("new")));
        QVERIFY(shown().endsWith(QStringLiteral("past 06:14:32")));
        QCOMPARE(toIso(store.liveNow()), QStringLiteral("2026-11-22T09:16:32.000Z"));
        QCOMPARE(store.newest(), is.snapshot());

        store.setLink(linkIn(KeeperLink::State::Live));
        QVERIFY(store.isPast());
        store.showLive();
        QCOMPARE(modes.size(), 2);
        QVERIFY2(shown().contains(QStringLiteral("new")), qPrintable(shown()));
        QVERIFY(!shown().contains(QStringLiteral("gone")));
        QCOMPARE(store.snapshot(), is.snapshot());
        QCOMPARE(regions.totals().of(SiteState::Degraded), 1);
        QVERIFY(shown().endsWith(QStringLiteral("live 09:16:32")));
    }

    void whatGrewOldWhileThePastWasShownIsOldOnTheWayBack()
    {
        ManualClock clock(FleetScript::now());
        FleetStore store(clock);
        store.setLink(linkIn(KeeperLink::State::Live));
        const FleetScript script(QStringLiteral("connection a seen=-2s limit=30\nsite fra1 via=a"));
        store.take(script.snapshot());
        store.showPast(script.snapshot(), FleetScript::now() - Milliseconds(1000));
        store.setLink(linkIn(KeeperLink::State::Lost));
        clock.advance(Milliseconds(60'000));
        QCOMPARE(stateOf(store, QStringLiteral("fra1")), QStringLiteral("Healthy"));
        store.showLive();
        QCOMPARE(stateOf(store, QStringLiteral("fra1")), QStringLiteral("Healthy, last known"));
    }

    void anotherFleetHasNoPastOfThisOne()
    {
        ManualClock clock(FleetScript::now());
        FleetStore store(clock);
        const FleetScript script(QStringLiteral("connection a\nsite fra1 via=a"));
        store.take(script.snapshot());
        store.showPast(script.snapshot(), FleetScript::now() - Milliseconds(1000));
        QSignalSpy modes(&store, &FleetStore::modeChanged);
        store.forget();
        QVERIFY(!store.isPast());
        QVERIFY(!store.hasSnapshot());
        QCOMPARE(modes.size(), 1);
    }

    void knowsWhoIsSeenThroughWhom()
    {
        ManualClock clock(FleetScript::now());
        FleetStore store(clock);
        FleetScript script(QStringLiteral("connection a\nconnection b\nsite fra1 via=a,b\nsite sin1 via=a\nsite x"));
        store.take(script.snapshot());
        const auto count = [&](const char *name) {
            return store.index().siteCount(FleetScript::connectionId(QString::fromLatin1(name)));
        };
        QCOMPARE(count("a"), 2);
        QCOMPARE(count("b"), 1);
        QCOMPARE(store.index().sitesWithoutFeed().size(), 1);
        QCOMPARE(store.index().sitesWithManyFeeds().size(), 1);
        QVERIFY(!store.index().hasLab());

        store.take(script.apply(QStringLiteral("site fra1 via=b origin=lab\nremove site sin1")));
        clock.advance(FleetStore::kFrame);
        QCOMPARE(count("a"), 0);
        QCOMPARE(count("b"), 1);
        QCOMPARE(store.index().labSites(), 1);
        QCOMPARE(store.index().realSites(), 1);
        QVERIFY(store.index().hasLab());
        QVERIFY(store.index().hasRealConnection());
    }
};

QTEST_GUILESS_MAIN(TestFleetStore)
#include "tst_fleetstore.moc"
