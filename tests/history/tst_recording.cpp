// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/recording.h"
#include "tests/history/historyscript.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace Qt::Literals::StringLiterals;
using testing::HistoryScript;
using testing::print;

namespace {

QString seconds(Instant at)
{
    return QString::number(double((at - HistoryScript::at(0)).count()) / 1000);
}

/// "3 changed, 1 gone; fra down; feed from 0; late since 5: ..." : what one step keeps.
QString print(const Recording::Step &step)
{
    size_t changed = 0;
    size_t gone = 0;
    forEachKind(
        [&](const auto &changes) {
            changed += changes.upserted.size();
            gone += changes.removed.size();
        },
        step.change.delta);
    QStringList parts{QStringLiteral("%1 changed, %2 gone").arg(changed).arg(gone)};
    for (const SiteTurn &turn : step.turns)
        parts << QStringLiteral("%1 becomes %2%3")
                     .arg(turn.site.toString())
                     .arg(int(turn.state))
                     .arg(turn.stale ? u" stale"_s : QString());
    for (const WatchedSpan &span : step.spans)
        parts << QStringLiteral("watched %1 to %2").arg(seconds(span.from), span.until ? seconds(*span.until) : u"?"_s);
    for (const LateFact &late : step.late)
        parts << QStringLiteral("late, true since %1").arg(seconds(late.since));
    return parts.join(u"; ");
}

} // namespace

