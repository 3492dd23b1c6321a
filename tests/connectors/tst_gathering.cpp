// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/gathering.h"
#include "backend/domain/manualclock.h"
#include "tests/testing/test.h"

using namespace graticule;

/// When what came is handled.
class TestGathering : public graticule::testing::Test
{
    Q_OBJECT

private:
    static QString join(const QStringList &words) { return words.join(QLatin1Char(' ')); }

private Q_SLOTS:
    void theFirstAtOnceThenAtAPace()
    {
        ManualClock clock;
        QStringList handled;
        Gathering changes(clock, Milliseconds(0), Milliseconds(100),
                          [&] { handled.append(QString::number(clock.steady().count())); });
        for (int at = 0; at < 350; at += 10) {
            if (at < 230)
                changes.touch();
            clock.advance(Milliseconds(10));
        }
        QCOMPARE(join(handled), QStringLiteral("0 100 200 300"));
        changes.touch();
        clock.advance(Milliseconds(50));
        QCOMPARE(handled.last(), QStringLiteral("400"));
        clock.advance(Milliseconds(600));
        changes.touch(); // after a quiet time
        clock.advance(Milliseconds(1));
        QCOMPARE(handled.last(), QStringLiteral("1000"));
    }

    void theFirstWaitsForItsBurst()
    {
        ManualClock clock;
        QStringList handled;
        Gathering changes(clock, Milliseconds(100), Milliseconds(100),
                          [&] { handled.append(QString::number(clock.steady().count())); });
        changes.touch();
        clock.advance(Milliseconds(99));
        changes.touch();
        QCOMPARE(join(handled), QString());
        clock.advance(Milliseconds(500));
        changes.touch();
        clock.advance(Milliseconds(500));
        QCOMPARE(join(handled), QStringLiteral("100 699"));
    }

    void whatTheHandlerLeavesIsHandledLater()
    {
        ManualClock clock;
        int left = 3;
        QStringList handled;
        std::unique_ptr<Gathering> changes;
        changes = std::make_unique<Gathering>(clock, Milliseconds(0), Milliseconds(100), [&] {
            handled.append(QString::number(clock.steady().count()));
            if (--left > 0)
                changes->touch();
        });
        changes->touch();
        clock.advance(Milliseconds(1000));
        QCOMPARE(join(handled), QStringLiteral("0 100 200"));
        changes->touch();
        changes.reset(); // what is due is not handled any more
        clock.advance(Milliseconds(1000));
        QCOMPARE(handled.size(), 3);
    }

    /// The pace is that of the time between: a large fleet must not keep its thread busy without a pause.
    void whatTakesLongLeavesOthersTheirTime()
    {
        ManualClock clock;
        int left = 3;
        QStringList handled;
        std::unique_ptr<Gathering> changes;
        changes = std::make_unique<Gathering>(clock, Milliseconds(0), Milliseconds(100), [&] {
            handled.append(QString::number(clock.steady().count()));
            if (--left > 0)
                changes->touch(); // comes while it is handled
            clock.advance(Milliseconds(300));
        });
        changes->touch();
        clock.advance(Milliseconds(2000));
        QCOMPARE(join(handled), QStringLiteral("0 400 800"));
    }

    void itsOwnerMayGoWhileItHandles()
    {
        ManualClock clock;
        auto words = std::make_shared<QStringList>();
        std::unique_ptr<Gathering> changes;
        changes = std::make_unique<Gathering>(clock, Milliseconds(0), Milliseconds(100), [&changes, words] {
            changes.reset();
            words->append(QStringLiteral("gone"));
        });
        changes->touch();
        clock.advance(Milliseconds(1000));
        QCOMPARE(*words, QStringList{QStringLiteral("gone")});
    }
};

QTEST_GUILESS_MAIN(TestGathering)
#include "tst_gathering.moc"
