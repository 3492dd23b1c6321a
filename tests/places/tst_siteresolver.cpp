// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/places/defaultsiteresolver.h"
#include "backend/places/ruledsites.h"
#include "tests/testing/test.h"

using namespace graticule;

namespace {

const char *word(Evidence evidence)
{
    switch (evidence) {
    case Evidence::Unknown:
        return "unknown";
    case Evidence::Declared:
        return "declared";
    case Evidence::ProviderRegion:
        return "provider region";
    case Evidence::Inferred:
        return "inferred";
    }
    return "?";
}

/// "50.11,8.68 DE Frankfurt, declared by label graticule.dev/country", then "! mismatch" where there is one.
QString text(const Place &place)
{
    QString result = place.position
                         ? QStringLiteral("%1,%2").arg(place.position->latitude).arg(place.position->longitude)
                         : QStringLiteral("unplaced");
    for (const QString &part : {place.country, place.city}) {
        if (!part.isEmpty())
            result += QLatin1Char(' ') + part;
    }
    result += QStringLiteral(", ") + QLatin1String(word(place.evidence));
    if (!place.source.isEmpty())
        result += QStringLiteral(" by ") + place.source;
    if (!place.mismatch.isEmpty())
        result += QStringLiteral(" ! ") + place.mismatch;
    return result;
}

Labels labels(const QString &text)
{
    Labels result;
    for (const QString &pair : text.split(u'|', Qt::SkipEmptyParts))
        result.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    return result;
}

} // namespace

class TestSiteResolver : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_resolver = DefaultSiteResolver::builtIn(); }
    void identity_data();
    void identity();
    void place_data();
    void place();
    void describesTheSite();
    void declaredLabelsWin();
    void rulesTranslateForeignLabels();
    void neverFails_data();
    void neverFails();

private:
    Site resolve(const QString &name, const QString &labelText, const QString &providerId = {}) const
    {
        return m_resolver->resolve({EntityId(QByteArray("conn")),
                                    QStringLiteral("uid"),
                                    name,
                                    labels(labelText),
                                    {},
                                    providerId,
                                    Origin::Real});
    }

    std::unique_ptr<DefaultSiteResolver> m_resolver;
};

void TestSiteResolver::identity_data()
{
    QTest::addColumn<QString>("labelText");
    QTest::addColumn<QString>("providerId");
    QTest::addColumn<QString>("expected"); // id, name
    QTest::newRow("nothing said: the endpoint") << ""
                                                << ""
                                                << "conn/site/uid host7";
    QTest::newRow("label") << "graticule.dev/site=fra1"
                           << ""
                           << "site:fra1 fra1";
    QTest::newRow("label wins over region") << "graticule.dev/site=fra1|topology.kubernetes.io/region=eu-north-1"
                                            << "aws:///x"
                                            << "site:fra1 fra1";
    QTest::newRow("blank label") << "graticule.dev/site=  "
                                 << ""
                                 << "conn/site/uid host7";
    QTest::newRow("region of one provider") << "topology.kubernetes.io/region=eu-north-1"
                                            << ""
                                            << "site:aws/eu-north-1 eu-north-1";
    QTest::newRow("region of two: not merged") << "topology.kubernetes.io/region=eu-central-1"
                                               << ""
                                               << "conn/site/aws/eu-central-1 eu-central-1";
    QTest::newRow("its provider by providerID") << "topology.kubernetes.io/region=eu-central-1"
                                                << "alicloud://eu-central-1.i-1"
                                                << "site:alibaba/eu-central-1 eu-central-1";
    QTest::newRow("its provider by a managed cluster's label")
        << "topology.kubernetes.io/region=eu-central-1|eks.amazonaws.com/nodegroup=a"
        << ""
        << "site:aws/eu-central-1 eu-central-1";
    QTest::newRow("zone only, old key") << "failure-domain.beta.kubernetes.io/zone=europe-west3-b"
                                        << ""
                                        << "site:gcp/europe-west3 europe-west3";
    QTest::newRow("other spelling") << "topology.kubernetes.io/region=West Europe"
                                    << ""
                                    << "site:azure/westeurope westeurope";
    QTest::newRow("aws providerID") << ""
                                    << "aws:///eu-central-1a/i-0abc"
                                    << "site:aws/eu-central-1 eu-central-1";
    QTest::newRow("aws local zone") << ""
                                    << "aws:///us-west-2-lax-1a/i-0abc"
                                    << "site:aws/us-west-2-lax-1 us-west-2-lax-1";
    QTest::newRow("gce providerID") << ""
                                    << "gce://proj/asia-east1-a/vm"
                                    << "site:gcp/asia-east1 asia-east1";
    QTest::newRow("oci providerID") << ""
                                    << "ocid1.instance.oc1.phx.abc"
                                    << "site:oci/us-phoenix-1 us-phoenix-1";
    QTest::newRow("hetzner zone") << "topology.kubernetes.io/zone=fsn1-dc14"
                                  << "hcloud://7"
                                  << "site:hetzner/fsn1 fsn1";
    QTest::newRow("a provider we do not know") << ""
                                               << "kind://docker/kind/control"
                                               << "conn/site/uid host7";
    QTest::newRow("an unknown region of a known provider") << "topology.kubernetes.io/region=eu-central-1"
                                                           << "azure:///subscriptions/1"
                                                           << "conn/site/uid host7";
}

