// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/loadmeter.h"
#include "backend/domain/manualclock.h"
#include "tests/testing/test.h"

using namespace graticule;

/// What a connection costs its endpoint, and when it must wait.
class TestLoadMeter : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void isTheMeanOfTenSeconds()
    {
        ManualClock clock(Instant(Milliseconds(1'700'000'000'000)));
        LoadMeter meter(clock, 0, 0);
        for (int i = 0; i < 50; ++i)
            meter.countRequest();
        meter.countBytes(20'000);
        QCOMPARE(meter.requestsPerSecond(), 5.0);
        QCOMPARE(meter.bytesPerSecond(), 2000.0);
        clock.advance(Milliseconds(5000));
        meter.countRequest();
        QCOMPARE(meter.requestsPerSecond(), 5.1);
        clock.advance(Milliseconds(6000));
        QCOMPARE(meter.requestsPerSecond(), 0.1);
        clock.advance(Milliseconds(3'600'000));
        QCOMPARE(meter.requestsPerSecond(), 0.0);
        QCOMPARE(meter.bytesPerSecond(), 0.0);
    }

    void aBurstPassesAStormDoesNot()
    {
        ManualClock clock(Instant(Milliseconds(1'700'000'000'000)));
        LoadMeter meter(clock, 2, 0);
        int passed = 0;
        while (meter.mayRequest() && passed < 1000) {
            meter.countRequest();
            ++passed;
        }
        QCOMPARE(passed, 20); // ten seconds' worth at once
        QVERIFY(meter.wait() > Milliseconds(0));
        waitFor(meter, clock);
    }

    void bytesAreLimitedToo()
    {
        ManualClock clock(Instant(Milliseconds(1'700'000'000'000)));
        LoadMeter meter(clock, 0, 1000);
        QVERIFY(meter.mayRequest());
        meter.countBytes(10'000'000'000); // one huge answer
        QVERIFY(!meter.mayRequest());
        waitFor(meter, clock);
    }

    void theFirstListingIsNotSlowed()
    {
        ManualClock clock(Instant(Milliseconds(1'700'000'000'000)));
        LoadMeter meter(clock, 2, 1000);
        meter.beginListing();
        for (int i = 0; i < 60; ++i)
            meter.countRequest();
        meter.countBytes(80'000'000);
        QVERIFY(meter.mayRequest());
        QCOMPARE(meter.requestsPerSecond(), 6.0); // shown as it is
        meter.endListing();
        QVERIFY(meter.mayRequest()); // and not held against what follows
        for (int i = 0; i < 20; ++i)
            meter.countRequest();
        QVERIFY(!meter.mayRequest());
    }

    void aListingAgainAndAgainIsHeldToTheBudget()
    {
        ManualClock clock(Instant(Milliseconds(1'700'000'000'000)));
        LoadMeter meter(clock, 0, 1000);
        meter.beginListing();
        meter.endListing();
        clock.advance(Milliseconds(30'000));
        meter.beginListing(); // the session broke
        meter.countBytes(80'000'000);
        QVERIFY(!meter.mayRequest());
        clock.advance(LoadMeter::kListingRest);
        meter.beginListing();
        meter.countBytes(80'000'000);
        QVERIFY(meter.mayRequest());
        clock.advance(LoadMeter::kListing); // one that never ends is no listing any more
        meter.countBytes(80'000'000);
        QVERIFY(!meter.mayRequest());
    }

    void noBudgetIsNoLimit()
    {
        ManualClock clock(Instant(Milliseconds(1'700'000'000'000)));
        LoadMeter meter(clock, 0, 0);
        for (int i = 0; i < 100'000; ++i)
            meter.countRequest();
        QVERIFY(meter.mayRequest());
        QCOMPARE(meter.wait(), Milliseconds(0));
    }

private:
    /// Waits as long as it says, as often as it says so: never longer than it measures over.
    static void waitFor(LoadMeter &meter, ManualClock &clock)
    {
        const Milliseconds start = clock.steady();
        while (meter.wait() > Milliseconds(0))
            clock.advance(meter.wait());
        QVERIFY(meter.mayRequest());
        QVERIFY(clock.steady() - start <= Milliseconds(10'000));
    }
};

QTEST_GUILESS_MAIN(TestLoadMeter)
#include "tst_loadmeter.moc"
