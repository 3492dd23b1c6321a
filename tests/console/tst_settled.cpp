// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/settled.h"
#include "tests/testing/fleetscript.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace graticule::testing;

class TestSettled : public testing::Test
{
    Q_OBJECT

    static FleetTables tables(ConnectionState state, QList<bool> listingsIn)
    {
        FleetTables tables;
        Connection connection;
        connection.id = EntityId("c");
        connection.name = QStringLiteral("dub");
        connection.state = state;
        tables.connections.insert(connection);
        for (qsizetype i = 0; i < listingsIn.size(); ++i)
            tables.feeds.insert(
                Feed{EntityId(QByteArray::number(i)), connection.id, {}, kNever, kNever, {}, listingsIn[i]});
        return tables;
    }

private Q_SLOTS:
    void oneConnection_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QList<bool>>("listingsIn");
        QTest::addColumn<bool>("isSettled");
        const auto row = [](const char *name, ConnectionState state, QList<bool> listings, bool settled) {
            QTest::newRow(name) << int(state) << listings << settled;
        };
        row("never asked", ConnectionState::NeverAsked, {}, false);
        row("connecting", ConnectionState::Connecting, {false}, false);
        row("a state of a newer release", ConnectionState::Unknown, {true}, false);
        row("live, nothing listed yet", ConnectionState::Live, {}, false);
        row("live, one listing of two", ConnectionState::Live, {true, false}, false);
        row("live, all listed", ConnectionState::Live, {true, true}, true);
        row("slow, all listed", ConnectionState::Slow, {true}, true);
        row("unreachable", ConnectionState::Unreachable, {false}, true);
        row("refused", ConnectionState::Refused, {}, true);
        row("frozen", ConnectionState::Stale, {false}, true);
        row("paused", ConnectionState::Paused, {}, true);
    }
    void oneConnection()
    {
        QFETCH(int, state);
        QFETCH(QList<bool>, listingsIn);
        QTEST(settled(tables(ConnectionState(state), listingsIn), {}).isSettled(), "isSettled");
    }

    void nothingConfiguredIsSettled() { QCOMPARE(settled({}, {}), (Settled{0, {}})); }

    void whatIsConfiguredButNotYetInTheFleetIsWaitedFor()
    {
        const FleetTables fleet = tables(ConnectionState::Connecting, {});
        QCOMPARE(settled(fleet, {{EntityId("c"), "dub"}, {EntityId("d"), "ams"}}), (Settled{2, {"ams", "dub"}}));
    }

    void aWholeFleet()
    {
        const FleetScript fleet(QStringLiteral(R"(
            connection one state=live
            connection two state=refused
            site fra1 via=one)"));
        QCOMPARE(settled(fleet.snapshot()->tables, {}), (Settled{2, {}}));
    }
};

QTEST_GUILESS_MAIN(TestSettled)
#include "tst_settled.moc"
