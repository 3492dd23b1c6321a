// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/auditverb.h"
#include "app/console/verbs/listing.h"
#include "app/console/verbs/listingwriters.h"
#include "app/console/verbs/printable.h"
#include "tests/testing/fleetscript.h"
#include "tests/testing/test.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace graticule;
using namespace graticule::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

const FleetScript &fleet()
{
    static const FleetScript script(uR"(
        connection dub  type=docker state=live seen=-2s since=-1h latency=3 address=tcp://dub.example:2376
        connection ams  type=docker state=refused seen=-5min since=-4min address=tcp://ams.example:2376
                      | error="The certificate has expired." fault=not-allowed
        site dub1 region=Europe at=53.35,-6.26 city=Dublin country=IE via=dub state=degraded since=-12min
                | reason="1 of 2 services is not well" cpu=3/8
        site ams1 region=Europe at=52.37,4.9 city=Amsterdam country=NL via=ams state=healthy stale
        site edge7 via=dub state=unknown origin=lab
        node dub1/n1 platform="Debian 12" cpu=2/8 memory=4e9/16e9 condition=degraded text="disk pressure"
        node ams1/n2
        placement shop@dub1 ready=2/3 health=unhealthy text="restarted 7 times" tier=1 role=active
        placement shop@ams1 ready=3/3 health=healthy tier=1 role=standby
        replica orders@dub1 role=primary state=in-sync bytes=2e9 class=personal
        replica orders@ams1 role=standby state=lagging lag=1500 class=personal)"_s);
    return script;
}

ListingScope scope(const EntityId &site = {})
{
    return {site, FleetScript::now()};
}

QStringList table(const Listing &listing)
{
    return QString::fromUtf8(toTable(listing)).split(u'\n', Qt::SkipEmptyParts);
}

/// Of each row the named values, as JSON: what programs read.
QStringList values(const Listing &listing, const QStringList &names)
{
    QStringList lines;
    for (const ListingRow &row : listing.rows) {
        QJsonArray picked;
        for (const QString &name : names)
            picked.append(row.values.value(listing.names.indexOf(name), u"no such column"_s));
        lines << QString::fromUtf8(QJsonDocument(picked).toJson(QJsonDocument::Compact));
    }
    return lines;
}

/// A listing of one row and one column, for the writers.
Listing single(const QJsonValue &value)
{
    return {u"things"_s, {u"a"_s}, {u"A"_s}, {{{value}, {value.toString()}}}};
}

} // namespace

