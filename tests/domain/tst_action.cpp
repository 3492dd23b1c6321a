// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/action.h"
#include "tests/testing/test.h"

using namespace graticule;

/// Steps of progress, put together.
class TestAction : public graticule::testing::Test
{
    Q_OBJECT

private:
    static ActionItem item(int number, ActionItemState state)
    {
        return {QStringLiteral("pod-%1").arg(number), QStringLiteral("pod"), state, {}};
    }
    static ActionProgress step(int from, int until, ActionItemState state)
    {
        ActionProgress step{QStringLiteral("going"), false, {}, 1, 5'000};
        for (int i = from; i < until; ++i)
            step.items.append(item(i, state));
        return step;
    }

private Q_SLOTS:
    void theNewestOfEachItemStands_data()
    {
        QTest::addColumn<int>("items");
        QTest::newRow("few") << 3;
        QTest::newRow("so many that they are indexed") << 40;
    }
    void theNewestOfEachItemStands()
    {
        QFETCH(const int, items);
        ActionProgress whole;
        fold(whole, step(0, items, ActionItemState::Waiting));
        ActionProgress next = step(1, items, ActionItemState::Done);
        next.items.append({QStringLiteral("pod-0"), QStringLiteral("node"), ActionItemState::Working, {}});
        fold(whole, next);
        QCOMPARE(whole.text, QStringLiteral("going"));
        QCOMPARE(whole.items.size(), items + 1);
        QCOMPARE(whole.items.first(), item(0, ActionItemState::Waiting)); // of another kind
        QCOMPARE(whole.items[1], item(1, ActionItemState::Done));
        QCOMPARE(whole.items.last().kind, QStringLiteral("node"));
    }

    /// Whatever a keeper or a platform makes up.
    void itemsHaveABound()
    {
        ActionProgress whole;
        for (int i = 0; i < 100; ++i)
            fold(whole, step(i * 1000, (i + 1) * 1000, ActionItemState::Waiting));
        QCOMPARE(whole.items.size(), 2'000);
        QCOMPARE(whole.of, 5'000); // they are counted all the same
        fold(whole, step(1'999, 2'001, ActionItemState::Done));
        QCOMPARE(whole.items.last(), item(1'999, ActionItemState::Done));
    }
};

QTEST_GUILESS_MAIN(TestAction)
#include "tst_action.moc"