class TestRecording : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatChanges()
    {
        HistoryScript fleet;
        Recording recording({}, HistoryScript::at(0));
        fleet.site("fra", SiteState::Healthy, 0);
        fleet.feed(0, 1);
        QCOMPARE(print(recording.take(fleet.snapshot(1))), u"3 changed, 0 gone; fra becomes 1; watched 0 to ?"_s);
        QCOMPARE(print(recording.take(fleet.snapshot(2))), u"0 changed, 0 gone"_s);
        fleet.site("fra", SiteState::Down, 3);
        QCOMPARE(print(recording.take(fleet.snapshot(3))), u"1 changed, 0 gone; fra becomes 3"_s);
        fleet.tables.sites.remove(EntityId("fra"));
        fleet.tables.verdicts.remove(EntityId("fra"));
        QCOMPARE(print(recording.take(fleet.snapshot(4))), u"0 changed, 2 gone; fra becomes 0 stale"_s);
    }

    void aProofIsNoChange()
    {
        HistoryScript fleet;
        Recording recording({}, HistoryScript::at(0));
        fleet.feed(0, 1);
        recording.take(fleet.snapshot(1));
        for (int at = 6; at < 200; at += 5) {
            fleet.feed(0, at);
            QCOMPARE(print(recording.take(fleet.snapshot(at))), u"0 changed, 0 gone"_s);
        }
        QCOMPARE(print(recording.tables()), QStringList{u"feed watched"_s});
    }

    void aHoleBeginsWithTheLastProof()
    {
        HistoryScript fleet;
        Recording recording({}, HistoryScript::at(0));
        fleet.feed(0, 10);
        recording.take(fleet.snapshot(10));
        QCOMPARE(print(recording.take(fleet.snapshot(39))), u"0 changed, 0 gone"_s);
        QCOMPARE(print(recording.take(fleet.snapshot(45))),
                 u"1 changed, 0 gone; watched 0 to 10; late, true since 10"_s);
        QCOMPARE(print(recording.tables()), QStringList{u"feed until 10"_s});
        fleet.feed(60, 61);
        QCOMPARE(print(recording.take(fleet.snapshot(61))), u"1 changed, 0 gone; watched 60 to ?"_s);
        QCOMPARE(print(recording.tables()), QStringList{u"feed watched"_s});
    }

    void aFeedThatBeganAnewHasAHole()
    {
        HistoryScript fleet;
        Recording recording({}, HistoryScript::at(0));
        fleet.feed(0, 10);
        recording.take(fleet.snapshot(10));
        fleet.feed(15, 16); // within the limit, but it was away
        QCOMPARE(print(recording.take(fleet.snapshot(16))),
                 u"1 changed, 0 gone; watched 0 to 10; watched 15 to ?; late, true since 10"_s);
    }

    void whatWasTrueBeforeIsLate()
    {
        HistoryScript fleet;
        Recording recording({}, HistoryScript::at(0));
        fleet.placement("web", Health::Healthy, 0);
        recording.take(fleet.snapshot(1));
        fleet.placement("web", Health::Stopped, 20);
        QCOMPARE(print(recording.take(fleet.snapshot(22))), u"1 changed, 0 gone"_s); // seen at once
        fleet.placement("web", Health::Healthy, 30);
        QCOMPARE(print(recording.take(fleet.snapshot(90))), u"1 changed, 0 gone; late, true since 30"_s);
        fleet.placement("web", Health::Failed, 40); // before what we saw ourselves
        QCOMPARE(print(recording.take(fleet.snapshot(200))), u"1 changed, 0 gone; late, true since 90"_s);
    }

    void figuresThatWanderAreKeptInSteps()
    {
        HistoryScript fleet;
        Recording recording({}, HistoryScript::at(0));
        const auto with = [&](double cpu, double rtt) {
            Site site;
            site.id = EntityId("fra");
            site.cpu = {cpu, 100};
            fleet.tables.sites.insert(site);
            Link link;
            link.id = EntityId("fra-ams");
            link.rttMs = rtt;
            fleet.tables.links.insert(link);
            return fleet.snapshot(1);
        };
        QCOMPARE(print(recording.take(with(10, 20))), u"2 changed, 0 gone"_s);
        QCOMPARE(print(recording.take(with(15, 21))), u"0 changed, 0 gone"_s);
        QCOMPARE(print(recording.take(with(19.9, 21.9))),
                 u"0 changed, 0 gone"_s); // of what is recorded, not of the last
        QCOMPARE(print(recording.take(with(20.1, 21.9))), u"1 changed, 0 gone"_s);
        QCOMPARE(print(recording.take(with(20.1, 23))), u"1 changed, 0 gone"_s);
        QCOMPARE(print(recording.take(with(20.1, -1))), u"1 changed, 0 gone"_s);
    }

    void memoryThatWandersIsNotRecorded()
    {
        HistoryScript fleet;
        Recording recording({}, HistoryScript::at(0));
        const auto with = [&](double memory, double storage) {
            Node node;
            node.id = EntityId("n1");
            node.memory = {memory, 100};
            node.storage = {storage, 100};
            fleet.tables.nodes.insert(node);
            return fleet.snapshot(1);
        };
        QCOMPARE(print(recording.take(with(40, 40))), u"1 changed, 0 gone"_s);
        QCOMPARE(print(recording.take(with(43, 41))), u"0 changed, 0 gone"_s);
        QCOMPARE(print(recording.take(with(37, 41))), u"0 changed, 0 gone"_s);
        QCOMPARE(print(recording.take(with(45.1, 41))), u"1 changed, 0 gone"_s);
        QCOMPARE(print(recording.take(with(45.1, 42.1))), u"1 changed, 0 gone"_s);
    }

    void aClockThatIsSetBackIsHeld()
    {
        HistoryScript fleet;
        Recording recording({}, HistoryScript::at(0));
        fleet.site("fra", SiteState::Healthy, 0);
        recording.take(fleet.snapshot(7200));
        fleet.site("fra", SiteState::Down, 3601);
        QCOMPARE(recording.take(fleet.snapshot(3601)).change.at, HistoryScript::at(7200));
        QCOMPARE(recording.moved(), 1);
    }

    void afterARestartOnlyWhatDiffersIsNew()
    {
        HistoryScript fleet;
        fleet.site("fra", SiteState::Healthy, 0);
        fleet.site("ams", SiteState::Healthy, 0);
        Recording first({}, HistoryScript::at(0));
        first.take(fleet.snapshot(1));
        Recording second(first.tables(), HistoryScript::at(100));
        fleet.site("fra", SiteState::Down, 50);
        fleet.tables.sites.remove(EntityId("ams"));
        fleet.tables.verdicts.remove(EntityId("ams"));
        QCOMPARE(print(second.take(fleet.snapshot(101))), u"1 changed, 2 gone; fra becomes 3; ams becomes 0 stale"_s);
    }
};

QTEST_GUILESS_MAIN(TestRecording)
#include "tst_recording.moc"
