// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/manualclock.h"
#include "tests/testing/fleetscript.h"
#include "tests/testing/test.h"
#include "tests/ui/fakecommands.h"
#include "ui/page/keeperfacts.h"

using namespace graticule;
using testing::FakeCommands;
using testing::FleetScript;

/// What the keeper says beside the fleet is asked when it may be otherwise.
class TestKeeperFacts : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    /// Once a cluster is seen, contexts that lead there say so.
    void whatIsFoundIsLookedAtAgainWhenAConnectionIsSeenOtherwise()
    {
        ManualClock clock(FleetScript::now());
        FleetStore store(clock);
        FakeCommands commands;
        FleetScript script(QStringLiteral("connection admin type=kubernetes state=connecting\n"
                                          "connection inner state=connecting through=admin"));
        KeeperLink link;
        link.state = KeeperLink::State::Live;
        store.setLink(link);
        store.take(script.snapshot());
        commands.endpoints = {{QStringLiteral("kubernetes"), QStringLiteral("context:viewer"), QStringLiteral("viewer"),
                               QStringLiteral("Kubernetes cluster shop"), true}};
        KeeperFacts facts(store, commands);
        const auto note = [&] {
            const auto &found = facts.discovered().endpoints();
            return found.isEmpty() ? QString() : found.first().note;
        };
        const auto change = [&](const char *line) {
            store.take(script.apply(QString::fromUtf8(line)));
            clock.advance(FleetStore::kFrame);
        };
        QTRY_COMPARE(note(), QStringLiteral("Kubernetes cluster shop"));

        commands.endpoints.first().note = QStringLiteral("the same cluster");
        change("connection inner state=live through=admin"); // of another keeper: nothing is found there for us
        clock.advance(std::chrono::seconds(2));
        QCoreApplication::processEvents();
        QCOMPARE(note(), QStringLiteral("Kubernetes cluster shop"));
        change("connection admin type=kubernetes state=live");
        clock.advance(std::chrono::seconds(2));
        QTRY_COMPARE(note(), QStringLiteral("the same cluster"));

        // One that comes and goes all the time is no reason to look all the time, but in the end it is known.
        for (int i = 0; i < 4; ++i) {
            commands.endpoints.first().note = QString::number(i);
            change(i % 2 == 0 ? "connection admin type=kubernetes state=unreachable"
                              : "connection admin type=kubernetes state=live");
            clock.advance(std::chrono::milliseconds(100));
            QCoreApplication::processEvents();
            QCOMPARE(note(), QStringLiteral("the same cluster"));
        }
        clock.advance(std::chrono::seconds(10));
        QTRY_COMPARE(note(), QStringLiteral("3"));
    }
};

QTEST_GUILESS_MAIN(TestKeeperFacts)
#include "tst_keeperfacts.moc"
