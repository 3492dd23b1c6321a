// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/manualclock.h"
#include "models/sitedetailsloader.h"
#include "tests/models/modeltext.h"
#include "tests/testing/fleetscript.h"
#include "tests/testing/test.h"

#include <QSignalSpy>

using namespace graticule;
using testing::FleetScript;

namespace {

const char *const kFleet = R"(
connection keeper-apac type=grpc seen=-2s
connection probes seen=-5s
site sin1 region=Asia city=Singapore country=SG at=1.35,103.8 provider=aws via=keeper-apac,probes state=degraded since=-26min
  | reason="slow to bom1" source="label graticule.dev/country" cpu=45/64 memory=170e9/256e9 kind=public-region origin=lab
site bom1 city=Mumbai at=19,72
placement search-apac@sin1 ready=17/18 health=restarting text="restarted 7 times"
placement checkout-api@sin1 ready=24/24
placement elsewhere@bom1 ready=1/1
replica orders-apac@sin1 role=primary bytes=2.4e12
replica logs-apac@sin1 role=backup state=lagging lag=41000
node sin1/n1 platform="Debian 12" cpu=45/64
node sin1/n2 condition=down text="disk failure"
link sin1->bom1 rtt=213 limit=110 loss=0.014
link bom1->sin1 rtt=80 limit=110
)";

QString sin1Text(const FleetTables &tables)
{
    const auto details = siteDetails(tables, FleetScript::siteId(QStringLiteral("sin1")));
    return details ? testing::plain(toText(*details, FleetScript::now())) : QStringLiteral("none");
}

} // namespace

