// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/manualclock.h"
#include "models/timetravel/timetravel.h"
#include "tests/models/fakepast.h"
#include "tests/models/modeltext.h"
#include "tests/testing/fleetscript.h"
#include "tests/testing/test.h"

#include <QSignalSpy>

using namespace graticule;
using testing::FakePast;
using testing::FleetScript;
using testing::plain;

namespace {

constexpr Milliseconds kSecond{1000};
constexpr Milliseconds kMinute{60'000};
constexpr Milliseconds kHour{3'600'000};

Instant ago(Milliseconds length)
{
    return FleetScript::now() - length;
}

SiteTurn turn(const char *site, Milliseconds before, SiteState state)
{
    return {FleetScript::siteId(QString::fromLatin1(site)), ago(before), state, false};
}

/// "06:00:00 to 06:10:00 down: fra1 ams1"
QStringList print(const std::vector<SiteIncident> &incidents)
{
    QStringList lines;
    for (const SiteIncident &incident : incidents) {
        QStringList sites;
        for (const EntityId &site : incident.sites)
            sites << site.toString().section(u'/', -1);
        lines << QStringLiteral("%1 to %2 %3: %4")
                     .arg(FakePast::clock(incident.begin),
                          incident.end ? FakePast::clock(*incident.end) : QStringLiteral("now"),
                          incident.isDown ? QStringLiteral("down") : QStringLiteral("unreachable"), sites.join(u' '));
    }
    return lines;
}

/// A store that is live, and who takes it to the past.
struct Desk
{
    Desk()
        : clock(FleetScript::now())
        , store(clock)
        , now(QStringLiteral("connection a seen=-2s\nsite fra1 via=a\nsite ams1 via=a"))
        , then(QStringLiteral("connection a seen=-3h\nsite fra1 via=a state=down\nsite ams1 via=a"))
        , travel(store, past)
    {
        past.recorded.recorded = {ago(24 * kHour), ago(kSecond)};
        KeeperLink link;
        link.state = KeeperLink::State::Live;
        store.setLink(link);
        store.take(now.snapshot());
        Q_EMIT past.opened();
        past.asked.clear();
    }
    /// "live", "past 06:14:32", with " (asking)" or " (failed)"
    QString shown() const
    {
        QString text = store.isPast() ? QStringLiteral("past ") + FakePast::clock(store.now()) : QStringLiteral("live");
        if (travel.isAsking())
            text += QStringLiteral(" (asking)");
        if (!travel.failure().text.isEmpty())
            text += QStringLiteral(" (failed)");
        return text;
    }

    ManualClock clock;
    FleetStore store;
    FleetScript now;
    FleetScript then;
    FakePast past;
    TimeTravel travel;
};

} // namespace

class TestTimeTravel : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void goesToAMomentAndBack()
    {
        Desk desk;
        desk.travel.goTo(ago(3 * kHour));
        QCOMPARE(desk.shown(), QStringLiteral("live (asking)")); // nothing shows what is not there yet
        desk.past.tell(desk.then.snapshot());
        QCOMPARE(desk.shown(), QStringLiteral("past 06:14:32"));
        desk.travel.returnToLive();
        QCOMPARE(desk.shown(), QStringLiteral("live"));
        QCOMPARE(desk.past.asked, (QStringList{QStringLiteral("06:14:32"), QStringLiteral("left")}));
        desk.past.tell(desk.then.snapshot()); // an answer that comes late
        QCOMPARE(desk.shown(), QStringLiteral("live"));
    }

    void scrubbingShowsWhatIsAnsweredUntilTheLastIs()
    {
        Desk desk;
        desk.travel.goTo(ago(3 * kHour));
        desk.past.tell(desk.then.snapshot());
        desk.travel.goTo(ago(2 * kHour));
        PastNote first;
        first.at = ago(150 * kMinute);
        Q_EMIT desk.past.told(desk.then.snapshot(), first); // on the way
        QCOMPARE(desk.shown(), QStringLiteral("past 06:44:32 (asking)"));
        QCOMPARE(FakePast::clock(desk.travel.asked()), QStringLiteral("07:14:32"));
        desk.past.tell(desk.then.snapshot());
        QCOMPARE(desk.shown(), QStringLiteral("past 07:14:32"));
    }

