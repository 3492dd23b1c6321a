// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/manualclock.h"
#include "backend/domain/saying.h"
#include "backend/domain/unfollowedact.h"
#include "models/acting/actiondraft.h"
#include "models/acting/actiontext.h"
#include "models/acting/itemsmodel.h"
#include "models/acting/underwaymodel.h"
#include "tests/models/fakeacting.h"
#include "tests/models/modeltext.h"
#include "tests/testing/fleetscript.h"
#include "tests/testing/test.h"

#include <QTest>

using namespace graticule;
using testing::FakeActing;
using testing::FleetScript;

namespace {

const char *const kFleet = R"(
connection k8s-eu type=kubernetes address=api.example:6443
site fra1 via=k8s-eu
node fra1/n1 platform="Debian 12"
)";

Action drain(const char *key)
{
    Action action;
    action.verb = QStringLiteral("drain");
    action.target = EntityId("fra1/n1");
    action.key = QLatin1String(key);
    return action;
}

/// A console in front of a keeper that answers as told.
struct Desk
{
    Desk()
        : clock(FleetScript::now())
        , script(QString::fromLatin1(kFleet))
        , store(clock)
    {
        live(KeeperLink::State::Live);
        store.take(script.snapshot());
        clock.advance(FleetStore::kFrame);
        calls.offered = FakeActing::ofNode();
    }
    void live(KeeperLink::State state)
    {
        KeeperLink link;
        link.state = state;
        link.lastHeard = clock.now();
        store.setLink(link);
    }
    static void settle()
    {
        for (int round = 0; round < 3; ++round) {
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }
    void change(const char *lines)
    {
        store.take(script.apply(QString::fromLatin1(lines)));
        clock.advance(FleetStore::kFrame);
        settle();
    }
    static ActionTarget node()
    {
        return {EntityId("fra1/n1"), QStringLiteral("n1"), true, FleetScript::connectionId(QStringLiteral("k8s-eu")),
                QStringLiteral("k8s-eu")};
    }
    /// "Cordon: yes", "Uncordon: it is not cordoned"
    static QStringList lines(const ActionOffers &offers)
    {
        QStringList all;
        for (const auto &row : offers.rows())
            all << QStringLiteral("%1: %2").arg(row.title, row.isOpen ? QStringLiteral("yes") : row.words);
        return all;
    }
    static ActionPlan drainPlan(const Action &action)
    {
        return FakeActing::plan(action, {FakeActing::effect("dns-x", EffectKind::Stays, "belongs to a DaemonSet"),
                                         FakeActing::effect("shop-1", EffectKind::Moves),
                                         FakeActing::effect("shop-2", EffectKind::Blocked, "budget shop allows 0"),
                                         FakeActing::effect("bare", EffectKind::Ends, "nobody begins it again")});
    }

    ManualClock clock;
    FleetScript script;
    FleetStore store;
    FakeActing calls;
    QString whyNot;
};

} // namespace