void TestSiteResolver::identity()
{
    QFETCH(QString, labelText);
    QFETCH(QString, providerId);
    const Site site = resolve(QStringLiteral("host7"), labelText, providerId);
    QTEST(QString(site.id.toString() + u' ' + site.name), "expected");
}

void TestSiteResolver::place_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("labelText");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *title, const char *name, const char *labelText, const char *expected) {
        QTest::newRow(title) << QString::fromUtf8(name) << QString::fromUtf8(labelText) << QString::fromUtf8(expected);
    };
    row("nothing", "host7", "", "unplaced, unknown");
    row("position and country", "host7", "graticule.dev/position=50.11, 8.68|graticule.dev/country=de",
        "50.11,8.68 DE, declared by label graticule.dev/country; label graticule.dev/position");
    row("position alone: the map's country is a guess", "host7", "graticule.dev/position=50.11,8.68",
        "50.11,8.68 DE, inferred by the map at the position; label graticule.dev/position");
    row("position at sea alone", "host7", "graticule.dev/position=30,-40",
        "30,-40, declared by label graticule.dev/position");
    row("country alone", "host7", "graticule.dev/country=FR", "unplaced FR, declared by label graticule.dev/country");
    row("provider region", "host7", "topology.kubernetes.io/region=eu-north-1",
        "59.33,18.07 SE Stockholm, provider region by aws eu-north-1");
    row("guessed provider", "host7", "topology.kubernetes.io/region=eu-central-1",
        "50.11,8.68 DE Frankfurt, inferred by aws eu-central-1 (guessed: no provider was said)");
    row("city label", "host7", "graticule.dev/city=sao paulo",
        "-23.547,-46.636 BR São Paulo, inferred by label graticule.dev/city");
    row("city label, airport's code", "host7", "graticule.dev/city=LHR",
        "51.509,-0.126 GB London, inferred by label graticule.dev/city");
    row("city label in a country", "host7", "graticule.dev/city=London|graticule.dev/country=CA",
        "42.983,-81.233 CA London, declared by label graticule.dev/country; label graticule.dev/city");
    row("IATA in the name", "fra1", "", "50.116,8.684 DE Frankfurt am Main, inferred by IATA \"fra\" in \"fra1\"");
    row("city in the name", "store-paris-12", "",
        "48.853,2.349 FR Paris, inferred by city \"paris\" in \"store-paris-12\"");
    row("two words", "new-york-3", "",
        "40.714,-74.006 US New York City, inferred by city \"new york\" in \"new-york-3\"");
    row("ordinary words are no places", "mobile-gateway-7", "", "unplaced, unknown");
    row("ordinary codes neither", "run1", "", "unplaced, unknown");
    row("the site's name counts", "host7", "graticule.dev/site=syd2",
        "-33.868,151.207 AU Sydney, inferred by IATA \"syd\" in \"syd2\"");
    // Disagreement.
    row("declared country, position elsewhere", "h", "graticule.dev/position=48.85,2.35|graticule.dev/country=DE",
        "48.85,2.35 DE, declared by label graticule.dev/country; label graticule.dev/position ! declared DE, the "
        "position lies in FR");
    row("near the border: no mismatch", "h", "graticule.dev/position=48.58,7.75|graticule.dev/country=DE",
        "48.58,7.75 DE, declared by label graticule.dev/country; label graticule.dev/position");
    row("in the sea before the coast: no mismatch", "h", "graticule.dev/position=52.2,4.2|graticule.dev/country=NL",
        "52.2,4.2 NL, declared by label graticule.dev/country; label graticule.dev/position");
    row("mid-ocean", "h", "graticule.dev/position=-30,-120|graticule.dev/country=DE",
        "-30,-120 DE, declared by label graticule.dev/country; label graticule.dev/position ! declared DE, the "
        "position "
        "lies at sea, far from it");
    row("a territory inside its state", "h", "graticule.dev/position=4.93,-52.33|graticule.dev/country=GF",
        "4.93,-52.33 GF, declared by label graticule.dev/country; label graticule.dev/position");
    row("declared country against provider region", "h",
        "topology.kubernetes.io/region=eu-north-1|graticule.dev/country=DE",
        "59.33,18.07 DE Stockholm, declared by label graticule.dev/country; aws eu-north-1 ! declared DE, aws "
        "eu-north-1 "
        "is in SE");
    row("a local zone is not where its region is", "h",
        "topology.kubernetes.io/region=us-east-1|topology.kubernetes.io/zone=us-east-1-lim-1a|eks.amazonaws.com/x=1",
        "-12.043,-77.028 PE Lima, inferred by IATA \"lim\" in zone \"us-east-1-lim-1a\"");
    row("declared position against provider region", "h",
        "topology.kubernetes.io/region=eu-north-1|graticule.dev/position=48.85,2.35",
        "48.85,2.35 SE Stockholm, provider region by aws eu-north-1; label graticule.dev/position ! aws eu-north-1 is "
        "in "
        "SE, the position lies in FR");
    // Labels that cannot be.
    row("latitude", "h", "graticule.dev/position=95,200",
        "unplaced, unknown ! label graticule.dev/position \"95,200\" has a latitude outside -90..90");
    row("longitude", "h", "graticule.dev/position=5,-200",
        "unplaced, unknown ! label graticule.dev/position \"5,-200\" has a longitude outside -180..180");
    row("not numbers", "h", "graticule.dev/position=nan,inf",
        "unplaced, unknown ! label graticule.dev/position \"nan,inf\" is not two numbers \"latitude,longitude\"");
    row("no comma", "h", "graticule.dev/position=50.1 8.6",
        "unplaced, unknown ! label graticule.dev/position \"50.1 8.6\" is not \"latitude,longitude\"");
    row("three numbers", "h", "graticule.dev/position=50,8,100",
        "unplaced, unknown ! label graticule.dev/position \"50,8,100\" is not two numbers \"latitude,longitude\"");
    row("null island", "h", "graticule.dev/position=0,0",
        "unplaced, unknown ! label graticule.dev/position \"0,0\" is 0,0, which is what unset coordinates look like");
    row("no country", "h", "graticule.dev/country=Germany",
        "unplaced, unknown ! label graticule.dev/country \"Germany\" is no ISO 3166-1 alpha-2 code");
    row("a bad label does not hide what else is known", "fra1", "graticule.dev/position=here",
        "50.116,8.684 DE Frankfurt am Main, inferred by IATA \"fra\" in \"fra1\" ! label graticule.dev/position "
        "\"here\" "
        "is not \"latitude,longitude\"");
}

