// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/samebook.h"
#include "tests/keeper/webdesk.h"
#include "tests/testing/test.h"

#include <QTemporaryDir>

using namespace graticule;
using namespace graticule::testing;

/// What people say of services that look like the same.
class TestSameBook : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Test::init();
        m_directory = std::make_unique<QTemporaryDir>();
    }

    void suggestedConfirmedKeptAndTakenBack()
    {
        {
            WebDesk desk(m_directory->path());
            QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x1"));
            QCOMPARE(desk.same().suggestions.size(), 1);
            const auto decision = desk.keeper->same().decideSame(kDock, kKube, true, QStringLiteral("alice"));
            QVERIFY2(decision, decision ? "" : qPrintable(decision.error().text));
            QCOMPARE(desk.services(), QStringLiteral("shop/web x2"));
            QVERIFY(desk.same().suggestions.isEmpty());
            // Whose part of it is to be acted on must be said, although its name has a slash.
            QString why;
            desk.keeper->perform({QStringLiteral("restart"), EntityId("service:=shop/web"), {}, {}},
                                 [&](const ActionProgress &step) { why += step.error.text; });
            QVERIFY(why.startsWith(QStringLiteral("Several connections tell of it: dock, kube.")));
        }
        WebDesk desk(m_directory->path()); // a new keeper, the same home
        QCOMPARE(desk.services(), QStringLiteral("shop/web x2"));
        const QList<SameDecision> decisions = desk.same().decisions;
        QCOMPARE(decisions.size(), 1);
        QCOMPARE(decisions[0].who, QStringLiteral("alice"));
        QCOMPARE(decisions[0].one.connection, QStringLiteral("dock"));
        QVERIFY(desk.keeper->same().undecideSame(kKube, kDock)); // in whatever order
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x1"));
        QCOMPARE(desk.same().suggestions.size(), 1);
    }

    void whatIsNotTheSameIsNotAskedAgain()
    {
        WebDesk desk(m_directory->path());
        QVERIFY(desk.keeper->same().decideSame(kDock, kKube, false, QStringLiteral("bob")));
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x1"));
        QVERIFY(desk.same().suggestions.isEmpty());
        QVERIFY(desk.keeper->same().decideSame(kDock, kKube, true, QStringLiteral("bob"))); // on second thought
        QCOMPARE(desk.services(), QStringLiteral("shop/web x2"));
        QCOMPARE(desk.same().decisions.size(), 1);
    }

    /// The answer goes by what was said, not by what the fleet still shows.
    void whatWasSaidIsNotSuggestedEvenAtOnce()
    {
        WebDesk desk(m_directory->path(), {"dock", "kube", "third"});
        QCOMPARE(desk.same().suggestions.size(), 3);
        QVERIFY(desk.decide(kDock, kKube));
        QCOMPARE(desk.same().suggestions.size(), 1); // of the two with the third; nothing was read again yet
        QVERIFY(desk.decide(kThird, kKube));
        QVERIFY(desk.same().suggestions.isEmpty());
        QCOMPARE(desk.services(), QStringLiteral("shop/web x3"));
        QVERIFY(desk.same().suggestions.isEmpty());
        QVERIFY(desk.keeper->same().undecideSame(kThird, kKube));
        QVERIFY(desk.keeper->same().undecideSame(kDock, kKube));
        // Of three that are shown as one, which they no longer are, nothing can be suggested yet.
        QVERIFY(desk.same().suggestions.isEmpty());
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x1, shop/web x1"));
        QCOMPARE(desk.same().suggestions.size(), 3);
    }

    /// That two lead to one endpoint is not forgotten while they are read again.
    void whatTwoTellOfOneEndpointIsNeverSuggested()
    {
        WebDesk desk(m_directory->path(), {"dock", "kube", "third"},
                     {{QStringLiteral("dock"), {QStringLiteral("uid:1")}},
                      {QStringLiteral("third"), {QStringLiteral("uid:1")}}});
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x1, shop/web x1"));
        QTRY_COMPARE(desk.same().suggestions.size(), 1);
        QCOMPARE(desk.same().suggestions[0].other.connection, QStringLiteral("kube"));
        const QString rules = QStringLiteral("rules:\n- {name: r, match: {a: b}, set: {graticule.dev/tier: '1'}}\n");
        QVERIFY(desk.keeper->rules().saveRules(rules, {})); // all are read again
        QCOMPARE(desk.same().suggestions.size(), 1);
        QVERIFY(desk.decide(kDock, kKube));
        QVERIFY(desk.same().suggestions.isEmpty());
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x2"));
        QVERIFY(desk.same().suggestions.isEmpty());
    }

    void whatIsTakenBackCanBeSaidAgainAtOnce()
    {
        WebDesk desk(m_directory->path());
        QVERIFY(desk.decide(kDock, kKube));
        QCOMPARE(desk.services(), QStringLiteral("shop/web x2"));
        QVERIFY(desk.keeper->same().undecideSame(kDock, kKube));
        QVERIFY(desk.decide(kDock, kKube)); // before they are two again
        QCOMPARE(desk.services(), QStringLiteral("shop/web x2"));
        QCOMPARE(desk.same().decisions.value(0).one.connection, QStringLiteral("dock"));
        QVERIFY(desk.keeper->same().undecideSame(kDock, kKube));
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x1"));
        QVERIFY(desk.decide(kDock, kKube));
        // Of what is one by now, in the words in which it was said.
        QCOMPARE(desk.services(), QStringLiteral("shop/web x2"));
        QVERIFY(desk.keeper->same().decideSame(kDock, kKube, false, {}));
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x1"));
    }

    void severalBecomeOneWithoutBeingReadBetween()
    {
        WebDesk desk(m_directory->path(), {"dock", "kube", "third"});
        QVERIFY(desk.decide(kDock, kKube));
        QVERIFY(desk.decide(kThird, kDock)); // listed by its own id still
        QCOMPARE(desk.services(), QStringLiteral("shop/web x3"));
        QVERIFY(desk.keeper->same().undecideSame(kThird, kDock));
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x2"));
    }

    void twoThatAreOneWithOthersBecomeOne()
    {
        WebDesk desk(m_directory->path(), {"a", "b", "c", "d"});
        const auto web = [](const char *connection) { return EntityId(QByteArray(connection) + "/service/shop/web"); };
        QVERIFY(desk.decide(web("a"), web("b")));
        QVERIFY(desk.decide(web("c"), web("d")));
        QCOMPARE(desk.services(), QStringLiteral("shop/web (2) x2, shop/web x2"));
        QVERIFY(desk.decide(EntityId("service:=shop/web"), EntityId("service:=shop/web (2)")));
        QCOMPARE(desk.services(), QStringLiteral("shop/web x4"));
        QCOMPARE(desk.same().decisions[0].one.connection.size(), 1); // of such as endpoints tell of
        QVERIFY(desk.keeper->same().undecideSame(desk.same().decisions[0].one.id, desk.same().decisions[0].other.id));
        QCOMPARE(desk.services(), QStringLiteral("shop/web (2) x2, shop/web x2"));
    }

    void eachIsTakenBackByItself()
    {
        WebDesk desk(m_directory->path(), {"dock", "kube", "third"});
        QVERIFY(desk.decide(kDock, kKube));
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x2"));
        const EntityId both("service:=shop/web");
        QCOMPARE(desk.keeper->same().aboutTwo(kThird, both).name, QStringLiteral("shop/web")); // for the record
        QVERIFY(desk.decide(kThird, both));
        QCOMPARE(desk.services(), QStringLiteral("shop/web x3"));
        const auto taken = desk.keeper->same().undecideSame(both, kThird); // as the page knew them
        QVERIFY(taken);
        QCOMPARE(taken->one.connection, QStringLiteral("third"));
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x2"));
        QVERIFY(desk.decide(kThird, both));
        QVERIFY(desk.keeper->same().undecideSame(kDock, kKube)); // the other stays
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x2"));
    }

    void onlyTheConnectionsOfTheTwoAreReadAgain()
    {
        WebDesk desk(m_directory->path(), {"dock", "kube", "third"});
        QVERIFY(desk.decide(kDock, kKube));
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x2"));
        QCOMPARE(desk.sessions(), QStringLiteral("dock 2, kube 2, third 1"));
    }

    void whatIsUnderWayIsNotCut()
    {
        WebDesk desk(m_directory->path());
        QList<ActionProgress> steps;
        const auto act = [&] {
            desk.keeper->perform({QStringLiteral("drain"), kDock, {}, {}},
                                 [&](const ActionProgress &step) { steps.append(step); });
        };
        act();
        const auto first = desk.webs.tell;
        act();
        const Instant said = desk.clock.now();
        const auto decision = desk.keeper->same().decideSame(kDock, kKube, true, {});
        QVERIFY(decision);
        const QList<WaitingConnection> waits{
            {QStringLiteral("dock"), said, QStringLiteral("drain"), QStringLiteral("shop/web"), 2}};
        QCOMPARE(decision->waiting, waits);
        QCOMPARE(desk.same().waiting, waits);
        desk.clock.advance(1min);
        const auto saved = desk.keeper->rules().saveRules(
            QStringLiteral("rules:\n- {name: r, match: {dc: '*'}, set: {graticule.dev/site: x}}\n"), {});
        QVERIFY(saved);
        QCOMPARE(saved->waiting, waits); // since the first of what it does not follow
        QCOMPARE(desk.services(), QStringLiteral("shop/web x1, shop/web x1"));
        QCOMPARE(desk.sessions(), QStringLiteral("dock 1, kube 3"));
        QVERIFY(steps.isEmpty());
        first({QStringLiteral("Drained."), true, {}});
        QTRY_COMPARE(desk.keeper->rules().rulesFile().waiting.value(0).acts, 1);
        QCOMPARE(desk.sessions(), QStringLiteral("dock 1, kube 3"));
        desk.webs.tell({QStringLiteral("Drained."), true, {}});
        QTRY_VERIFY(desk.keeper->rules().rulesFile().waiting.isEmpty());
        QCOMPARE(steps.size(), 2);
        QCOMPARE(steps[0].error.text, QString());
        QCOMPARE(desk.services(), QStringLiteral("shop/web x2"));
        QCOMPARE(desk.sessions(), QStringLiteral("dock 2, kube 3"));
        act(); // nothing is put off any more
        desk.webs.tell({{}, true, {}});
        QCoreApplication::processEvents();
        QCOMPARE(desk.sessions(), QStringLiteral("dock 2, kube 3"));
    }

    void onlyWhatIsThere()
    {
        WebDesk desk(m_directory->path());
        QCOMPARE(desk.keeper->same().decideSame(kDock, EntityId("x"), true, {}).error().kind, ErrorKind::NotFound);
        QCOMPARE(desk.keeper->same().decideSame(kDock, kDock, true, {}).error().text,
                 QStringLiteral("\"shop/web\" is one service already."));
        QCOMPARE(desk.keeper->same().undecideSame(kDock, kKube).error().kind, ErrorKind::NotFound);
    }

private:
    std::unique_ptr<QTemporaryDir> m_directory;
};

QTEST_GUILESS_MAIN(TestSameBook)
#include "tst_samebook.moc"