    void whatIsToComeIsNow()
    {
        Desk desk;
        desk.travel.goTo(ago(3 * kHour));
        desk.past.tell(desk.then.snapshot());
        desk.travel.goTo(FleetScript::now() + kHour);
        QCOMPARE(desk.shown(), QStringLiteral("live"));
    }

    void asksAsItWasKnownThen()
    {
        Desk desk;
        desk.travel.goTo(ago(3 * kHour));
        desk.past.tell(desk.then.snapshot());
        desk.travel.setKnownThen(true);
        desk.past.tell(desk.then.snapshot());
        desk.travel.goTo(ago(2 * kHour));
        desk.travel.goTo(ago(3 * kHour), ago(kHour));
        QCOMPARE(desk.past.asked,
                 (QStringList{QStringLiteral("06:14:32"), QStringLiteral("06:14:32 known 06:14:32"),
                              QStringLiteral("07:14:32 known 07:14:32"), QStringLiteral("06:14:32 known 08:14:32")}));
        desk.travel.returnToLive();
        QVERIFY(!desk.travel.isKnownThen());
    }

    void saysWhatIsAmissWithAMoment()
    {
        Desk desk;
        desk.travel.goTo(ago(3 * kHour));
        PastNote note;
        note.hole = TimeSpan{ago(4 * kHour), ago(2 * kHour)};
        note.lateFacts = 2;
        note.damage.text = QStringLiteral("block 7 cannot be read.");
        desk.past.tell(desk.then.snapshot(), note);
        QCOMPARE(plain(desk.travel.remarks().join(u'\n')),
                 QStringLiteral("Nobody watched from 05:14:32 to 07:14:32: states are "
                                "unknown, the rest is what was known before.\n2 facts arrived later.\n"
                                "Incomplete: block 7 cannot be read."));
    }

    void failingToEnterStaysLiveAndSaysWhy()
    {
        Desk desk;
        QSignalSpy failed(&desk.travel, &TimeTravel::failed);
        desk.travel.goTo(ago(3 * kHour));
        desk.past.refuse(QStringLiteral("The keeper keeps no history."));
        QCOMPARE(desk.shown(), QStringLiteral("live"));
        QCOMPARE(
            failed.value(0).value(0).toString(),
            QStringLiteral(
                "22 Nov 2026 06:14:32 UTC cannot be shown: The keeper keeps no history. The network is in the way."));
    }

    void aKeeperThatIsLostInThePastLeavesWhatIsShownAndIsAskedAgain()
    {
        Desk desk;
        desk.travel.goTo(ago(3 * kHour));
        desk.past.tell(desk.then.snapshot());
        desk.travel.goTo(ago(2 * kHour));
        desk.past.refuse(QStringLiteral("The keeper does not answer."));
        QCOMPARE(desk.shown(), QStringLiteral("past 06:14:32 (failed)"));
        QCOMPARE(
            desk.travel.failureText(),
            QStringLiteral(
                "22 Nov 2026 07:14:32 UTC cannot be shown: The keeper does not answer. The network is in the way."));
        Q_EMIT desk.past.opened();
        QCOMPARE(desk.shown(), QStringLiteral("past 06:14:32 (asking)"));
        desk.past.tell(desk.then.snapshot());
        QCOMPARE(desk.shown(), QStringLiteral("past 07:14:32"));
    }

    void anotherFleetIsLive()
    {
        Desk desk;
        desk.travel.goTo(ago(3 * kHour));
        desk.past.tell(desk.then.snapshot());
        desk.store.forget();
        QCOMPARE(desk.shown(), QStringLiteral("live"));
        QCOMPARE(desk.past.asked.last(), QStringLiteral("left"));

        KeeperLink link;
        link.state = KeeperLink::State::Live;
        desk.store.setLink(link);
        desk.travel.goTo(ago(3 * kHour)); // and what was asked for of the one before does not come
        desk.store.forget();
        desk.past.tell(desk.then.snapshot());
        QCOMPARE(desk.shown(), QStringLiteral("live"));
    }

