// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/records/recorddamage.h"
#include "tests/testing/test.h"

using namespace graticule;
using graticule::testing::RecordDamage;

/// As tst_recordchanged, fifty times as often.
class TestRecordFuzz : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void noneIsBelievedAndNoneDoesHarm()
    {
        RecordDamage damage;
        for (quint64 seed = 1; seed <= 5000; ++seed) {
            const QString believed = damage.tryOne(seed);
            QVERIFY2(believed.isEmpty(), qPrintable(believed));
        }
    }
};

QTEST_GUILESS_MAIN(TestRecordFuzz)
#include "tst_recordfuzz.moc"
