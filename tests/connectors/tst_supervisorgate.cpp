// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/supervisorgate.h"
#include "backend/domain/manualclock.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace std::chrono_literals;

/// Many connections do not start at once.
class tst_SupervisorGate : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void gateSpreadsStarts();
};

void tst_SupervisorGate::gateSpreadsStarts()
{
    ManualClock clock;
    StartGate gate(clock, 3);
    QObject context;
    auto dead = std::make_unique<QObject>();
    std::vector<StartGate::Place> places;
    int started = 0;
    const auto go = [&](StartGate::Place place) {
        ++started;
        places.push_back(std::move(place));
    };
    gate.enter(dead.get(), go);
    dead.reset(); // its turn is passed over
    for (int i = 0; i < 10; ++i)
        gate.enter(&context, go);
    QCOMPARE(started, 0);
    clock.advance(StartGate::kApart);
    QCOMPARE(started, 1);
    clock.advance(1s);
    QCOMPARE(started, 3);
    places.erase(places.begin());
    clock.advance(1s);
    QCOMPARE(started, 4);
    places.clear();
    clock.advance(1s);
    QCOMPARE(started, 7);
    QCOMPARE(gate.waiting(), 3);
}

QTEST_GUILESS_MAIN(tst_SupervisorGate)
#include "tst_supervisorgate.moc"
