// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/probes/linkmeter.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace std::chrono_literals;

namespace {

QString printed(const Link &link)
{
    static const char *const words[] = {"unknown", "up", "degraded", "down", "maintenance"};
    return QStringLiteral("%1, %2 ms, %3 lost")
        .arg(QLatin1String(words[int(link.condition)]))
        .arg(link.rttMs)
        .arg(link.loss);
}

/// A link, a probe of it every two seconds, and what was told of it.
class Rig
{
public:
    explicit Rig(Milliseconds every = 2s)
        : meter(Link(), every)
    {
    }

    void answer(double rttMs, int times = 1)
    {
        for (int i = 0; i < times; ++i) {
            now += 2s;
            meter.window().answered(now, rttMs);
            look();
        }
    }
    void refuse(double rttMs, int times = 1)
    {
        for (int i = 0; i < times; ++i) {
            now += 2s;
            meter.window().answered(now, rttMs, true);
            look();
        }
    }
    void lose(int times = 1)
    {
        for (int i = 0; i < times; ++i) {
            now += 2s;
            meter.window().lost(now);
            look();
        }
    }
    void pass(Milliseconds time)
    {
        now += time;
        look();
    }
    /// What was told since the last call, one a line.
    QString told() { return std::exchange(m_told, {}).join(QLatin1Char('\n')); }

    LinkMeter meter;
    Milliseconds now{1000};

private:
    void look()
    {
        if (const auto link = meter.news(now))
            m_told.append(printed(*link));
    }
    QStringList m_told;
};

} // namespace

/// What probes come to as a fact.
class TestLinkMeter : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheMedianInSteps()
    {
        Rig rig;
        rig.answer(80);
        QCOMPARE(rig.told(), QStringLiteral("up, 80 ms, 0 lost"));
        for (double ms : {81.0, 79.0, 83.5, 78.0, 80.4, 82.0})
            rig.answer(ms, 5);
        QCOMPARE(rig.told(), QString()); // it wanders within 5 %
        rig.answer(95, 30);
        QCOMPARE(rig.told(), QStringLiteral("up, 95 ms, 0 lost")); // once most of the window has it
        rig.answer(800);
        QCOMPARE(rig.told(), QString()); // one late answer moves no median
    }

    void shortWaysMayWanderMore()
    {
        Rig rig;
        rig.answer(0.3, 20);
        QCOMPARE(rig.told(), QStringLiteral("up, 0.3 ms, 0 lost"));
        rig.answer(0.45, 30);
        QCOMPARE(rig.told(), QString());
        rig.answer(0.6, 30);
        QCOMPARE(rig.told(), QStringLiteral("up, 0.6 ms, 0 lost"));
    }

    void lossIsTheShareOfTheLastMinute()
    {
        Rig rig;
        rig.answer(20, 29);
        rig.told();
        rig.lose();
        QCOMPARE(rig.told(), QStringLiteral("up, 20 ms, 0.0333333 lost"));
        rig.answer(20, 29);
        QCOMPARE(rig.told(), QString());
        rig.answer(20);
        QCOMPARE(rig.told(), QStringLiteral("up, 20 ms, 0 lost")); // it is a minute ago
    }

    /// A host that refuses connections is reached: nothing is lost, and the way is not down.
    void aRefusalIsARoundTrip()
    {
        Rig rig;
        rig.answer(20, 30);
        rig.told();
        rig.refuse(20, 40);
        QCOMPARE(rig.told(), QStringLiteral("degraded, 20 ms, 0 lost"));
        rig.answer(20);
        QCOMPARE(rig.told(), QStringLiteral("up, 20 ms, 0 lost")); // something listens again
    }

    void downWhenNothingAnsweredForAWindow()
    {
        Rig rig;
        rig.answer(20, 30);
        rig.told();
        rig.lose(29);
        QVERIFY(rig.told().endsWith(QLatin1String("up, 20 ms, 0.966667 lost")));
        rig.lose(1);
        QCOMPARE(rig.told(), QStringLiteral("down, -1 ms, 1 lost"));
        rig.answer(21);
        QCOMPARE(rig.told(), QStringLiteral("up, 21 ms, 0.966667 lost"));
    }

    void oneLossIsNoCut()
    {
        Rig rig;
        rig.lose();
        QCOMPARE(rig.told(), QStringLiteral("unknown, -1 ms, 1 lost"));
        rig.lose(2);
        QCOMPARE(rig.told(), QStringLiteral("down, -1 ms, 1 lost"));
    }

    void downStaysSoWhileItIsTriedRarely()
    {
        Rig rig;
        rig.lose(3);
        QVERIFY(rig.told().endsWith(QLatin1String("down, -1 ms, 1 lost")));
        rig.pass(5min);
        QCOMPARE(rig.told(), QString());
        rig.meter.setAsked(false); // paused
        rig.pass(1s);
        QCOMPARE(rig.told(), QStringLiteral("unknown, -1 ms, -1 lost"));
    }

    void nothingAskedIsNotKnown()
    {
        Rig rig;
        rig.answer(20, 3);
        rig.told();
        rig.pass(61s); // paused: nobody asks
        QCOMPARE(rig.told(), QStringLiteral("unknown, -1 ms, -1 lost"));
    }

    void aLateAnswerCountsAsLostAndTellsHowFar()
    {
        Rig rig;
        rig.lose();
        rig.told();
        rig.meter.window().late(rig.now, 2600);
        rig.pass(0s);
        QCOMPARE(rig.told(), QStringLiteral("up, 2600 ms, 1 lost"));
    }

    void rareProbesHaveALongerWindow()
    {
        Rig rig(60s);
        rig.answer(20, 3);
        rig.told();
        rig.pass(3min);
        QCOMPARE(rig.told(), QString());
        rig.pass(2min);
        QCOMPARE(rig.told(), QStringLiteral("unknown, -1 ms, -1 lost"));
    }

    void movingIsNews()
    {
        Rig rig;
        rig.answer(20, 3);
        rig.told();
        rig.meter.setEnds(EntityId("a"), EntityId("b"));
        rig.pass(1s);
        QCOMPARE(rig.told(), QStringLiteral("up, 20 ms, 0 lost"));
    }
};

QTEST_GUILESS_MAIN(TestLinkMeter)
#include "tst_linkmeter.moc"
