// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/places/cloudregions.h"
#include "backend/places/gazetteer.h"
#include "backend/places/geo.h"
#include "backend/places/placecheck.h"
#include "tests/testing/test.h"

using namespace graticule;

/// The tables of places: cities and cloud regions.
class TestGazetteers : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void citiesByName_data();
    void citiesByName();
    void citiesByIata();
    void regionsByCode_data();
    void regionsByCode();
    void everyRegionIsFoundByItsCode();
    void everyPositionIsInItsCountry();
    void refuseBrokenTables_data();
    void refuseBrokenTables();
    void distances();
    void countryCodes();

private:
    std::shared_ptr<const Gazetteer> m_cities = Gazetteer::builtIn();
    std::shared_ptr<const CloudRegions> m_regions = CloudRegions::builtIn();
};

void TestGazetteers::citiesByName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *country, const char *expected) {
        QTest::addRow("%s %s", name, country)
            << QString::fromUtf8(name) << QString::fromUtf8(country) << QString::fromUtf8(expected);
    };
    row("Berlin", "", "Berlin DE");
    row("são paulo", "", "São Paulo BR");
    row("SAO-PAULO", "", "São Paulo BR");
    row("Bombay", "", "Mumbai IN");
    row("London", "", "London GB"); // the largest
    row("London", "CA", "London CA");
    row("London", "FR", "none");
    row("Córdoba", "ES", "Córdoba ES");
    row("東京", "", "none"); // names are in Latin letters
    row("", "", "none");
    row("---", "", "none");
}

void TestGazetteers::citiesByName()
{
    QFETCH(QString, name);
    QFETCH(QString, country);
    const City *city = m_cities->byName(name, country);
    QTEST(city ? QString(city->name + u' ' + city->country) : QStringLiteral("none"), "expected");
}

void TestGazetteers::citiesByIata()
{
    QCOMPARE(m_cities->byIata("fra")->name, QStringLiteral("Frankfurt am Main"));
    QCOMPARE(m_cities->byIata("LON"), m_cities->byIata("lhr"));
    QCOMPARE(m_cities->byIata("NRT")->name, QStringLiteral("Tokyo"));
    QVERIFY(!m_cities->byIata("QQQ"));
    QVERIFY(!m_cities->byIata("frankfurt"));
    QVERIFY(!m_cities->byIata("fra", "FR"));
    QCOMPARE(m_cities->all().size(), size_t(2000));
    QVERIFY(m_cities->all().front().population > m_cities->all().back().population);
}

void TestGazetteers::regionsByCode_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("isZone");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *provider, const char *code, bool isZone, const char *expected) {
        QTest::addRow("%s %s", provider, code)
            << QString::fromLatin1(provider) << QString::fromLatin1(code) << isZone << QString::fromLatin1(expected);
    };
    row("aws", "eu-central-1", false, "aws eu-central-1");
    row("alibaba", "eu-central-1", false, "alibaba eu-central-1");
    row("", "eu-central-1", false, "aws eu-central-1 guessed");
    row("", "eu-north-1", false, "aws eu-north-1");
    row("azure", "West Europe", false, "azure westeurope");
    row("", "WESTEUROPE", false, "azure westeurope");
    row("ovh", "gra11", false, "ovh GRA");
    row("", "ams", false, "vultr ams guessed"); // everybody writes "ams"
    row("", "DE", false, "ovh DE1 guessed");
    row("gcp", "eu-central-1", false, "none");
    row("nobody", "eu-central-1", false, "none");
    row("aws", "", false, "none");
    row("aws", "eu-central-1a", true, "aws eu-central-1");
    row("gcp", "europe-west3-c", true, "gcp europe-west3");
    row("azure", "westeurope-2", true, "azure westeurope");
    row("scaleway", "fr-par-2", true, "scaleway fr-par");
    row("hetzner", "nbg1-dc3", true, "hetzner nbg1");
    row("oci", "eu-frankfurt-1-ad-2", true, "oci eu-frankfurt-1");
    row("ibm", "eu-de-3", true, "ibm eu-de");
    row("alibaba", "cn-hangzhou-h", true, "alibaba cn-hangzhou");
    row("aws", "rack-7", true, "none");
}