    void saysHowRecordingGoes()
    {
        Desk desk;
        QVERIFY(desk.travel.recordingTrouble().isEmpty());
        desk.past.recorded.error.text = QStringLiteral("The disk is full.");
        desk.clock.advance(HistoryLog::kAskEvery);
        QCOMPARE(desk.travel.recordingTrouble(), QStringLiteral("Nothing is recorded just now: The disk is full."));
        desk.past.recorded.error = {};
        desk.past.trouble.text = QStringLiteral("No.");
        desk.clock.advance(HistoryLog::kAskEvery);
        QCOMPARE(desk.travel.recordingTrouble(), QStringLiteral("The keeper does not tell of its history: No."));
    }

    void turnsOfWhatIsLookedAtAreAskedForOnce()
    {
        Desk desk;
        desk.past.sites = {turn("fra1", 30 * kHour, SiteState::Healthy), turn("fra1", 3 * kHour, SiteState::Down)};
        HistoryLog &log = desk.travel.log();
        log.lookAt({ago(24 * kHour), FleetScript::now()});
        log.lookAt({ago(24 * kHour), FleetScript::now()});
        log.lookAt({ago(12 * kHour), ago(6 * kHour)});
        QCOMPARE(desk.past.asked, QStringList{QStringLiteral("turns")});
        QCOMPARE(print(log.incidents()), QStringList{QStringLiteral("06:14:32 to now down: fra1")});

        // What happens from now on is seen anyhow.
        desk.store.take(desk.now.apply(QStringLiteral("site ams1 via=a state=unreachable")));
        desk.clock.advance(kSecond);
        log.lookAt({ago(24 * kHour), FleetScript::now() + kSecond});
        QCOMPARE(desk.past.asked, QStringList{QStringLiteral("turns")});
        QCOMPARE(log.incidents().size(), 2U);
        QCOMPARE(desk.travel.incidentText(log.incidents().back()), QStringLiteral("ams1 unreachable"));
    }

    void aWindowThatIsOpenForWeeksKeepsTheNewestTurns()
    {
        Desk desk;
        HistoryLog &log = desk.travel.log();
        log.lookAt({ago(24 * kHour), FleetScript::now()});
        for (int i = 0; i < HistoryLog::kMostTurns * 3 / 2; ++i) {
            desk.store.take(
                desk.now.apply(QString::fromLatin1(i % 2 ? "site ams1 via=a" : "site ams1 via=a state=unreachable")));
            desk.clock.advance(kSecond);
        }
        QVERIFY(log.isCut());
        QVERIFY(log.turns().size() <= HistoryLog::kMostTurns * 5 / 4 + 2);
        QCOMPARE(log.turns().back().state, SiteState::Healthy);
    }

    void anIncidentIsFoundHoweverFarItIs()
    {
        Desk desk;
        desk.past.recorded.recorded.from = ago(40 * 24 * kHour);
        Q_EMIT desk.past.opened();
        desk.past.sites = {turn("fra1", 30 * 24 * kHour, SiteState::Down),
                           turn("fra1", 30 * 24 * kHour - kHour, SiteState::Healthy)};
        desk.past.asked.clear();
        desk.travel.goToIncident(-1);
        QCOMPARE(desk.past.asked.count(QStringLiteral("turns")), 5); // 1, 2, 4, 8 and 16 days
        desk.past.tell(desk.then.snapshot());
        QCOMPARE(desk.store.now(), ago(30 * 24 * kHour));
        QSignalSpy failed(&desk.travel, &TimeTravel::failed);
        desk.travel.goToIncident(-1);
        QCOMPARE(failed.value(0).value(0).toString(), QStringLiteral("No incident is kept from before"));
        desk.travel.goTo(ago(35 * 24 * kHour));
        desk.past.tell(desk.then.snapshot());
        desk.travel.goToIncident(1);
        desk.past.tell(desk.then.snapshot());
        QCOMPARE(desk.store.now(), ago(30 * 24 * kHour));
        desk.travel.goToIncident(1);
        QCOMPARE(desk.shown(), QStringLiteral("live"));
    }

    void anIncidentFileEndsAtItsEnd()
    {
        Desk desk;
        desk.travel.setReplay({ago(5 * kHour), QStringLiteral("Signed by me."), {}});
        QCOMPARE(desk.travel.newest(), ago(5 * kHour));
        desk.past.tell(desk.then.snapshot());
        desk.travel.goTo(ago(kHour));
        desk.past.tell(desk.then.snapshot());
        QCOMPARE(desk.store.now(), ago(5 * kHour));
        desk.travel.goTo(ago(7 * kHour), ago(6 * kHour));
        QVERIFY(desk.travel.isKnownElsewhen());
        desk.travel.setKnownThen(false);
        QVERIFY(!desk.travel.isKnownElsewhen());
    }

