// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/lab/countrygroups.h"
#include "backend/connectors/lab/nearmatches.h"
#include "tests/connectors/labtest.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace graticule::testing;

/// The small parts that the lab is made of.
class TestLabRtt : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void measuredWhereItIsMeasured();
    void modelledElsewhere();
    void refusesBrokenTables_data();
    void refusesBrokenTables();
    void groupsCountries();
    void findsWhatIsSpeltAlike();
    void diceAreStableEverywhere();

private:
    RttModel::End end(const char *provider, const char *code) const
    {
        const CloudRegion *region =
            m_data.clouds->find(QString::fromLatin1(provider), QString::fromLatin1(code)).region;
        return m_data.rtt->measuredEnd(region->position, region->country, region->provider, region->code);
    }

    LabData m_data;
};

void TestLabRtt::measuredWhereItIsMeasured()
{
    QCOMPARE(m_data.rtt->rttMs(end("aws", "af-south-1"), end("aws", "eu-central-1")), 154.5);
    // Another provider in the same metro has the same way to go.
    QCOMPARE(m_data.rtt->rttMs(end("vultr", "jnb"), end("aws", "eu-central-1")) > 0, true);
    QCOMPARE(m_data.rtt->rttMs(end("oci", "eu-frankfurt-1"), end("aws", "af-south-1")),
             m_data.rtt->rttMs(end("aws", "eu-central-1"), end("aws", "af-south-1")));
}

void TestLabRtt::modelledElsewhere()
{
    const RttModel::End paris{{48.85, 2.35}, "FR", {}};
    const RttModel::End lyon{{45.75, 4.85}, "FR", {}};
    const RttModel::End lima{{-12.04, -77.03}, "PE", {}};
    const RttModel::End suburb{{48.9, 2.4}, "FR", {}};
    QCOMPARE(qRound(m_data.rtt->rttMs(paris, lyon)), 11);
    QCOMPARE(qRound(m_data.rtt->rttMs(paris, lima)), 206);
    QCOMPARE(m_data.rtt->rttMs(paris, lima), m_data.rtt->rttMs(lima, paris));
    QCOMPARE(qRound(m_data.rtt->rttMs(paris, suburb)), 1);
}

void TestLabRtt::refusesBrokenTables_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    QTest::newRow("empty") << QByteArray() << "rtt.json: byte 0: illegal value";
    QTest::newRow("half") << QByteArray("{\"datasets\":[") << "rtt.json: byte 13: unterminated array";
    QTest::newRow("other") << QByteArray("{}") << "rtt.json: floor_ms_per_km and linear are needed";
    const QByteArray head = "{\"floor_ms_per_km\":0.01,\"linear\":{\"a_ms\":1,\"b_ms_per_km\":1},\"datasets\":[";
    QTest::newRow("short") << head + "{\"provider\":\"aws\",\"regions\":[\"eu-west-1\"],\"matrix\":[]}]}"
                           << "rtt.json: datasets[0]: as many rows as regions are needed";
    QTest::newRow("region") << head + "{\"provider\":\"aws\",\"regions\":[\"mars-1\"],\"matrix\":[[1]]}]}"
                            << "rtt.json: datasets[0]: row 0 is short, or \"mars-1\" is no region";
}

void TestLabRtt::refusesBrokenTables()
{
    QFETCH(QByteArray, json);
    const auto result = RttModel::fromJson(json, QStringLiteral("rtt.json"), *m_data.clouds);
    QVERIFY(!result);
    QTEST(result.error().text, "expected");
}

void TestLabRtt::groupsCountries()
{
    QCOMPARE(nameOf(groupOf("DE")) + nameOf(groupOf("IL")) + nameOf(groupOf("JP")) + nameOf(groupOf("??")),
             QStringLiteral("EUMEEAEA"));
    for (const City &city : m_data.cities->all())
        QVERIFY(labRegionOf(city.country) >= 0 && labRegionOf(city.country) < kLabRegionCount);
    QCOMPARE(labRegionOf("ZA"), 4);
    QCOMPARE(labRegionOf("IN"), 3);
}

void TestLabRtt::findsWhatIsSpeltAlike()
{
    const QStringList names{"fra1", "fra2", "fra12", "iad1", "gateway1"};
    QCOMPARE(nearMatches("FRA3", names), (QStringList{"fra1", "fra2", "fra12"}));
    QCOMPARE(nearMatches("gate", names), QStringList{"gateway1"});
    QCOMPARE(nearMatches("nothing", names), QStringList());
    QCOMPARE(nearMatches(QString(100'000, u'x'), names), QStringList());
}

void TestLabRtt::diceAreStableEverywhere()
{
    const LabDice dice(1);
    QCOMPARE(dice.roll({1, 2, 3}), dice.roll({1, 2, 3}));
    QVERIFY(dice.roll({1, 2, 3}) != dice.roll({1, 3, 2}));
    QCOMPARE(LabDice::of(QStringLiteral("a")), 0xaf63dc4c8601ec8cULL); // FNV-1a's own test vector
    double sum = 0;
    for (quint64 i = 0; i < 10'000; ++i) {
        const double x = dice.unit({i});
        QVERIFY(x >= 0 && x < 1);
        sum += x;
    }
    QCOMPARE(qRound(sum / 100), 50);
}

QTEST_GUILESS_MAIN(TestLabRtt)
#include "tst_labrtt.moc"