void TestSiteResolver::place()
{
    QFETCH(QString, name);
    QFETCH(QString, labelText);
    QTEST(text(resolve(name, labelText).place), "expected");
}

void TestSiteResolver::describesTheSite()
{
    Site site = resolve(QStringLiteral("h"), QStringLiteral("graticule.dev/kind=PoP|graticule.dev/region=EMEA"));
    QCOMPARE(site.kind, SiteKind::PointOfPresence);
    QCOMPARE(site.region, QStringLiteral("EMEA"));
    QCOMPARE(site.provider, QString());
    site = resolve(QStringLiteral("h"), QStringLiteral("topology.kubernetes.io/region=emea-lab"));
    QCOMPARE(site.region, QStringLiteral("emea-lab")); // not a provider's: then it is the operator's own
    site = resolve(QStringLiteral("h"), {}, QStringLiteral("azure:///subscriptions/1"));
    QCOMPARE(site.provider, QStringLiteral("azure"));
    QCOMPARE(site.kind, SiteKind::Unknown);
    site = resolve(QStringLiteral("h"), QStringLiteral("topology.kubernetes.io/region=eu-north-1"));
    QCOMPARE(site.kind, SiteKind::PublicRegion);
    QCOMPARE(site.provider, QStringLiteral("aws"));
    site = resolve(QStringLiteral("h"), QStringLiteral("graticule.dev/kind=castle"));
    QCOMPARE(site.kind, SiteKind::Unknown);
    QCOMPARE(site.place.mismatch, QStringLiteral("label graticule.dev/kind \"castle\" is no kind of site"));
}