    void fetchesAMomentWithoutShowingIt()
    {
        Desk desk;
        QSignalSpy fetched(&desk.travel, &TimeTravel::fetched);
        desk.travel.fetch(ago(5 * kHour));
        desk.past.tell(desk.then.snapshot());
        QCOMPARE(fetched.size(), 1);
        QCOMPARE(desk.shown(), QStringLiteral("live"));
        QCOMPARE(desk.past.asked, (QStringList{QStringLiteral("04:14:32"), QStringLiteral("left")}));
    }

    /// Chosen for a comparison, and another one before the answer: the first is still answered.
    void aMomentFetchedForNothingIsNotShown()
    {
        Desk desk;
        desk.travel.goTo(ago(3 * kHour));
        desk.past.tell(desk.then.snapshot());
        QSignalSpy fetched(&desk.travel, &TimeTravel::fetched);
        desk.travel.fetch(ago(5 * kHour));
        desk.travel.fetch(ago(6 * kHour));
        PastNote first;
        first.at = ago(5 * kHour);
        Q_EMIT desk.past.told(desk.then.snapshot(), first);
        QCOMPARE(desk.shown(), QStringLiteral("past 06:14:32"));
        QCOMPARE(fetched.size(), 0);
        desk.past.tell(desk.then.snapshot());
        QCOMPARE(desk.shown(), QStringLiteral("past 06:14:32"));
        QCOMPARE(fetched.size(), 1);
        desk.travel.goTo(ago(5 * kHour)); // which may of course be shown afterwards
        desk.past.tell(desk.then.snapshot());
        QCOMPARE(desk.shown(), QStringLiteral("past 04:14:32"));
    }

    void sitesThatGoTogetherAreOneIncident()
    {
        const QList<SiteTurn> turns{
            turn("old", 40 * kHour, SiteState::Down),           turn("fra1", 30 * kHour, SiteState::Healthy),
            turn("ams1", 31 * kHour, SiteState::Healthy),       turn("fra1", 180 * kMinute, SiteState::Unreachable),
            turn("ams1", 179 * kMinute, SiteState::Down),       turn("fra1", 170 * kMinute, SiteState::Degraded),
            turn("ams1", 160 * kMinute, SiteState::Healthy),    turn("old", 150 * kMinute, SiteState::Healthy),
            turn("fra1", 60 * kMinute, SiteState::Unreachable), turn("fra1", 50 * kMinute, SiteState::Unknown),
            turn("fra1", 45 * kMinute, SiteState::Unreachable), turn("fra1", 40 * kMinute, SiteState::Healthy),
            turn("gone", 30 * kMinute, SiteState::Down),        turn("gone", 20 * kMinute, SiteState::Unknown)};
        QCOMPARE(print(siteIncidents(turns)), (QStringList{
                                                  QStringLiteral("17:14:32 to 06:44:32 down: old"),
                                                  QStringLiteral("06:14:32 to 06:34:32 down: fra1 ams1"),
                                                  QStringLiteral("08:14:32 to 08:34:32 unreachable: fra1"),
                                                  QStringLiteral("08:44:32 to 08:54:32 down: gone"),
                                              }));
    }

    void countsTurnsInWholeStretches()
    {
        const QList<SiteTurn> turns{turn("a", 60 * kMinute, SiteState::Healthy),
                                    turn("a", 20 * kMinute, SiteState::Down), turn("b", 19 * kMinute, SiteState::Down),
                                    turn("a", 1 * kMinute, SiteState::Healthy)};
        const TurnCounts counts = turnCounts(turns, {ago(30 * kMinute), FleetScript::now()}, 10 * kMinute);
        QCOMPARE(FakePast::clock(counts.begin), QStringLiteral("08:40:00"));
        QCOMPARE(counts.counts, (std::vector<int>{0, 2, 0, 1}));
    }
};

QTEST_GUILESS_MAIN(TestTimeTravel)
#include "tst_timetravel.moc"
