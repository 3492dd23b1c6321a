// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/parttally.h"
#include "tests/testing/processortimer.h"
#include "tests/testing/test.h"

using namespace graticule;

namespace {

Placement placement(int number, Health health, int ready, int desired = 1)
{
    Placement part;
    part.id = EntityId("placement-" + QByteArray::number(number));
    part.feed = EntityId("feed");
    part.health = health;
    part.ready = ready;
    part.desired = desired;
    return part;
}

/// "3 parts, 1 working, 1 off, 1 ill"
QString text(const PartTally &tally)
{
    int parts = 0;
    int working = 0;
    int off = 0;
    for (const PartTally::OfFeed &of : tally.feeds()) {
        parts += of.parts;
        working += of.working;
        off += of.off;
    }
    return QStringLiteral("%1 parts, %2 working, %3 off, %4 ill")
        .arg(parts)
        .arg(working)
        .arg(off)
        .arg(tally.illPlacements().size());
}

} // namespace

/// What stands at a site, counted as it changes.
class TestPartTally : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatWorksAndNamesWhatDoesNot()
    {
        PartTally tally;
        const Placement well = placement(1, Health::Healthy, 1);
        const Placement ill = placement(2, Health::Failed, 0);
        const Placement off = placement(3, Health::Stopped, 0, 0);
        for (const Placement *part : {&well, &ill, &off})
            tally.take(nullptr, part);
        QCOMPARE(text(tally), QStringLiteral("3 parts, 1 working, 1 off, 1 ill"));
        const Placement on = placement(3, Health::Starting, 0, 2);
        tally.take(&off, &on);
        const Placement healed = placement(2, Health::Healthy, 1);
        tally.take(&ill, &healed);
        QCOMPARE(text(tally), QStringLiteral("3 parts, 2 working, 0 off, 0 ill"));
        for (const Placement *part : {&well, &healed, &on})
            tally.take(part, nullptr);
        QVERIFY(tally.isEmpty());
    }

    /// When a large site is lost and comes back, each part costs the same.
    void manyMayFallIllAndHeal()
    {
        constexpr int kParts = 100'000;
        PartTally tally;
        std::vector<Placement> ill;
        std::vector<Placement> well;
        for (int i = 0; i < kParts; ++i) {
            ill.push_back(placement(i, Health::Failed, 0));
            well.push_back(placement(i, Health::Healthy, 1));
            tally.take(nullptr, &ill.back());
        }
        QCOMPARE(tally.illPlacements().size(), size_t(kParts));
        testing::ProcessorTimer timer;
        timer.start();
        for (int i = 0; i < kParts; ++i)
            tally.take(&ill[size_t(i)], &well[size_t(i)]);
        QCOMPARE(tally.illPlacements().size(), size_t(0));
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestPartTally)
#include "tst_parttally.moc"
