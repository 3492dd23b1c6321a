// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/records/recorddamage.h"
#include "tests/testing/test.h"

#include <QDir>

using namespace graticule;
using graticule::testing::RecordDamage;

/// Records that were changed at random; a failure names the seed.
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

    void whatWasFoundBeforeStaysFound()
    {
        const RecordDamage damage;
        const QDir corpus(qEnvironmentVariable("GRATICULE_SOURCE") + QStringLiteral("/tests/fixtures/records"));
        const QStringList names = corpus.entryList(QDir::Files);
        for (const QString &name : names)
            damage.parse(testing::RecordScript::contentOf(corpus.filePath(name)));
    }
};

QTEST_GUILESS_MAIN(TestRecordFuzz)
#include "tst_recordfuzz.moc"