void TestSiteResolver::declaredLabelsWin()
{
    const Site site = m_resolver->resolve({EntityId(QByteArray("conn")),
                                           QStringLiteral("uid"),
                                           QStringLiteral("h"),
                                           labels(QStringLiteral("graticule.dev/site=a|graticule.dev/country=FR")),
                                           labels(QStringLiteral("graticule.dev/site=b")),
                                           {},
                                           Origin::Lab});
    QCOMPARE(site.id, EntityId::declared("site", QStringLiteral("b")));
    QCOMPARE(site.place.country, QStringLiteral("FR"));
    QCOMPARE(site.labels, labels(QStringLiteral("graticule.dev/site=b|graticule.dev/country=FR")));
    QCOMPARE(site.origin, Origin::Lab);
}

void TestSiteResolver::rulesTranslateForeignLabels()
{
    const auto parsed =
        LabelRules::parse("rules:\n"
                          "  - name: racks\n"
                          "    match: { com.example/dc: 'fra-*' }\n"
                          "    set: { graticule.dev/site: '${com.example/dc}', graticule.dev/country: DE }\n",
                          QStringLiteral("rules.yaml"));
    QCOMPARE(parsed.mistakes, QStringList());
    RuledSites resolver(*m_resolver);
    resolver.setRules(parsed.rules);
    Labels own = labels(QStringLiteral("com.example/dc=fra-2"));
    own.insert(resolver.added(own)); // as connectors do it
    const Site site = resolver.resolve(
        {EntityId(QByteArray("conn")), QStringLiteral("uid"), QStringLiteral("h"), own, {}, {}, Origin::Real});
    QCOMPARE(site.name, QStringLiteral("fra-2"));
    QCOMPARE(
        text(site.place),
        QStringLiteral("50.116,8.684 DE Frankfurt am Main, declared by label graticule.dev/country; IATA \"fra\" in "
                       "\"fra-2\""));
}

void TestSiteResolver::neverFails_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("huge") << QString(2'000'000, u'9');
    QTest::newRow("controls") << QStringLiteral("a\0b\x1b[31m\n\r\t").append(QChar(0x202E)).append(QChar(0));
    QTest::newRow("half a surrogate") << QString(QChar(0xD800));
    QTest::newRow("commas") << QString(1000, u',');
    QTest::newRow("exponent") << QStringLiteral("1e308,1e-400");
    QTest::newRow("hex") << QStringLiteral("0x10,0x20");
    QTest::newRow("slashes") << QStringLiteral("../../etc/passwd");
    QTest::newRow("template") << QStringLiteral("${graticule.dev/site}");
}

void TestSiteResolver::neverFails()
{
    QFETCH(QString, value);
    for (const char *key : {"site", "region", "country", "position", "city", "kind", "provider"}) {
        const Site site = m_resolver->resolve({EntityId(QByteArray("conn")),
                                               QStringLiteral("uid"),
                                               value,
                                               {{QStringLiteral("graticule.dev/") + QLatin1String(key), value},
                                                {QStringLiteral("topology.kubernetes.io/region"), value},
                                                {QStringLiteral("topology.kubernetes.io/zone"), value}},
                                               {},
                                               value,
                                               Origin::Real});
        QVERIFY(!site.id.isEmpty());
        QVERIFY(!site.place.position);
        QVERIFY(site.place.mismatch.size() < 2000);
        QVERIFY(site.region.size() <= 253);
    }
}

QTEST_GUILESS_MAIN(TestSiteResolver)
#include "tst_siteresolver.moc"