void TestGazetteers::regionsByCode()
{
    QFETCH(QString, provider);
    QFETCH(QString, code);
    QFETCH(bool, isZone);
    const auto match = isZone ? m_regions->findZone(provider, code) : m_regions->find(provider, code);
    const QString actual = !match.region ? QStringLiteral("none")
                                         : match.region->provider + u' ' + match.region->code +
                                               (match.guessed ? QStringLiteral(" guessed") : QString());
    QTEST(actual, "expected");
}

void TestGazetteers::everyRegionIsFoundByItsCode()
{
    QCOMPARE(m_regions->all().size(), size_t(429));
    for (const CloudRegion &region : m_regions->all()) {
        const auto match = m_regions->find(region.provider, region.code);
        QVERIFY2(match.region == &region && !match.guessed, qPrintable(region.code));
    }
}

void TestGazetteers::everyPositionIsInItsCountry()
{
    const auto world = WorldGeometry::builtIn();
    QVERIFY(world);
    const PlaceCheck check(&world.value(), *m_cities);
    QStringList wrong;
    for (const CloudRegion &region : m_regions->all()) {
        QVERIFY(isCountryCode(region.country));
        const QString disagreement = check.disagreement(region.country, region.position);
        if (!disagreement.isEmpty())
            wrong.append(region.provider + u' ' + region.code + u' ' + region.country + u' ' + disagreement);
    }
    QCOMPARE(wrong, QStringList());
    for (const City &city : m_cities->all()) {
        QVERIFY2(isCountryCode(city.country), qPrintable(city.name));
        const QString disagreement = check.disagreement(city.country, city.position);
        if (!disagreement.isEmpty())
            wrong.append(city.name + u' ' + city.country + u' ' + disagreement);
    }
    // Lands that maps draw as belonging to different states.
    QCOMPARE(wrong, (QStringList{"Sevastopol UA the position lies in RU", "Simferopol UA the position lies in RU",
                                 "Laayoune EH the position lies in MA"}));
}

void TestGazetteers::refuseBrokenTables_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("cities");
    QTest::addColumn<QString>("regions");
    QTest::newRow("nothing") << QByteArray() << "f: byte 0: illegal value"
                             << "f: byte 0: illegal value";
    QTest::newRow("no list") << QByteArray("{}") << "f: cities: the list is empty or missing"
                             << "f: regions: the list is empty or missing";
    QTest::newRow("a number") << QByteArray("{\"cities\":[1],\"regions\":[1]}")
                              << "f: cities: an entry lacks name or country"
                              << "f: regions[0]: provider, code and country are needed";
    QTest::newRow("deep") << QByteArray(10'000, '[') << "f: byte 1025: too deeply nested document"
                          << "f: byte 1025: too deeply nested document";
}

void TestGazetteers::refuseBrokenTables()
{
    QFETCH(QByteArray, json);
    const auto cities = Gazetteer::fromJson(json, QStringLiteral("f"));
    const auto regions = CloudRegions::fromJson(json, QStringLiteral("f"));
    QVERIFY(!cities && !regions);
    QTEST(cities.error().text, "cities");
    QTEST(regions.error().text, "regions");
}

void TestGazetteers::distances()
{
    QCOMPARE(qRound(distanceKm({50.11, 8.68}, {50.11, 8.68})), 0);
    QCOMPARE(qRound(distanceKm({48.85, 2.35}, {40.71, -74.01})), 5838);
    QCOMPARE(qRound(distanceKm({0, 179.5}, {0, -179.5})), 111);
    QCOMPARE(qRound(distanceKm({90, 0}, {-90, 0})), 20015);
}

void TestGazetteers::countryCodes()
{
    for (const char *code : {"DE", "XK", "AD", "ZW"})
        QVERIFY2(isCountryCode(QString::fromLatin1(code)), code);
    for (const char *code : {"de", "D", "DEU", "E ", " D", "XX", "", "D E", "UK"})
        QVERIFY2(!isCountryCode(QString::fromLatin1(code)), code);
}

QTEST_GUILESS_MAIN(TestGazetteers)
#include "tst_gazetteers.moc"
