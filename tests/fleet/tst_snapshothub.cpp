// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/snapshothub.h"
#include "tests/testing/test.h"

#include <thread>

using namespace graticule;

namespace {

SnapshotPtr snapshot(quint64 number)
{
    return std::make_shared<const FleetSnapshot>(
        FleetSnapshot{Revision{QStringLiteral("k"), 1, number}, instantFromMs(qint64(number)), {}});
}

} // namespace

class TestSnapshotHub : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheNewestAndSomeToResumeFrom()
    {
        SnapshotHub hub;
        QCOMPARE(hub.latest(), SnapshotPtr());
        const quint64 last = SnapshotHub::kKept + 10;
        for (quint64 number = 1; number <= last; ++number)
            hub.publish(snapshot(number));
        QCOMPARE(hub.latest()->revision.number, last);
        QVERIFY(hub.find({QStringLiteral("k"), 1, 11}));
        QVERIFY(!hub.find({QStringLiteral("k"), 1, 10}));
        QVERIFY(!hub.find({QStringLiteral("k"), 2, 20}));
        QVERIFY(!hub.find({QStringLiteral("other"), 1, 20}));
    }

    /// What was so a moment ago takes as much room as what is so.
    void keepsFewerWhereMuchChanges()
    {
        SnapshotHub hub;
        hub.publish(snapshot(1), 1'000'000'000); // the whole fleet: nothing was so before
        for (quint64 number = 2; number <= 10; ++number)
            hub.publish(snapshot(number), SnapshotHub::kMostOutdated / 4);
        QVERIFY(hub.find({QStringLiteral("k"), 1, 6}));
        QVERIFY(!hub.find({QStringLiteral("k"), 1, 5}));
        hub.publish(snapshot(11), SnapshotHub::kMostOutdated + 1);
        QVERIFY(!hub.find({QStringLiteral("k"), 1, 10}));
        QCOMPARE(hub.latest()->revision.number, quint64(11));
        for (quint64 number = 12; number <= 20; ++number)
            hub.publish(snapshot(number), 1);
        QVERIFY(hub.find({QStringLiteral("k"), 1, 11}));
    }

    void wakesOncePerNewSnapshot()
    {
        SnapshotHub hub;
        int woken = 0;
        auto subscription = hub.subscribe([&] { ++woken; });
        const SnapshotPtr one = snapshot(1);
        hub.publish(one);
        hub.publish(one); // the same again is nothing new
        QCOMPARE(woken, 1);
        hub.publish(snapshot(2));
        QCOMPARE(woken, 2);
        subscription.reset();
        hub.publish(snapshot(3));
        QCOMPARE(woken, 2);
    }

    void freesWhatIsNoLongerKept()
    {
        SnapshotHub hub;
        auto first = snapshot(1);
        const std::weak_ptr<const FleetSnapshot> watched = first;
        hub.publish(std::move(first));
        for (quint64 number = 2; number <= SnapshotHub::kKept; ++number)
            hub.publish(snapshot(number));
        QVERIFY(!watched.expired());
        hub.publish(snapshot(SnapshotHub::kKept + 1));
        QVERIFY(watched.expired());
    }

    void afterItsEndASubscriptionIsNeverCalled()
    {
        SnapshotHub hub;
        std::atomic<bool> stop{false};
        std::thread publisher([&] {
            for (quint64 number = 1; !stop; ++number)
                hub.publish(snapshot(number));
        });
        int calledDead = 0;
        for (int round = 0; round < 500; ++round) {
            std::atomic<bool> dead{false};
            auto subscription = hub.subscribe([&] { calledDead += dead ? 1 : 0; });
            subscription.reset();
            dead = true;
        }
        stop = true;
        publisher.join();
        QCOMPARE(calledDead, 0);
    }
};

QTEST_GUILESS_MAIN(TestSnapshotHub)
#include "tst_snapshothub.moc"
