// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/actionscodec.h"

#include "backend/domain/unfollowedact.h"
#include "tests/testing/test.h"

#include <actions.pb.h>

using namespace graticule;
namespace v1 = graticule::control::v1;

namespace {

/// @p value over the wire and back.
template<class Message, class Value> Value back(const Value &value)
{
    Message message;
    encode(value, &message);
    Message read;
    read.ParseFromString(message.SerializeAsString());
    return decode(read);
}

} // namespace

/// What can be done, over the wire and back; and what a newer or a hostile keeper says.
class TestActionsCodec : public graticule::testing::Test
{
    Q_OBJECT

private:
    const Instant m_at = instantFromMs(1'700'000'000'000);
    const Action m_action{QStringLiteral("drain"),
                          EntityId("c/node/1"),
                          {{QStringLiteral("grace"), QStringLiteral("5")}},
                          QStringLiteral("key"),
                          EntityId("c")};
    const ActionProgress m_progress{
        QStringLiteral("1 of 2"),
        false,
        {},
        1,
        2,
        {{QStringLiteral("shop/web"), QStringLiteral("pod"), ActionItemState::Blocked, QStringLiteral("budget"), m_at}},
        true,
        true};

private Q_SLOTS:
    /// An older keeper has but the words for it.
    void outOfSightIsKnownByItsWords()
    {
        v1::ActionProgress old;
        encode(outOfSight(m_progress, QStringLiteral("emea (is cut)")), &old);
        old.set_unseen(false);
        QVERIFY(decode(old).isUnseen);
        old.set_text("the way to emea is cut");
        QVERIFY(!decode(old).isUnseen);
    }

    void allOfItComesBack()
    {
        QCOMPARE(back<v1::Action>(m_action), m_action);
        QCOMPARE(back<v1::ActionProgress>(m_progress), m_progress);
        const QList<ActionOffer> offers{
            {QStringLiteral("drain"),
             ActionPermission::Denied,
             QStringLiteral("may not"),
             false,
             {{QStringLiteral("grace"), QStringLiteral("seconds"), QStringLiteral("30"), 0, 60}}}};
        QCOMPARE(back<v1::OffersReply>(offers), offers);
        const ActionPlan plan{.verb = QStringLiteral("drain"),
                              .target = EntityId("c/node/1"),
                              .targetName = QStringLiteral("n1"),
                              .place = QStringLiteral("https://host:6443 (fra)"),
                              .effects = {{QStringLiteral("shop/web"), QStringLiteral("pod"), EffectKind::Moves,
                                           QStringLiteral("why"), EntityId("p")}},
                              .warnings = {QStringLiteral("w")},
                              .lasting = true,
                              .undoneBy = QStringLiteral("uncordon")};
        QCOMPARE(back<v1::ActionPlan>(plan), plan);
        const QList<ActionUnderWay> running{
            {m_action, QStringLiteral("n1"), QStringLiteral("fra"), QStringLiteral("ann"), m_at, m_progress}};
        QCOMPARE(back<v1::RunningReply>(running), running);
    }

    void whoAskedIsNotTakenFromTheWire()
    {
        Action claimed = m_action;
        claimed.by = QStringLiteral("the boss");
        QCOMPARE(back<v1::Action>(claimed).by, QString());
    }

    void whatIsNewIsUnknownAndWhatIsHugeIsCut()
    {
        v1::ActionProgress progress;
        for (int i = 0; i < 30'000; ++i)
            progress.add_items()->set_state(v1::ActionItemState(77));
        progress.set_of(4'000'000'000u);
        const ActionProgress read = decode(progress);
        QCOMPARE(read.items.size(), 20'000);
        QCOMPARE(read.items.first().state, ActionItemState::Unknown);
        QVERIFY(read.of > 0);
        v1::OffersReply offers;
        offers.add_offers()->set_permission(v1::ActionPermission(9));
        QCOMPARE(decode(offers).first().permission, ActionPermission::Unknown);
    }
};

QTEST_GUILESS_MAIN(TestActionsCodec)
#include "tst_actionscodec.moc"