/// What can be done, what it would do, and how it gets on, as texts.
class TestActing : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void whatCannotBeDoneStaysAndSaysWhy()
    {
        Desk desk;
        desk.calls.offered.first().permission = ActionPermission::Denied;
        desk.calls.offered.first().reason = QStringLiteral("may not patch nodes");
        ActionOffers offers(desk.calls, desk.store, [&] { return desk.whyNot; });
        offers.setTarget(Desk::node(), {});
        QCOMPARE(Desk::lines(offers).join(u'\n'), QStringLiteral("Cordon: Asking whether it may be done\n"
                                                                 "Uncordon: Asking whether it may be done\n"
                                                                 "Drain: Asking whether it may be done"));
        Desk::settle();
        QCOMPARE(Desk::lines(offers).join(u'\n'),
                 QStringLiteral("Cordon: may not patch nodes\nUncordon: it is not cordoned\nDrain: yes"));

        desk.whyNot = QStringLiteral("Needs role Operator; you are Viewer");
        offers.judge();
        Desk::settle();
        QCOMPARE(Desk::lines(offers).last(), QStringLiteral("Drain: Needs role Operator; you are Viewer"));
        desk.whyNot.clear();
        offers.judge();
        Desk::settle();

        desk.change("connection k8s-eu type=kubernetes state=unreachable");
        QCOMPARE(Desk::lines(offers).last(),
                 QStringLiteral("Drain: k8s-eu is unreachable: what is shown may not be so any more"));
    }

    void aPlatformThatOffersNothingSaysSo()
    {
        Desk desk;
        desk.calls.offered.clear();
        ActionOffers offers(desk.calls, desk.store, [] { return QString(); });
        offers.setTarget(Desk::node(), {});
        Desk::settle();
        QCOMPARE(Desk::lines(offers), QStringList());
        QCOMPARE(offers.note(), QStringLiteral("k8s-eu offers nothing that could be done to it"));
    }

    void howItIsDecidesWhatMakesSense()
    {
        Desk desk;
        ActionOffers offers(desk.calls, desk.store, [] { return QString(); });
        offers.setTarget(Desk::node(), QStringLiteral("up"));
        Desk::settle();
        offers.setTarget(Desk::node(), QStringLiteral("up"));
        QCOMPARE(desk.calls.asked.size(), 1);
        offers.setTarget(Desk::node(), QStringLiteral("cordoned"));
        QCOMPARE(desk.calls.asked.size(), 2);
    }

    void aPlanSaysWhatBecomesOfWhat()
    {
        Desk desk;
        desk.calls.foresee = Desk::drainPlan;
        ActionDraft draft(desk.calls, desk.store, Desk::node(), FakeActing::ofNode().last());
        QVERIFY(draft.isAsking() && !draft.isPlanned());
        Desk::settle();
        QVERIFY(draft.isPlanned());
        QCOMPARE(testing::rows(draft.effects()).join(u'\n'),
                 QStringLiteral("shop-2 | Held by a budget | budget shop allows 0\n"
                                "bare | Ends for good | nobody begins it again\n"
                                "shop-1 | Begins elsewhere | \n"
                                "dns-x | Stays | belongs to a DaemonSet"));
        QCOMPARE(
            ActionText::head(draft.plan()),
            QStringLiteral("4 pods: 1 end for good · 1 end here and begin elsewhere · 1 are held by a budget now · "
                           "1 stay as they are")); // with English plurals: "1 ends for good"
        QCOMPARE(ActionText::button(draft.plan(), draft.action().arguments), QStringLiteral("Drain n1: evict 3 pods"));
        QCOMPARE(ActionText::undo(draft.plan()),
                 QStringLiteral("Uncordon takes it back, but what has moved stays where it is then."));
        QVERIFY(ActionText::isGrave(draft.plan(), draft.action().arguments));
    }

    void whatScalingComesToIsSaidByItsWorkload()
    {
        Action action;
        action.verb = QStringLiteral("scale");
        ActionPlan plan = FakeActing::plan(action, {{QStringLiteral("web/shop"), QStringLiteral("Deployment"),
                                                     EffectKind::Ends, QStringLiteral("from 3 to 2 pods")}});
        plan.undoneBy = QStringLiteral("scale");
        const QMap<QString, QString> two{{QStringLiteral("replicas"), QStringLiteral("2")}};
        QCOMPARE(ActionText::head(plan), QStringLiteral("web/shop: from 3 to 2 pods"));
        QCOMPARE(ActionText::button(plan, two), QStringLiteral("Scale n1 to 2"));
        QCOMPARE(ActionText::undo(plan), QStringLiteral("It can be taken back: Scale with the number of before."));
        QVERIFY(!ActionText::isGrave(plan, two));
        QVERIFY(ActionText::isGrave(plan, {{QStringLiteral("replicas"), QStringLiteral("0")}}));
    }

    void anotherArgumentIsAskedAboutAnewOnceItRests()
    {
        Desk desk;
        ActionDraft draft(desk.calls, desk.store, Desk::node(), FakeActing::ofNode().last());
        Desk::settle();
        const QString key = draft.action().key;
        draft.setArgument(QStringLiteral("grace"), QStringLiteral("4"));
        draft.setArgument(QStringLiteral("grace"), QStringLiteral("45"));
        QVERIFY(!draft.isPlanned());
        desk.clock.advance(ActionDraft::kPause);
        Desk::settle();
        QVERIFY(draft.isPlanned());
        QCOMPARE(desk.calls.asked, QStringList({QStringLiteral("preview drain deleteLocal=false grace=30"),
                                                QStringLiteral("preview drain deleteLocal=false grace=45")}));
        QCOMPARE(draft.action().key, key);
    }

    void anActIsFollowedToItsEnd()
    {
        Desk desk;
        ActsUnderWay acts(desk.calls, desk.store);
        UnderWayModel list(acts, desk.store);
        ItemsModel items(desk.store);
        const auto begin = [&] {
            acts.begin(drain("k1"), QStringLiteral("n1"), QStringLiteral("https://api.example:6443"),
                       QStringLiteral("alice"));
        };
        begin();
        begin(); // the same key is one act
        QCOMPARE(testing::rows(list).join(u'\n'), QStringLiteral("Drain n1 | Asked | here | 0 s"));
        desk.calls.tell(FakeActing::progress(1, 3,
                                             {FakeActing::item("a", ActionItemState::Done),
                                              FakeActing::item("b", ActionItemState::Blocked, "budget shop allows 0",
                                                               FleetScript::now() - std::chrono::minutes(2)),
                                              FakeActing::item("c", ActionItemState::Waiting)}));
        QCOMPARE(testing::rows(list).join(u'\n'), QStringLiteral("Drain n1 | 1 of 3, 1 held by a budget | here | 0 s"));
        items.setItems(acts.find(QStringLiteral("k1"))->told.progress.items);
        QCOMPARE(testing::rows(items).join(u'\n'),
                 QStringLiteral("Done | a |  | \n"
                                "Held by a budget | b | budget shop allows 0 | 2 min\n"
                                "Waiting | c |  | "));
        desk.calls.tell(FakeActing::end(
            {}, {ErrorKind::TimedOut, Fault::Endpoint, QStringLiteral("No pod of shop may go.")}, 1, 3));
        QCOMPARE(testing::rows(list).first().section(QLatin1String(" | "), 1, 1),
                 QStringLiteral("Failed, 1 of 3, 1 held by a budget"));
        // What was held when it ended is held no longer than that.
        desk.clock.advance(std::chrono::minutes(7));
        Desk::settle();
        const ActsUnderWay::Act *ended = acts.find(QStringLiteral("k1"));
        items.setItems(ended->told.progress.items, ended->ended);
        QCOMPARE(testing::rows(items)[1], QStringLiteral("Held by a budget | b | budget shop allows 0 | 2 min"));
    }

    void aFailureSaysWhoseFaultAndWhatWasDone()
    {
        Desk desk;
        ActsUnderWay acts(desk.calls, desk.store);
        acts.begin(drain("k1"), QStringLiteral("n1"), {}, {});
        desk.calls.tell(FakeActing::end({},
                                        {ErrorKind::Refused, Fault::NotAllowed, QStringLiteral("May not evict pods.")},
                                        1, 3, {FakeActing::item("b", ActionItemState::Failed)}));
        const ActsUnderWay::Act *act = acts.find(QStringLiteral("k1"));
        QVERIFY(act && !act->isUnderWay());
        QCOMPARE(UnderWayModel::howFar(*act), QStringLiteral("Failed, 1 of 3, 1 failed"));
        QCOMPARE(UnderWayModel::outcome(*act),
                 QStringLiteral("May not evict pods. The endpoint does not allow it. What was done "
                                "before stays: 1 of 3, 1 failed."));
        acts.forget(QStringLiteral("k1"));
        QVERIFY(acts.acts().empty());
    }

    void whoStoppedItHasNotMadeItFail()
    {
        Desk desk;
        ActsUnderWay acts(desk.calls, desk.store);
        acts.begin(drain("k1"), QStringLiteral("n1"), {}, {});
        ActionProgress end = FakeActing::end(
            {}, {ErrorKind::Cancelled, Fault::Input, QStringLiteral("Stopped: 1 of 3 pods have left n1.")}, 1, 3);
        end.stopped = true;
        desk.calls.tell(end);
        const ActsUnderWay::Act &act = acts.acts().front();
        QVERIFY(!act.isUnderWay() && !act.hasFailed());
        QCOMPARE(UnderWayModel::howFar(act), QStringLiteral("Stopped, 1 of 3"));
        QCOMPARE(UnderWayModel::outcome(act),
                 QStringLiteral("Stopped: 1 of 3 pods have left n1. What was done before stays: 1 of 3."));
    }

    void aSecondConsoleSeesWhatAnotherAskedFor()
    {
        Desk desk;
        ActionUnderWay theirs;
        theirs.action = drain("k9");
        theirs.targetName = QStringLiteral("n1");
        theirs.who = QStringLiteral("bob");
        theirs.begun = FleetScript::now();
        theirs.progress = FakeActing::progress(2, 5);
        desk.calls.going = {theirs};
        ActsUnderWay acts(desk.calls, desk.store);
        UnderWayModel list(acts, desk.store);
        Desk::settle();
        QCOMPARE(testing::rows(list).join(u'\n'), QStringLiteral("Drain n1 | 2 of 5 | bob | 0 s"));
        desk.calls.going.first().progress.done = 4;
        desk.clock.advance(std::chrono::seconds(ActsUnderWay::kLookSeconds));
        Desk::settle();
        QCOMPARE(testing::rows(list).join(u'\n'), QStringLiteral("Drain n1 | 4 of 5 | bob | 2 s"));
        QVERIFY(!desk.calls.asked.contains(QStringLiteral("perform drain"))); // nor is it recorded as ours
        desk.calls.going.clear();                                             // nor does the keeper remember it
        desk.clock.advance(std::chrono::seconds(ActsUnderWay::kLookSeconds));
        Desk::settle();
        QVERIFY(UnderWayModel::outcome(acts.acts().front()).endsWith(QLatin1String("the record has it.")));
        QCOMPARE(desk.calls.asked.filter(QStringLiteral("follow")), QStringList{QStringLiteral("follow k9")});
    }

    /// What another console, or the verb, asked for is shown with its own end.
    void howTheActOfAnotherEndedIsAskedFor()
    {
        Desk desk;
        const Error no{ErrorKind::Refused, Fault::NotAllowed, QStringLiteral("May not evict pods.")};
        ActionProgress stopped = FakeActing::end({}, {ErrorKind::Cancelled, Fault::Input, QStringLiteral("Stopped.")});
        stopped.stopped = true;
        const Error cut = unfollowedAct({ErrorKind::Disconnected, Fault::Network, QStringLiteral("Gone.")});
        const Error secret = unfollowedAct({ErrorKind::Refused, Fault::NotAllowed, QStringLiteral("Needs a role.")});
        desk.calls.ends = {{QStringLiteral("k1"), FakeActing::end(QStringLiteral("n1 is empty"), {}, 5, 5)},
                           {QStringLiteral("k2"), FakeActing::end({}, no, 1, 5)},
                           {QStringLiteral("k3"), stopped},
                           {QStringLiteral("k4"), FakeActing::end({}, cut)},
                           {QStringLiteral("k5"), FakeActing::end({}, secret)}};
        for (const char *key : {"k1", "k2", "k3", "k4", "k5"}) {
            ActionUnderWay one{drain(key), QStringLiteral("n1"), {}, QStringLiteral("bob"), FleetScript::now(), {}};
            desk.calls.going << one;
        }
        ActsUnderWay acts(desk.calls, desk.store);
        Desk::settle();
        desk.calls.going.clear();
        const auto look = [&] {
            desk.clock.advance(std::chrono::seconds(ActsUnderWay::kLookSeconds));
            Desk::settle();
        };
        look();
        const auto states = [&] {
            QStringList words;
            for (const char *key : {"k1", "k2", "k3", "k4", "k5"})
                words << UnderWayModel::howFar(*acts.find(QLatin1String(key)));
            return words.join(QStringLiteral("; "));
        };
        QCOMPARE(states(), QStringLiteral("Done, 5 of 5; Failed, 1 of 5; Stopped; Out of sight; Ended unseen"));
        desk.calls.ends[QStringLiteral("k4")] = FakeActing::end(QStringLiteral("n1 is empty"), {}, 5, 5);
        look();
        QCOMPARE(states(), QStringLiteral("Done, 5 of 5; Failed, 1 of 5; Stopped; Done, 5 of 5; Ended unseen"));
        const UnderWayModel list(acts, desk.store);
        QCOMPARE(list.length(*acts.find(QStringLiteral("k1"))).simplified(), QStringLiteral("2 s"));
        QCOMPARE(list.length(*acts.find(QStringLiteral("k4"))).simplified(),
                 QStringLiteral("up to 4 s")); // nobody looked meanwhile
        const qsizetype asked = desk.calls.asked.size();
        look();
        QCOMPARE(desk.calls.asked.size(), asked);
        QCOMPARE(acts.underWay(), 0);
    }

    /// A keeper of before has that asked only by who may act, and records who asked all the same.
    void whoMayNotAskHowItEndedDoesNot()
    {
        Desk desk;
        ActsUnderWay acts(desk.calls, desk.store);
        Desk::settle();
        bool may = false;
        acts.askForEndsIf([&] { return may; });
        const auto goesAndEnds = [&](const char *key) {
            desk.calls.ends.insert(QLatin1String(key), FakeActing::end(QStringLiteral("n1 is empty"), {}, 5, 5));
            desk.calls.going = {{drain(key), QStringLiteral("n1"), {}, QStringLiteral("bob"), FleetScript::now(), {}}};
            desk.clock.advance(std::chrono::seconds(ActsUnderWay::kIdleSeconds));
            Desk::settle();
            desk.calls.going.clear();
            desk.clock.advance(std::chrono::seconds(ActsUnderWay::kLookSeconds));
            Desk::settle();
            const ActsUnderWay::Act *act = acts.find(QLatin1String(key));
            return act ? UnderWayModel::howFar(*act) : QString();
        };
        QCOMPARE(goesAndEnds("k1"), QStringLiteral("Ended unseen"));
        QCOMPARE(acts.underWay(), 0);
        QCOMPARE(desk.calls.asked.filter(QStringLiteral("follow")), QStringList());
        may = true;
        QCOMPARE(goesAndEnds("k2"), QStringLiteral("Done, 5 of 5"));
        QCOMPARE(desk.calls.asked.filter(QStringLiteral("follow")), QStringList{QStringLiteral("follow k2")});
    }

    /// A window may stand open for months beside a script that acts.
    void ofThoseThatEndedTheLastAreKept()
    {
        Desk desk;
        ActsUnderWay acts(desk.calls, desk.store);
        for (int i = 0; i < ActsUnderWay::kMostEnded + 20; ++i) {
            acts.begin(drain(qPrintable(QString::number(i))), QStringLiteral("n1"), {}, {});
            if (i != 3) // which goes on
                desk.calls.tell(FakeActing::end(QStringLiteral("n1 is empty")));
            desk.clock.advance(std::chrono::seconds(1));
        }
        QCOMPARE(int(acts.acts().size()), ActsUnderWay::kMostEnded + 1);
        QVERIFY(acts.find(QStringLiteral("3")) && !acts.find(QStringLiteral("19")) && acts.find(QStringLiteral("20")));
    }

    void nothingIsDoneInThePast()
    {
        Desk desk;
        ActsUnderWay acts(desk.calls, desk.store);
        desk.store.showPast(desk.store.snapshot(), FleetScript::now() - std::chrono::hours(1));
        acts.begin(drain("k1"), QStringLiteral("n1"), {}, {});
        QVERIFY(acts.acts().empty());
        QVERIFY(!desk.calls.asked.contains(QStringLiteral("perform drain")));
    }

    void whatWentOnWhileTheKeeperWasAwayIsSeenAgain()
    {
        Desk desk;
        ActsUnderWay acts(desk.calls, desk.store);
        Desk::settle();
        acts.begin(drain("k1"), QStringLiteral("n1"), {}, QStringLiteral("alice"));
        desk.live(KeeperLink::State::Lost);
        desk.calls.tell(
            FakeActing::end({}, unfollowedAct({ErrorKind::Disconnected, Fault::Network, QStringLiteral("Gone.")})));
        const auto look = [&] { return UnderWayModel::look(acts.acts().front()).text; };
        QCOMPARE(look(), QStringLiteral("Out of sight"));
        ActionUnderWay told;
        told.action.key = QStringLiteral("k1");
        told.progress = FakeActing::progress(2, 5);
        desk.calls.going = {told};
        desk.live(KeeperLink::State::Live);
        Desk::settle();
        QCOMPARE(UnderWayModel::howFar(acts.acts().front()), QStringLiteral("Under way, 2 of 5"));
        desk.calls.going.clear();
        desk.calls.ends = {{QStringLiteral("k1"), FakeActing::end(QStringLiteral("n1 is empty"), {}, 5, 5)}};
        desk.clock.advance(std::chrono::seconds(ActsUnderWay::kLookSeconds));
        Desk::settle();
        QCOMPARE(UnderWayModel::howFar(acts.acts().front()), QStringLiteral("Done, 5 of 5"));
        QCOMPARE(UnderWayModel::outcome(acts.acts().front()), QStringLiteral("n1 is empty"));
    }

    /// The keeper that performs it may be behind ours, and out of its sight.
    void whatOurKeeperDoesNotSeeGoesOnPerhaps()
    {
        Desk desk;
        ActsUnderWay acts(desk.calls, desk.store);
        Desk::settle();
        acts.begin(drain("k1"), QStringLiteral("n1"), {}, QStringLiteral("alice"));
        const auto shown = [&] {
            const ActsUnderWay::Act &act = acts.acts().front();
            return UnderWayModel::howFar(act) + QStringLiteral(": ") + UnderWayModel::outcome(act);
        };
        const ActionProgress before = FakeActing::progress(2, 5);
        desk.calls.tell(outOfSight(before, QStringLiteral("emea")));
        QCOMPARE(shown(), QStringLiteral("Out of sight, 2 of 5: not followed: the way to emea is cut; it may go on "
                                         "there"));
        desk.calls.tell(FakeActing::progress(3, 5));
        QCOMPARE(shown(), QStringLiteral("Under way, 3 of 5: "));
        desk.calls.tell(FakeActing::end(
            {}, saidError(ErrorKind::Disconnected, Fault::Endpoint, "act.forgotten", {QStringLiteral("emea")}), 3, 5));
        QVERIFY2(shown().startsWith(QLatin1String("Ended unseen, 3 of 5: emea knows nothing of it")),
                 qPrintable(shown()));
    }
};

QTEST_GUILESS_MAIN(TestActing)
#include "tst_acting.moc"