class TestSiteDetails : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    /// Two connections to one cluster: what both tell alike is one line.
    void whatIsSeenTwiceIsOneLine()
    {
        const FleetScript script(QStringLiteral("connection a seen=-2s\nconnection b seen=-2s counted-by=a\n"
                                                "site fra1 at=50,8 via=a,b"));
        FleetTables tables = script.snapshot()->tables;
        const auto node = [&tables](const char *connection, const char *name, Condition condition) {
            Node one;
            one.id =
                EntityId(QStringLiteral("connection/%1/node/%2").arg(QLatin1String(connection), QLatin1String(name)));
            one.name = QLatin1String(name);
            one.site = FleetScript::siteId(QStringLiteral("fra1"));
            one.feed = EntityId(QStringLiteral("connection/%1/feed").arg(QLatin1String(connection)));
            one.condition = condition;
            tables.nodes.insert(one);
        };
        const auto names = [&tables] {
            QStringList all;
            const auto details = siteDetails(tables, FleetScript::siteId(QStringLiteral("fra1")));
            for (const auto &line : details->nodes)
                all.append(line.name);
            return all.join(QLatin1Char(' '));
        };
        node("a", "n1", Condition::Up);
        node("b", "n1", Condition::Up);
        node("b", "n2", Condition::Up); // which a may not see
        QCOMPARE(names(), QStringLiteral("n1 n2"));
        node("b", "n1", Condition::Down);              // and what they say otherwise is no secret
        QCOMPARE(names(), QStringLiteral("n1 n1 n2")); // the worst first
    }

    void everythingAboutOneSite()
    {
        const FleetScript script(QString::fromUtf8(kFleet));
        QCOMPARE(sin1Text(script.snapshot()->tables), QString::fromUtf8(R"(sin1 · Singapore · LAB
State: Degraded for 26 min
  slow to bom1
Evidence: 2 s old at 22 Nov 2026 09:14:32 UTC
Jurisdiction: Singapore, SG (declared · label graticule.dev/country)
Operated by: AWS, public cloud region
Seen through: keeper-apac, live, 2 s ago
Seen through: probes, live, 5 s ago
CPU: 45 of 64 cores
Memory: 170 GB of 256 GB
Storage: –
Nodes: 2
  n2, disk failure
  n1, Debian 12 · 70 % CPU
Workloads: 2
  search-apac, 17/18, restarted 7 times
  checkout-api, 24/24
Data held here: 2
  logs-apac, backup, 41 s behind
  orders-apac, primary · 2.4 TB
Links: 2
  to bom1, 213 ms, limit 110 ms · 1.4 % lost
  from bom1, 80 ms, limit 110 ms
Identity: site/sin1)"));
    }

    /// A person looks for what a person wrote.
    void onesOwnLabelsComeFirst()
    {
        const FleetScript script(QString::fromUtf8(kFleet));
        FleetTables tables = script.snapshot()->tables;
        Site site = *tables.sites.find(FleetScript::siteId(QStringLiteral("sin1")));
        site.labels = {{QStringLiteral("com.docker.x"), QStringLiteral("1")},
                       {QStringLiteral("graticule.dev/tier"), QStringLiteral("2")},
                       {QStringLiteral("team"), QStringLiteral("blue")}};
        tables.sites.insert(site);
        QCOMPARE(siteDetails(tables, site.id)->labels.join(QLatin1Char(' ')),
                 QStringLiteral("graticule.dev/tier=2 com.docker.x=1 team=blue"));
        QVERIFY(sin1Text(tables).contains(QStringLiteral("\ngraticule.dev/tier=2\n")));
    }

    /// One way may be measured in several: each line says how, where it would be the same as another.
    void waysThatAreMeasuredInSeveralSayHow()
    {
        const FleetScript script(QString::fromUtf8(kFleet));
        FleetTables tables = script.snapshot()->tables;
        Link link;
        link.from = FleetScript::siteId(QStringLiteral("bom1"));
        link.to = FleetScript::siteId(QStringLiteral("sin1"));
        link.condition = Condition::Up;
        link.rttMs = 3;
        for (const ProbeKind kind : {ProbeKind::TcpConnect, ProbeKind::TlsHandshake, ProbeKind::Http}) {
            link.id = EntityId("link/" + QByteArray::number(int(kind)));
            link.probe = kind;
            link.rttMs -= 1;
            tables.links.insert(link);
        }
        QStringList names;
        const auto details = siteDetails(tables, link.to);
        for (const SiteDetails::Line &line : details->links)
            names << line.name;
        QVERIFY2(names.contains(QStringLiteral("from bom1 · TCP connect")), qPrintable(names.join(u'|')));
        QVERIFY(names.contains(QStringLiteral("from bom1 · TLS handshake")));
        QVERIFY(names.contains(QStringLiteral("from bom1 · HTTP request")));
        QVERIFY(names.contains(QStringLiteral("to bom1")));
    }

    void whatIsTooOldIsSaidToBe()
    {
        FleetScript script(QString::fromUtf8(kFleet));
        script.apply(QStringLiteral("site sin1 via=probes state=degraded stale since=-26min"));
        const auto details = siteDetails(script.snapshot()->tables, FleetScript::siteId(QStringLiteral("sin1")));
        QCOMPARE(details->look.text, QStringLiteral("Degraded, last known"));
        QCOMPARE(details->workloads.front().symbol, Symbol::StaleDegraded);
        QCOMPARE(details->workloads.front().value, QStringLiteral("~17/18"));
        QCOMPARE(testing::plain(details->links.front().value), QStringLiteral("~213 ms"));
    }

    /// Its containers may have died with it: none of them is called healthy.
    void whatStandsWhereNobodySeesIsTheLastKnown()
    {
        FleetScript script(QString::fromUtf8(kFleet));
        script.apply(QStringLiteral("site sin1 via=probes state=unreachable since=-1min"));
        const auto details = siteDetails(script.snapshot()->tables, FleetScript::siteId(QStringLiteral("sin1")));
        QVERIFY(details->isLastKnown);
        QCOMPARE(details->workloads.front().value, QStringLiteral("~17/18"));
        QVERIFY(!testing::plain(details->links.front().value).startsWith(u'~'));
    }

    void aSiteThatIsNotThereIsNone() { QVERIFY(!siteDetails({}, EntityId(QStringLiteral("nobody")))); }

    void theWorkerAnswersForTheSiteLastAskedFor()
    {
        ManualClock clock(FleetScript::now());
        FleetScript script(QString::fromUtf8(kFleet));
        FleetStore store(clock);
        KeeperLink link;
        link.state = KeeperLink::State::Live;
        store.setLink(link);
        store.take(script.snapshot());
        SiteDetailsLoader loader(store);
        loader.show(FleetScript::siteId(QStringLiteral("sin1")));
        loader.show(FleetScript::siteId(QStringLiteral("bom1")));
        QVERIFY(!loader.details());
        QTRY_VERIFY(loader.details());
        QCOMPARE(loader.details()->name, QStringLiteral("bom1"));

        // A change that does not concern it is not worth a look at the fleet; one that does is taken up.
        QSignalSpy changed(&loader, &SiteDetailsLoader::detailsChanged);
        clock.advance(SiteDetailsLoader::kPause);
        store.take(script.apply(QStringLiteral("site bom1 city=Mumbai at=19,72 state=down")));
        clock.advance(FleetStore::kFrame);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(loader.details()->look.text, QStringLiteral("Down"));

        clock.advance(SiteDetailsLoader::kPause);
        store.take(script.apply(QStringLiteral("remove site bom1")));
        clock.advance(FleetStore::kFrame);
        QTRY_VERIFY(loader.isGone());
        QVERIFY(!loader.details());
    }
};

QTEST_GUILESS_MAIN(TestSiteDetails)
#include "tst_sitedetails.moc"
