// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/clockfilter.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace std::chrono_literals;

namespace {

/// "12 within 3", in milliseconds.
QString printed(const ClockFilter::Estimate &estimate)
{
    return estimate.errorMs < 0
               ? QStringLiteral("not known")
               : QStringLiteral("%1 within %2").arg(estimate.offsetMs).arg(estimate.errorMs, 0, 'g', 4);
}

} // namespace

/// What exchanges of time tell of another clock.
class TestClockFilter : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsKnownAtFirst() { QCOMPARE(printed(ClockFilter().estimate(5s)), QStringLiteral("not known")); }

    void theQuickestExchangeTellsMost()
    {
        ClockFilter clock;
        clock.add(0s, 140, 60); // one way was congested
        clock.add(2s, 101, 10);
        clock.add(4s, 130, 45);
        QCOMPARE(printed(clock.estimate(4s)), QStringLiteral("101 within 10.03"));
    }

    void oldOnesBecomeLessCertainAndAreForgotten()
    {
        ClockFilter clock;
        clock.add(0s, 100, 1);
        QCOMPARE(printed(clock.estimate(1h)), QStringLiteral("100 within 55")); // 15 ppm
        for (int i = 1; i <= 8; ++i)
            clock.add(2s * i, 103, 5);
        QCOMPARE(printed(clock.estimate(16s)), QStringLiteral("103 within 5"));
    }

    void aClockThatWasSetIsSeenAtOnce()
    {
        ClockFilter clock;
        clock.add(0s, 0, 5);
        clock.add(2s, 3'600'000, 40); // no exchange can be wrong by that
        QCOMPARE(printed(clock.estimate(2s)), QStringLiteral("3.6e+06 within 40"));
    }

    /// 20 ms there, 60 ms back: the offset is wrong by 20 ms, which nothing can tell, and the bound says so.
    void aCrookedWayStaysWithinTheBound()
    {
        ClockFilter clock;
        clock.add(0s, -20, 40);
        const auto estimate = clock.estimate(0s);
        QVERIFY(std::abs(estimate.offsetMs) <= estimate.errorMs);
    }
};

QTEST_GUILESS_MAIN(TestClockFilter)
#include "tst_clockfilter.moc"
