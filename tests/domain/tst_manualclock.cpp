// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/manualclock.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace std::chrono_literals;

class TestManualClock : public testing::Test
{
    Q_OBJECT

    QStringList m_log;

    /// A task that writes down its name and when it ran.
    std::function<void()> note(ManualClock &clock, const QString &name)
    {
        return [this, &clock, name] { m_log << QStringLiteral("%1 at %2").arg(name).arg(clock.steady().count()); };
    }

private Q_SLOTS:
    void cleanup() { m_log.clear(); }

    void runsWhatFallsDueEachAtItsOwnMoment()
    {
        ManualClock clock;
        clock.after(300ms, this, note(clock, QStringLiteral("late")));
        clock.after(100ms, this, note(clock, QStringLiteral("early")));
        clock.after(100ms, this, note(clock, QStringLiteral("early, asked later")));
        clock.after(301ms, this, note(clock, QStringLiteral("too late")));
        clock.advance(300ms);
        QCOMPARE(m_log, QStringList({"early at 100", "early, asked later at 100", "late at 300"}));
    }

    void aTaskMayAskForAnother()
    {
        ManualClock clock;
        clock.after(10ms, this, [&] {
            clock.after(10ms, this, note(clock, QStringLiteral("second")));
            clock.after(0ms, this, note(clock, QStringLiteral("at once")));
        });
        clock.advance(100ms);
        QCOMPARE(m_log, QStringList({"at once at 10", "second at 20"}));
        QCOMPARE(clock.steady(), 100ms);
    }

    void forgetsTheTasksOfTheDead()
    {
        ManualClock clock;
        auto context = std::make_unique<QObject>();
        clock.after(10ms, context.get(), note(clock, QStringLiteral("of the dead")));
        context.reset();
        clock.advance(1s);
        QCOMPARE(m_log, QStringList());
    }

    void theWallJumpsAndSteadyTimeDoesNot()
    {
        ManualClock clock(instantFromIso(QStringLiteral("2026-03-01T00:00:00.000Z")));
        clock.jumpWall(1h);
        clock.advance(1s);
        QCOMPARE(toIso(clock.now()), QStringLiteral("2026-03-01T01:00:01.000Z"));
        QCOMPARE(clock.steady(), 1s);
    }

    void neverHasNoIsoText()
    {
        QCOMPARE(toIso(kNever), QString());
        QCOMPARE(toMs(instantFromIso(QStringLiteral("yesterday"))), 0);
        QCOMPARE(toMs(instantFromIso(QStringLiteral("1970-01-01T00:00:01Z"))), 1000);
    }
};

QTEST_GUILESS_MAIN(TestManualClock)
#include "tst_manualclock.moc"