class TestListing : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    /// A keeper of another release may not know each outcome, and tells others.
    void onlyActsWithTheOutcomesThatWereAskedFor()
    {
        QList<RecordedAct> told(3);
        told[0].outcome = ActOutcome::Failed;
        told[1].outcome = ActOutcome::Refused;
        told[2].outcome = ActOutcome::Done;
        const auto outcomes = [&](const QList<ActOutcome> &asked) {
            QStringList words;
            for (const RecordedAct &act : ofOutcomes(told, asked))
                words << wordOf(act.outcome);
            return words.join(u' ');
        };
        QCOMPARE(outcomes({}), u"failed refused done"_s);
        QCOMPARE(outcomes({ActOutcome::Refused, ActOutcome::Stopped}), u"refused"_s);
    }

    void sitesForPeople()
    {
        QCOMPARE(
            table(siteListing(fleet().snapshot()->tables, scope())),
            QStringList({"SITE   STATE           REGION  PLACE          CONNECTION  SEEN   WHY",
                         "ams1   healthy, stale  Europe  Amsterdam, NL  ams         5 min",
                         "dub1   degraded        Europe  Dublin, IE     dub         2 s    1 of 2 services is not well",
                         "edge7  unknown         -       unplaced       dub         2 s"}));
    }

    void sitesForPrograms()
    {
        QCOMPARE(values(siteListing(fleet().snapshot()->tables, scope()),
                        {"id", "state", "stale", "lat", "lon", "country", "placeEvidence", "connection", "observedAt"}),
                 QStringList(
                     {R"(["site/ams1","healthy",true,52.37,4.9,"NL","declared","ams","2026-11-22T09:09:32.000Z"])",
                      R"(["site/dub1","degraded",false,53.35,-6.26,"IE","declared","dub","2026-11-22T09:14:30.000Z"])",
                      R"(["site/edge7","unknown",false,null,null,null,"unknown","dub","2026-11-22T09:14:30.000Z"])"}));
    }

    void connectionsForPeople()
    {
        QCOMPARE(
            table(connectionListing(fleet().snapshot()->tables, scope())),
            QStringList({"CONNECTION  TYPE    STATE    FOR    SEEN   LATENCY  SITES  THROUGH  ADDRESS               "
                         "  WHY",
                         "ams         docker  refused  4 min  5 min  -        1      -        "
                         "tcp://ams.example:2376  The certificate has expired.",
                         "dub         docker  live     1 h    2 s    3 ms     2      -        "
                         "tcp://dub.example:2376"}));
    }

    void whatAnotherKeeperReadsSaysThroughWhat()
    {
        const FleetScript script(u"connection region type=grpc state=unreachable seen=-1min\n"
                                 "connection inner through=region seen=-1min\nsite fra1 via=inner"_s);
        QCOMPARE(values(connectionListing(script.snapshot()->tables, scope()), {"name", "state", "through", "sites"}),
                 QStringList({R"(["inner","stale","connection/region",1])", R"(["region","unreachable",null,1])"}));
        QVERIFY(table(connectionListing(script.snapshot()->tables, scope()))
                    .at(1)
                    .endsWith(u"seen through region, which is unreachable"_s));
    }

    void connectionsForPrograms()
    {
        QCOMPARE(
            values(connectionListing(fleet().snapshot()->tables, scope()),
                   {"name", "state", "latencyMs", "error", "clockOffsetMs", "sites"}),
            QStringList(
                {R"(["ams","refused",null,{"fault":"not-allowed","kind":"unknown","text":"The certificate has expired."},null,1])",
                 R"(["dub","live",3,null,null,2])"}));
    }

    void servicesWithTheirPlacements()
    {
        const Listing listing = serviceListing(fleet().snapshot()->tables, scope());
        QCOMPARE(table(listing), QStringList({"SERVICE  TIER  READY   STATE                      AT",
                                              "shop     1     5 of 6  unhealthy at 1 of 2 sites  ams1, dub1"}));
        QCOMPARE(values(listing, {"name", "tier", "sites", "desired", "ready", "state", "stateSites"}),
                 QStringList({R"(["shop",1,2,6,5,"unhealthy",1])"}));
        const QJsonObject placement =
            listing.rows.first().values[listing.names.indexOf(u"placements"_s)].toArray()[1].toObject();
        QCOMPARE(placement.value("siteName").toString(), u"dub1"_s);
        QCOMPARE(placement.value("healthText").toString(), u"restarted 7 times"_s);
        QCOMPARE(placement.value("connection").toString(), u"dub"_s);
    }

    void nodesWithTheirSites()
    {
        const Listing listing = nodeListing(fleet().snapshot()->tables, scope());
        QCOMPARE(table(listing), QStringList({"NODE  CONDITION  SITE  CPU   MEMORY  PLATFORM   SEEN   WHY",
                                              "n1    degraded   dub1  25 %  25 %    Debian 12  2 s    disk pressure",
                                              "n2    up, stale  ams1  -     -       -          5 min"}));
        QCOMPARE(values(listing, {"name", "site", "siteName", "country", "cpu", "load1", "connection", "stale"}),
                 QStringList({R"(["n1","site/dub1","dub1","IE",{"total":8,"used":2},null,"dub",false])",
                              R"(["n2","site/ams1","ams1","NL",null,null,"ams",true])"}));
    }

    void assetsWithTheirReplicas()
    {
        const Listing listing = assetListing(fleet().snapshot()->tables, scope());
        QCOMPARE(table(listing), QStringList({"ASSET   CLASS     OWNER  COPIES",
                                              "orders  personal  -      ams1 standby, state lagging; dub1 primary"}));
        const QJsonObject replica =
            listing.rows.first().values[listing.names.indexOf(u"replicas"_s)].toArray()[0].toObject();
        QCOMPARE(replica.value("lagMs").toDouble(), 1500.0);
        QVERIFY(replica.value("bytes").isNull());
        QCOMPARE(replica.value("stale").toBool(), true);
    }

    void ofOneSiteOnly()
    {
        const FleetTables &tables = fleet().snapshot()->tables;
        const ListingScope edge = scope(FleetScript::siteId(u"edge7"_s));
        QCOMPARE(values(siteListing(tables, edge), {"name"}), QStringList({R"(["edge7"])"}));
        QCOMPARE(values(connectionListing(tables, edge), {"name"}), QStringList({R"(["dub"])"}));
        QVERIFY(serviceListing(tables, edge).rows.isEmpty());
        QVERIFY(assetListing(tables, edge).rows.isEmpty());
        QVERIFY(nodeListing(tables, edge).rows.isEmpty());
        const ListingScope dub = scope(FleetScript::siteId(u"dub1"_s));
        QCOMPARE(values(serviceListing(tables, dub), {"name", "ready"}), QStringList({R"(["shop",2])"}));
    }

    void everyRowHasAllColumns()
    {
        const FleetTables &tables = fleet().snapshot()->tables;
        for (const Listing &listing :
             {siteListing(tables, scope()), connectionListing(tables, scope()), serviceListing(tables, scope()),
              nodeListing(tables, scope()), assetListing(tables, scope())}) {
            for (const ListingRow &row : listing.rows) {
                QCOMPARE(row.values.size(), listing.names.size());
                QCOMPARE(row.cells.size(), listing.headings.size());
            }
        }
    }

    void findsASiteByIdOrName()
    {
        FleetScript twins(u"connection dub\nsite dub1 via=dub\nsite dub2 via=dub"_s);
        FleetTables tables = twins.snapshot()->tables;
        QCOMPARE(*findSite(tables, u"dub1"_s), EntityId("site/dub1"));
        QCOMPARE(*findSite(tables, u"site/dub1"_s), EntityId("site/dub1"));
        QCOMPARE(findSite(tables, u"cork"_s).error().text,
                 u"There is no site \"cork\". `graticule sites` lists them."_s);
        Site twin = *tables.sites.find(EntityId("site/dub2"));
        twin.name = u"dub1"_s;
        tables.sites.insert(twin);
        QCOMPARE(findSite(tables, u"dub1"_s).error().text,
                 u"2 sites are named \"dub1\"; say which by its id: site/dub1, site/dub2."_s);
    }

    void jsonIsOneObjectWithItsKeysInOrder()
    {
        KeeperLink link;
        link.state = KeeperLink::State::Live;
        link.since = link.lastHeard = FleetScript::now();
        const ListingHead head = headOf(*fleet().snapshot(), link);
        QCOMPARE(
            QString::fromUtf8(toJson(head, single(u"x"_s))),
            uR"({"snapshot":"%1","mode":"live","at":"%2","lab":true,"keeper":{"state":"live",)"
            uR"("since":"2026-11-22T09:14:32.000Z","lastHeard":"2026-11-22T09:14:32.000Z","error":null},"things":[)"
            "\n{\"a\":\"x\"}\n]}\n"_s.arg(fleet().snapshot()->revision.toString(), toIso(fleet().snapshot()->at)));
        QCOMPARE(toJson(head, single(u"x"_s), true).count('\n'), 1);
    }

    void jsonIsValidWhateverTheNames()
    {
        const QString hostile = u"\"\\\n\t\u0001\u007f</script>\u2028\U0001F600é"_s + QChar(0xd800);
        QJsonParseError error;
        const QByteArray json = toJson({}, single(hostile));
        const QJsonDocument read = QJsonDocument::fromJson(json, &error);
        QCOMPARE(error.error, QJsonParseError::NoError);
        // Half a surrogate pair is no character: it becomes the replacement character.
        QCOMPARE(read["things"][0]["a"].toString().chopped(1), hostile.chopped(1));
    }

    void numbersInJson()
    {
        const auto number = [](double value) {
            return QString::fromUtf8(toJson({}, single(value))).section(u"\"a\":"_s, 1).section(u'}', 0, 0);
        };
        QCOMPARE(number(0.1), u"0.1"_s);
        QCOMPARE(number(-6.26), u"-6.26"_s);
        QCOMPARE(number(4e9), u"4000000000"_s);
        QCOMPARE(number(1e300), u"1e+300"_s);
    }

    void csv_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("cell");
        QTest::newRow("text") << QJsonValue(u"plain"_s) << u"plain"_s;
        QTest::newRow("comma") << QJsonValue(u"a,b"_s) << u"\"a,b\""_s;
        QTest::newRow("quote") << QJsonValue(u"a\"b"_s) << u"\"a\"\"b\""_s;
        QTest::newRow("line break") << QJsonValue(u"a\nb"_s) << u"\"a\nb\""_s;
        QTest::newRow("formula") << QJsonValue(u"=HYPERLINK(1)"_s) << u"'=HYPERLINK(1)"_s;
        QTest::newRow("minus formula") << QJsonValue(u"-2+3"_s) << u"'-2+3"_s;
        QTest::newRow("at") << QJsonValue(u"@x"_s) << u"'@x"_s;
        QTest::newRow("negative number") << QJsonValue(-6.26) << u"-6.26"_s;
        QTest::newRow("not known") << QJsonValue() << u""_s;
        QTest::newRow("yes") << QJsonValue(true) << u"true"_s;
        QTest::newRow("list") << QJsonValue(QJsonArray{u"a"_s, u"b"_s}) << u"a; b"_s;
        QTest::newRow("labels") << QJsonValue(QJsonObject{{u"k"_s, u"v"_s}, {u"n"_s, QJsonValue()}}) << u"k=v"_s;
        QTest::newRow("list that is a formula") << QJsonValue(QJsonArray{u"=1"_s}) << u"'=1"_s;
    }
    void csv()
    {
        QFETCH(QJsonValue, value);
        QFETCH(QString, cell);
        QCOMPARE(QString::fromUtf8(toCsv(single(value))), u"a\r\n"_s + cell + u"\r\n"_s);
    }

    void whatCouldSteerATerminalIsReplaced()
    {
        QCOMPARE(printable(u"\u001b[2Jdub\n1\u202e!"_s), u"\uFFFD[2Jdub 1\uFFFD!"_s);
        QCOMPARE(printableLines(u"a:\n  - \u001b[2J\u0007\n"_s), u"a:\n  - \uFFFD[2J\uFFFD\n"_s);
        QCOMPARE(QString::fromUtf8(toTable(single(u"\u001b]0;x\u0007"_s))), u"A\n\uFFFD]0;x\uFFFD\n"_s);
    }

    void wideCharactersTakeTwoColumns()
    {
        QCOMPARE(columnsOf(u"abc"_s), 3);
        QCOMPARE(columnsOf(u"東京"_s), 4);
        QCOMPARE(columnsOf(u"e\u0301"_s), 1);
        QCOMPARE(columnsOf(u"\U0001F600"_s), 2);
    }
};

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"
