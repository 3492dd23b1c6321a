// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/entrustedacts.h"
#include "backend/domain/manualclock.h"
#include "backend/domain/saying.h"
#include "backend/domain/unfollowedact.h"
#include "tests/testing/test.h"

using namespace graticule;

namespace {

/// Another keeper, as far as acts go: what it is asked, and what it tells of each call.
class FarKeeper : public Connector
{
public:
    void start() override {}
    void stop() override {}
    void probe() override {}
    void perform(const Action &action, std::function<void(const ActionProgress &)> progress) override
    {
        asked.append(action.verb.isEmpty() ? QStringLiteral("follow ") + action.key : action.verb);
        calls.push_back(std::move(progress));
    }

    QStringList asked;
    std::vector<std::function<void(const ActionProgress &)>> calls;
};

Error broken(ErrorKind kind = ErrorKind::Disconnected)
{
    return unfollowedAct({kind, Fault::Network, QStringLiteral("The line is cut."), {}});
}

struct Desk
{
    Desk()
        : acts(far, clock, QStringLiteral("emea"))
    {
        acts.follow(); // there is a session
        acts.perform({QStringLiteral("drain"), EntityId("n1"), {}, QStringLiteral("k")}, [this](const auto &step) {
            told.append(step.finished
                            ? QStringLiteral("end ") + (step.error.code.isEmpty() ? step.text : step.error.code)
                        : step.isUnseen ? QStringLiteral("unseen")
                                        : step.text);
        });
    }
    void tell(const ActionProgress &step) const { far.calls.back()(step); }
    static ActionProgress step(const char *text) { return {QLatin1String(text), false, {}, 1, 3}; }

    QStringList told; // acts tell of their end when they go
    ManualClock clock;
    FarKeeper far;
    EntrustedActs acts;
};

} // namespace

/// What another keeper does for us, while the way there comes and goes.
class TestEntrustedActs : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void isBegunOnceAndFollowedByItsKey()
    {
        Desk desk;
        desk.tell(Desk::step("1 of 3"));
        desk.acts.cut({ErrorKind::Disconnected, Fault::Network, QStringLiteral("gone"), {}}, true);
        desk.clock.advance(std::chrono::hours(1)); // nothing is asked of who is not there
        desk.acts.follow();
        desk.tell(Desk::step("2 of 3"));
        desk.tell({QStringLiteral("empty"), true, {}});
        QCOMPARE(desk.far.asked, (QStringList{QStringLiteral("drain"), QStringLiteral("follow k")}));
        QCOMPARE(desk.told, (QStringList{QStringLiteral("1 of 3"), QStringLiteral("unseen"), QStringLiteral("2 of 3"),
                                         QStringLiteral("end empty")}));
    }

    /// The timer of a stream that broke, and a session that begins meanwhile: one call, not two.
    void isFollowedByOneCallAtATime()
    {
        Desk desk;
        desk.tell({{}, true, broken()});
        desk.acts.cut({ErrorKind::Disconnected, Fault::Network, QStringLiteral("gone"), {}}, true);
        desk.acts.follow();
        desk.clock.advance(std::chrono::minutes(10));
        desk.acts.follow();
        QCOMPARE(desk.far.asked.count(QStringLiteral("follow k")), 1);
        QCOMPARE(desk.told, QStringList{QStringLiteral("unseen")});
    }

    void asksLessOftenWhereNothingIsHeard()
    {
        Desk desk;
        desk.tell({{}, true, broken(ErrorKind::TooLarge)});
        for (int second = 0; second < 3600; ++second) {
            const auto calls = desk.far.calls.size();
            desk.clock.advance(std::chrono::seconds(1));
            if (desk.far.calls.size() != calls)
                desk.tell({{}, true, broken(ErrorKind::TooLarge)});
        }
        QVERIFY2(desk.far.asked.size() < 70, qPrintable(QString::number(desk.far.asked.size())));
        QVERIFY(desk.far.asked.size() > 50);
        QCOMPARE(desk.told, QStringList{QStringLiteral("unseen")}); // said once
    }

    void whatAnEarlierCallSaysIsNotHeard()
    {
        Desk desk;
        const auto first = desk.far.calls.back();
        desk.acts.cut({ErrorKind::Disconnected, Fault::Network, QStringLiteral("gone"), {}}, true);
        desk.acts.follow();
        first({QStringLiteral("late"), true, {}});
        desk.tell(Desk::step("2 of 3"));
        QCOMPARE(desk.told, (QStringList{QStringLiteral("unseen"), QStringLiteral("2 of 3")}));
    }

    /// Its keeper was started anew, or another one answers there now.
    void whoKnowsNothingOfItIsAskedForNothing()
    {
        Desk desk;
        desk.acts.cut({ErrorKind::Disconnected, Fault::Network, QStringLiteral("gone"), {}}, true);
        desk.acts.follow();
        desk.tell({{}, true, saidError(ErrorKind::NotFound, Fault::Input, "act.none", {}, std::nullopt)});
        QCOMPARE(desk.told, (QStringList{QStringLiteral("unseen"), QStringLiteral("end act.forgotten")}));
        desk.acts.follow();
        QCOMPARE(desk.far.asked.size(), 2);
    }

    void whoRefusesUsNowIsNotAskedAgain()
    {
        Desk desk;
        desk.tell({{}, true, broken(ErrorKind::Refused)});
        desk.clock.advance(std::chrono::minutes(10));
        QCOMPARE(desk.told, QStringList{QStringLiteral("end act.unfollowed")});
        QCOMPARE(desk.far.asked.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestEntrustedActs)
#include "tst_entrustedacts.moc"
