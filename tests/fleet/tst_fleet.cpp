// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/fleet.h"
#include "tests/testing/test.h"

#include <QRandomGenerator>

using namespace graticule;
using namespace Qt::Literals::StringLiterals;

namespace {

const EntityId kDocker("docker");
const EntityId kLab("lab");
const EntityId kEngines("engines");

Site site(const char *id, const QString &name, QList<EntityId> feeds = {})
{
    Site s;
    s.id = EntityId(id);
    s.name = name;
    s.feeds = std::move(feeds);
    return s;
}

FleetDelta sites(std::vector<Site> list)
{
    FleetDelta delta;
    for (Site &s : list)
        delta.sites.upsert(std::move(s));
    return delta;
}

FleetDelta gone(const char *id)
{
    FleetDelta delta;
    delta.sites.removed = {EntityId(id)};
    return delta;
}

/// One line per site and service, sorted: "fra Frankfurt", then what is set beside.
QStringList print(const FleetTables &tables)
{
    QStringList lines;
    tables.sites.forEach([&](const Site &s) {
        QString line = QStringLiteral("site %1 %2").arg(s.id.toString(), s.name);
        if (!s.region.isEmpty())
            line += u" in "_s + s.region;
        if (!s.place.country.isEmpty())
            line += u" of "_s + s.place.country;
        if (s.condition == Condition::Down)
            line += u" down: "_s + s.conditionText;
        if (s.cpu.total > 0)
            line += QStringLiteral(" cpu %1/%2").arg(s.cpu.used).arg(s.cpu.total);
        for (auto label = s.labels.cbegin(); label != s.labels.cend(); ++label)
            line += u' ' + label.key() + u'=' + label.value();
        for (const EntityId &feed : s.feeds)
            line += u" <"_s + feed.toString();
        lines << line;
    });
    tables.services.forEach([&](const Service &s) { lines << u"service "_s + s.id.toString() + u' ' + s.name; });
    tables.verdicts.forEach(
        [&](const Verdict &v) { lines << QStringLiteral("verdict %1 %2").arg(v.id.toString()).arg(int(v.state)); });
    lines.sort();
    return lines;
}

} // namespace

