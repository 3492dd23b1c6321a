// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/supervisorrig.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace graticule::testing;
using namespace std::chrono_literals;

/// What becomes of acts when sessions begin and end.
class tst_SupervisorActs : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void actions();
    void anActOfAPlatformEndsWithItsConnection();
    void anActOfAKeeperGoesOnWithoutItsConnection();
};

void tst_SupervisorActs::actions()
{
    Rig rig;
    QStringList told;
    const auto tell = [&](const ActionProgress &step) {
        told.append(step.text + (step.finished ? QStringLiteral(" finished ") : QString()) + step.error.text);
    };
    rig.supervisor->perform({QStringLiteral("quick"), {}, {}, {}}, tell);
    rig.start();
    rig.supervisor->perform({QStringLiteral("quick"), {}, {}, {}}, tell);
    rig.supervisor->perform({QStringLiteral("long"), {}, {}, {}}, tell);
    rig.endpoint.mode = Endpoint::Dead;
    rig.clock.advance(5s);
    QCOMPARE(told,
             QStringList({QStringLiteral(" finished fake is not connected now; nothing was done."),
                          QStringLiteral("done finished "), QStringLiteral(" finished Nothing answers at fake.")}));
}

/// At a platform nobody goes on with it.
void tst_SupervisorActs::anActOfAPlatformEndsWithItsConnection()
{
    Rig rig;
    ActionProgress last;
    rig.start();
    rig.supervisor->perform({QStringLiteral("long"), {}, {}, {}}, [&](const ActionProgress &step) { last = step; });
    rig.supervisor.reset();
    QVERIFY(last.finished);
    QCOMPARE(last.error.text,
             QStringLiteral("fake was lost sight of meanwhile; what was asked of it last may have been done or not. "
                            "fake was removed, or read again with other settings."));
}

void tst_SupervisorActs::anActOfAKeeperGoesOnWithoutItsConnection()
{
    Rig rig;
    rig.endpoint.beat.keeperPath = {QStringLiteral("emea")};
    ActionProgress last;
    rig.start();
    rig.clock.advance(5s);
    rig.supervisor->perform({QStringLiteral("long"), {}, {}, {}}, [&](const ActionProgress &step) { last = step; });
    rig.supervisor.reset();
    QVERIFY(last.finished);
    QCOMPARE(last.error.text, QStringLiteral("Nobody here follows it any more; it may go on at fake."));
}

QTEST_GUILESS_MAIN(tst_SupervisorActs)
#include "tst_supervisoracts.moc"
