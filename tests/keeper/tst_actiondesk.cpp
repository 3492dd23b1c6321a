// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/manualclock.h"
#include "backend/domain/unfollowedact.h"
#include "backend/keeper/actiondesk.h"
#include "tests/testing/test.h"

using namespace graticule;

/// Actions under way: who follows them hears them, and nothing ends because somebody stops listening.
class TestActionDesk : public graticule::testing::Test
{
    Q_OBJECT

private:
    static ActionUnderWay drain(const QString &key)
    {
        return {.action = {QStringLiteral("drain"), EntityId("n1"), {}, key},
                .targetName = QStringLiteral("n1"),
                .place = {},
                .who = QStringLiteral("ann")};
    }
    static ActionProgress step(const char *pod, ActionItemState state)
    {
        return {{}, false, {}, 0, 2, {{QLatin1String(pod), QStringLiteral("pod"), state, {}}}};
    }
    /// "web done, cart working".
    static QString items(const ActionProgress &progress)
    {
        QStringList words;
        for (const ActionItem &item : progress.items)
            words.append(item.name +
                         (item.state == ActionItemState::Done ? QStringLiteral(" done") : QStringLiteral(" working")));
        return words.join(QStringLiteral(", "));
    }

private Q_SLOTS:
    void whoComesLaterHearsAllOfIt()
    {
        ManualClock clock;
        ActionDesk desk(clock);
        const auto tell = desk.begin(drain(QStringLiteral("k")), [](const ActionProgress &) {});
        tell(step("web", ActionItemState::Working));
        tell(step("cart", ActionItemState::Working));
        tell(step("web", ActionItemState::Done));
        QStringList heard;
        desk.follow(QStringLiteral("k"), [&](const ActionProgress &progress) { heard << items(progress); });
        tell(step("cart", ActionItemState::Done));
        QCOMPARE(heard, (QStringList{QStringLiteral("web done, cart working"), QStringLiteral("cart done")}));
        QCOMPARE(desk.running().size(), 1);
        QCOMPARE(desk.running().first().who, QStringLiteral("ann"));
        QCOMPARE(desk.running().first().begun, clock.now());
        tell({QStringLiteral("empty"), true, {}});
        QCOMPARE(desk.running().size(), 0);
        QVERIFY(desk.knows(QStringLiteral("k")) && !desk.find(QStringLiteral("k")));
        QString end;
        desk.follow(QStringLiteral("k"), [&](const ActionProgress &progress) { end = progress.text; });
        QCOMPARE(end, QStringLiteral("empty"));
    }

    void remembersTheLastThousand()
    {
        ManualClock clock;
        ActionDesk desk(clock);
        for (int i = 0; i <= 1000; ++i)
            desk.begin(drain(QString::number(i)), [](const ActionProgress &) {})({{}, true, {}});
        QVERIFY(!desk.knows(QStringLiteral("0")) && desk.knows(QStringLiteral("1")));
    }

    void forgetsNoneThatIsUnderWay()
    {
        ManualClock clock;
        ActionDesk desk(clock);
        desk.begin(drain(QStringLiteral("long")), [](const ActionProgress &) {});
        for (int i = 0; i <= 1000; ++i)
            desk.begin(drain(QString::number(i)), [](const ActionProgress &) {})({{}, true, {}});
        QVERIFY(desk.find(QStringLiteral("long")));
    }

    void aKeyIsOfOneActionOnly()
    {
        ManualClock clock;
        ActionDesk desk(clock);
        const ActionUnderWay drained = drain(QStringLiteral("k"));
        desk.begin(drained, [](const ActionProgress &) {});
        Action other = drained.action;
        QVERIFY(desk.isThe(other));
        other.target = EntityId("c/node/other");
        QVERIFY(!desk.isThe(other));
        other = drained.action;
        other.connection = EntityId("elsewhere");
        QVERIFY(!desk.isThe(other));
    }

    /// The record is the first who follows: it hears the end, however many look on.
    void theFirstWhoFollowsHearsTheEnd()
    {
        ManualClock clock;
        ActionDesk desk(clock);
        int recorded = 0;
        int last = 0;
        int tooMany = 0;
        const auto tell = desk.begin(drain(QStringLiteral("k")),
                                     [&](const ActionProgress &step) { recorded += step.finished ? 1 : 0; });
        for (int i = 0; i < 300; ++i)
            desk.follow(QStringLiteral("k"), [&](const ActionProgress &step) {
                isUnfollowedAct(step.error) ? ++tooMany : last += step.finished ? 1 : 0;
            });
        QCOMPARE(tooMany, 201); // at once, and nobody who was there before
        tell({QStringLiteral("empty"), true, {}});
        tell({QStringLiteral("not yet"), false, {}}); // an endpoint that goes on after the end
        tell({QStringLiteral("again"), true, {}});
        QCOMPARE(recorded, 1);
        QCOMPARE(last, 99);
        QCOMPARE(tooMany, 201);
        QString end;
        desk.follow(QStringLiteral("k"), [&](const ActionProgress &step) { end = step.text; });
        QCOMPARE(end, QStringLiteral("empty")); // there is room to say how it ended
        QVERIFY(!desk.find(QStringLiteral("k")));
    }

    /// A thousand that ended have no thousand items each.
    void onlyTheLastThatEndedHaveTheirItems()
    {
        ManualClock clock;
        ActionDesk desk(clock);
        for (int i = 0; i < 200; ++i) {
            ActionProgress end = step("web", ActionItemState::Done);
            end.finished = true;
            desk.begin(drain(QString::number(i)), [](const ActionProgress &) {})(end);
        }
        int withItems = 0;
        for (int i = 0; i < 200; ++i)
            desk.follow(QString::number(i),
                        [&](const ActionProgress &known) { withItems += known.items.isEmpty() ? 0 : 1; });
        QCOMPARE(withItems, 50);
    }
};

QTEST_GUILESS_MAIN(TestActionDesk)
#include "tst_actiondesk.moc"