class TestFleet : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void aListingReplacesWhatItsSourceSaid()
    {
        Fleet fleet(QStringLiteral("k"), 1);
        fleet.list(kDocker, sites({site("fra", "Frankfurt"), site("dub", "Dublin")}));
        fleet.list(kLab, sites({site("lab1", "Invented")}));
        fleet.list(kDocker, sites({site("dub", "Dublin City"), site("ams", "Amsterdam")}));
        QCOMPARE(print(fleet.tables()),
                 QStringList({"site ams Amsterdam", "site dub Dublin City", "site lab1 Invented"}));
    }

    void changesAreFoldedIn()
    {
        Fleet fleet(QStringLiteral("k"), 1);
        fleet.list(kDocker, sites({site("fra", "Frankfurt"), site("dub", "Dublin")}));
        fleet.apply(kDocker, gone("fra"));
        fleet.apply(kDocker, gone("never there"));
        fleet.apply(kLab, gone("dub")); // another's fact: a source can only take back what it said itself
        QCOMPARE(print(fleet.tables()), QStringList({"site dub Dublin"}));
    }

    void aSharedSiteStaysUntilItsLastSourceDropsIt()
    {
        Fleet fleet(QStringLiteral("k"), 1);
        fleet.list(kDocker, sites({site("site:fra", "Frankfurt", {EntityId("d")})}));
        fleet.list(kLab, sites({site("site:fra", "Francfort", {EntityId("l")})}));
        QCOMPARE(print(fleet.tables()), QStringList({"site site:fra Frankfurt <d <l"}));
        fleet.retire(kDocker);
        QCOMPARE(print(fleet.tables()), QStringList({"site site:fra Francfort <l"}));
        fleet.retire(kLab);
        QCOMPARE(print(fleet.tables()), QStringList());
    }

    void aServiceHasTheLabelsOfAllWhoTellOfIt()
    {
        const auto shop = [](const Labels &labels, int tier = 0) {
            Service service;
            service.id = EntityId("service:shop");
            service.name = QStringLiteral("shop");
            service.labels = labels;
            service.tier = tier;
            FleetDelta delta;
            delta.services.upsert(service);
            return delta;
        };
        Fleet fleet(QStringLiteral("k"), 1);
        const auto labels = [&] {
            QStringList lines;
            const Labels all = fleet.tables().services.find(EntityId("service:shop"))->labels;
            for (auto label = all.cbegin(); label != all.cend(); ++label)
                lines << label.key() + u'=' + *label;
            return lines.join(u"; "_s);
        };
        const auto name = [&](const EntityId &id, const QString &called) {
            Connection connection;
            connection.id = id;
            connection.name = called;
            FleetDelta delta;
            delta.connections.upsert(connection);
            fleet.apply(EntityId("report"), delta);
        };
        name(kDocker, u"dock"_s);
        fleet.list(kDocker, shop({{"app", "shop"}, {"project", "p"}, {"version", "1.2"}}, 3));
        QCOMPARE(labels(), u"app=shop; project=p; version=1.2"_s);
        fleet.list(kLab, shop({{"app", "shop"}, {"part-of", "s"}, {"version", "1.3"}}, 2));
        QCOMPARE(labels(), u"app=shop; part-of=s; project=p; version (dock)=1.2; version (lab)=1.3"_s);
        QCOMPARE(fleet.tables().services.find(EntityId("service:shop"))->tier, 2);
        name(kLab, u"the lab"_s); // it is told of later, or renamed
        QVERIFY(labels().endsWith(u"version (dock)=1.2; version (the lab)=1.3"_s));
        fleet.list(kEngines, shop({{"version", "1.3"}}));
        QVERIFY(labels().endsWith(u"version (dock)=1.2; version (engines, the lab)=1.3"_s));
        fleet.setInSight(kEngines, false); // what it told last stays
        QVERIFY(labels().endsWith(u"version (dock)=1.2; version (engines, the lab)=1.3"_s));
        fleet.retire(kDocker);
        QCOMPARE(labels(), u"app=shop; part-of=s; version=1.3"_s);
    }

    void theCopyOfADeadWayContradictsNobody()
    {
        const auto told = [](const QString &version) { // by another keeper, of what it reads itself
            Service service;
            service.id = EntityId("theirs/service/shop");
            service.labels = {{u"version"_s, version}};
            Connection theirs;
            theirs.id = EntityId("theirs");
            FleetDelta delta;
            delta.services.upsert(service);
            delta.connections.upsert(theirs);
            return delta;
        };
        Fleet fleet(QStringLiteral("k"), 1);
        fleet.list(kDocker, told(u"1.2"_s));
        fleet.list(kLab, told(u"1.2"_s));
        fleet.setInSight(kDocker, false);
        fleet.apply(kLab, told(u"1.3"_s));
        QCOMPARE(fleet.tables().services.find(EntityId("theirs/service/shop"))->labels,
                 (Labels{{u"version"_s, u"1.3"_s}}));
    }

    void ofMuchDisagreementAPartIsShown()
    {
        Fleet fleet(QStringLiteral("k"), 1);
        for (int i = 0; i < 40; ++i) {
            Service service;
            service.id = EntityId("service:shop");
            service.labels = {{u"hash"_s, QString::number(100 + i)}, {u"zone"_s, i % 20 == 0 ? u"b"_s : u"a"_s}};
            FleetDelta delta;
            delta.services.upsert(service);
            fleet.list(EntityId(QByteArray::number(10 + i)), delta);
        }
        const Labels labels = fleet.tables().services.find(EntityId("service:shop"))->labels;
        QCOMPARE(labels.size(), 8 + 1 + 2);
        QCOMPARE(labels.value(u"hash (+32)"_s), u"…"_s);
        QCOMPARE(labels.value(u"zone (11, 12, 13, +35)"_s), u"a"_s);
        QCOMPARE(labels.value(u"zone (10, 30)"_s), u"b"_s);
    }

    void theResultDoesNotDependOnWhoCameFirst()
    {
        Site a = site("site:fra", "Frankfurt", {EntityId("d")});
        a.labels = {{"tier", "1"}, {"who", "docker"}};
        a.cpu = {2, 8};
        Site b = site("site:fra", "Francfort", {EntityId("l")});
        b.region = QStringLiteral("eu");
        b.place = {GeoPoint{50, 8}, "DE", "Frankfurt", Evidence::Declared, "label", {}};
        b.labels = {{"rack", "7"}, {"who", "lab"}};
        b.condition = Condition::Down;
        b.conditionText = QStringLiteral("no power");
        b.cpu = {1, 4};
        const QStringList merged{
            "site site:fra Frankfurt in eu of DE down: no power cpu 3/12 rack=7 tier=1 who=docker <d <l"};

        Fleet one(QStringLiteral("k"), 1);
        one.list(kDocker, sites({a}));
        one.list(kLab, sites({b}));
        QCOMPARE(print(one.tables()), merged);
        Fleet other(QStringLiteral("k"), 1);
        other.list(kLab, sites({b}));
        other.list(kDocker, sites({a}));
        QCOMPARE(print(other.tables()), merged);
    }

    void theSameMachinesSeenByTwoWaysCountOnce()
    {
        Site a = site("site:fra", "Frankfurt", {EntityId("feed")});
        a.cpu = {2, 8};
        Fleet fleet(QStringLiteral("k"), 1);
        fleet.list(EntityId("keeper one"), sites({a}));
        fleet.list(EntityId("keeper two"), sites({a}));
        QCOMPARE(print(fleet.tables()), QStringList({"site site:fra Frankfurt cpu 2/8 <feed"}));
    }

    /// Two connections to one cluster, with feeds of their own: the machines are the same.
    void whatDoesNotCountAddsNothing()
    {
        Site a = site("site:fra", "Frankfurt", {EntityId("feed a")});
        a.cpu = {2, 8};
        Site b = site("site:fra", "Frankfurt", {EntityId("feed b")});
        b.cpu = {3, 8};
        Site c = site("site:fra", "Frankfurt", {EntityId("feed c")});
        c.cpu = {1, 2};
        Fleet fleet(QStringLiteral("k"), 1);
        fleet.list(EntityId("a"), sites({a}));
        fleet.list(EntityId("b"), sites({b}));
        fleet.setCounted(EntityId("b"), EntityId("a"));
        const auto merged = [&] { return print(fleet.tables()).value(0).section(QStringLiteral(" <"), 0, 0); };
        QCOMPARE(merged(), QStringLiteral("site site:fra Frankfurt cpu 2/8"));
        fleet.list(EntityId("c"), sites({c})); // other machines there
        QCOMPARE(merged(), QStringLiteral("site site:fra Frankfurt cpu 3/10"));
        fleet.setCounted(EntityId("b"), {});
        fleet.setCounted(EntityId("a"), EntityId("b"));
        QCOMPARE(merged(), QStringLiteral("site site:fra Frankfurt cpu 4/10"));
        b.cpu = {};
        fleet.list(EntityId("b"), sites({b})); // the one that counts does not see it any more
        QCOMPARE(merged(), QStringLiteral("site site:fra Frankfurt cpu 3/10"));
        fleet.retire(EntityId("b")); // nor does it tell of the site, which c does
        QCOMPARE(merged(), QStringLiteral("site site:fra Frankfurt cpu 3/10"));
        fleet.retire(EntityId("c"));
        QCOMPARE(merged(), QStringLiteral("site site:fra Frankfurt cpu 2/8"));
    }

    /// What is requested is told where nothing is measured, and never added to what is.
    void whatIsRequestedIsNotAddedToWhatIsUsed()
    {
        Site a = site("site:fra", "Frankfurt", {EntityId("feed a")});
        a.cpu = {6, 8, true};
        Site b = site("site:fra", "Frankfurt", {EntityId("feed b")});
        b.cpu = {1, 4};
        const auto merged = [](const Site &one, const Site &other) {
            Fleet fleet(QStringLiteral("k"), 1);
            fleet.list(EntityId("a"), sites({one}));
            fleet.list(EntityId("b"), sites({other}));
            const Usage cpu = fleet.tables().sites.find(EntityId("site:fra"))->cpu;
            return QStringLiteral("%1/%2 %3").arg(cpu.used).arg(cpu.total).arg(cpu.requested);
        };
        QCOMPARE(merged(a, b), QStringLiteral("1/4 0"));
        QCOMPARE(merged(b, a), QStringLiteral("1/4 0"));
        a.feeds = {EntityId("feed c")};
        b.cpu = {1, 4, true};
        QCOMPARE(merged(a, b), QStringLiteral("7/12 1"));
    }

    void aVerdictHasItsSitesIdAndIsNoSecondSite()
    {
        Fleet fleet(QStringLiteral("k"), 1);
        fleet.list(kDocker, sites({site("fra", "Frankfurt")}));
        FleetDelta verdict;
        verdict.verdicts.upsert({EntityId("fra"), SiteState::Down, false, kNever, {}});
        fleet.apply(kEngines, verdict);
        QCOMPARE(print(fleet.tables()), QStringList({"site fra Frankfurt", "verdict fra 3"}));
        fleet.retire(kDocker);
        QCOMPARE(print(fleet.tables()), QStringList({"verdict fra 3"}));
    }

    void aVerdictOnASharedSiteIsNoThirdSource()
    {
        Fleet fleet(QStringLiteral("k"), 1);
        fleet.list(kDocker, sites({site("fra", "Frankfurt")}));
        fleet.list(kLab, sites({site("fra", "Francfort")}));
        FleetDelta verdict;
        verdict.verdicts.upsert({EntityId("fra"), SiteState::Down, false, kNever, {}});
        fleet.apply(kEngines, verdict);
        fleet.retire(kDocker);
        QCOMPARE(print(fleet.tables()), QStringList({"site fra Francfort", "verdict fra 3"}));
        fleet.retire(kLab);
        QCOMPARE(print(fleet.tables()), QStringList({"verdict fra 3"}));
    }

    /// Two ways lead to one keeper; when one is cut, what it told last is as old as the cut.
    void theWayThatIsSeenWins()
    {
        const EntityId one("1"), two("2");
        Fleet fleet(QStringLiteral("k"), 1);
        const auto say = [&](const EntityId &way, ConnectionState state, Instant observedAt) {
            FleetDelta delta;
            Connection behind;
            behind.id = EntityId("behind");
            behind.state = state;
            behind.through = way;
            Feed feed;
            feed.id = EntityId("feed");
            feed.observedAt = observedAt;
            delta.connections.upsert(behind);
            delta.feeds.upsert(feed);
            fleet.list(way, delta);
        };
        const auto shown = [&] {
            const Connection *behind = fleet.tables().connections.find(EntityId("behind"));
            const Feed *feed = fleet.tables().feeds.find(EntityId("feed"));
            return QStringLiteral("%1 through %2, observed at %3")
                .arg(behind->state == ConnectionState::Live ? u"live"_s : u"unreachable"_s, behind->through.toString())
                .arg(toMs(feed->observedAt));
        };
        say(one, ConnectionState::Live, instantFromMs(10));
        say(two, ConnectionState::Live, instantFromMs(10));
        QCOMPARE(shown(), u"live through 1, observed at 10"_s);
        fleet.setInSight(one, false);
        QCOMPARE(shown(), u"live through 2, observed at 10"_s);
        say(two, ConnectionState::Unreachable, instantFromMs(20));
        QCOMPARE(shown(), u"unreachable through 2, observed at 20"_s);
        fleet.setInSight(two, false); // nothing is seen: as at the beginning
        QCOMPARE(shown(), u"live through 1, observed at 10"_s);
        fleet.setInSight(two, true);
        fleet.setInSight(one, true);
        say(one, ConnectionState::Unreachable, instantFromMs(30));
        QCOMPARE(shown(), u"unreachable through 1, observed at 30"_s);
    }

    void anUnchangedObservationIsNoChange()
    {
        Fleet fleet(QStringLiteral("k"), 3);
        fleet.list(kDocker, sites({site("fra", "Frankfurt")}));
        const SnapshotPtr first = fleet.publish(instantFromMs(10));
        QCOMPARE(first->revision.toString(), QStringLiteral("k/3/1"));
        fleet.list(kDocker, sites({site("fra", "Frankfurt")}));
        fleet.apply(kDocker, sites({site("fra", "Frankfurt")}));
        QVERIFY(!fleet.hasChanges());
        QCOMPARE(fleet.publish(instantFromMs(20)), first);
        fleet.apply(kDocker, sites({site("fra", "Francfort")}));
        const SnapshotPtr second = fleet.publish(instantFromMs(30));
        QCOMPARE(second->revision.toString(), QStringLiteral("k/3/2"));
        QCOMPARE(diff(first->tables, second->tables).size(), size_t(1));
        QCOMPARE(print(first->tables), QStringList({"site fra Frankfurt"})); // a published snapshot never changes
    }

    /// Whatever three sources say in whatever order, the fleet holds what the last words of all three come to.
    void agreesWithStartingAnewFromWhatIsSaid()
    {
        QRandomGenerator random(11);
        const QList<EntityId> sources{EntityId("a"), EntityId("b"), EntityId("c")};
        std::map<EntityId, FleetTables> said;
        Fleet fleet(QStringLiteral("k"), 1);
        for (int step = 0; step < 3000; ++step) {
            const EntityId source = sources[random.bounded(3)];
            const QByteArray id = "s" + QByteArray::number(random.bounded(12));
            FleetDelta delta;
            if (random.bounded(3) == 0)
                delta = gone(id.constData());
            else
                delta = sites({site(id.constData(), QString::number(random.bounded(3)), {source})});
            if (random.bounded(20) == 0) {
                fleet.list(source, delta);
                said[source] = {};
                delta.sites.removed.clear();
            } else if (random.bounded(50) == 0) {
                fleet.retire(source);
                said.erase(source);
                continue;
            } else {
                fleet.apply(source, delta);
            }
            said[source].apply(delta);

            Fleet anew(QStringLiteral("k"), 1);
            for (const auto &[who, tables] : said)
                anew.list(who, diff(FleetTables(), tables));
            QCOMPARE(print(fleet.tables()), print(anew.tables()));
        }
    }
};

QTEST_GUILESS_MAIN(TestFleet)
#include "tst_fleet.moc"
