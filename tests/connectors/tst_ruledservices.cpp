// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerinventory.h"
#include "backend/connectors/docker/dockerlogs.h"
#include "backend/connectors/kubernetes/kubeinventory.h"
#include "backend/fleet/fleet.h"
#include "backend/places/ruledsites.h"
#include "backend/places/rulesight.h"
#include "backend/places/sameservices.h"
#include "tests/connectors/fakesites.h"
#include "tests/testing/test.h"

using namespace graticule;

namespace {

const EntityId kDocker("docker-1");
const EntityId kKube("kube-1");
const Instant kNow = instantFromMs(1'700'000'000'000);

/// An engine and a cluster that both run a shop's web, each labelled in its own way.
class Clouds
{
public:
    explicit Clouds(const SiteResolver &sites)
        : m_engine(kDocker, Origin::Real, {}, sites)
        , m_cluster(config(), sites)
    {
    }

    void label(const Labels &container, const Labels &workload)
    {
        m_container.insert(container);
        m_workload.insert(workload);
    }
    /// Everything anew, as after a restart of the connections.
    FleetTables read()
    {
        DockerEngine engine;
        engine.id = QStringLiteral("e");
        engine.name = QStringLiteral("engine");
        engine.labels = {{QStringLiteral("dc"), QStringLiteral("fra-2")}};
        m_engine.setEngine(engine, QStringLiteral("Docker"));
        DockerContainer container;
        container.id = QStringLiteral("c1");
        container.name = QStringLiteral("shop-web-1");
        container.image = QStringLiteral("shop/web:1.2");
        container.labels = m_container;
        container.state = ContainerState::Running;
        m_engine.put(container);
        DockerVolume volume;
        volume.name = QStringLiteral("pgdata");
        volume.labels = {{QStringLiteral("team"), QStringLiteral("data")}};
        m_engine.put(volume);

        KubeNode node;
        node.meta.uid = node.meta.name = QStringLiteral("n1");
        node.ready = Condition::Up;
        node.meta.labels = {{QStringLiteral("dc"), QStringLiteral("fra-2")}};
        m_cluster.put(KubeKind::Node, node);
        KubeWorkload workload;
        workload.meta.uid = QStringLiteral("d1");
        workload.meta.space = QStringLiteral("shop");
        workload.meta.name = QStringLiteral("web");
        workload.meta.labels = m_workload;
        workload.kind = KubeOwner::Kind::Deployment;
        workload.desired = 1;
        workload.image = QStringLiteral("docker.io/shop/web:1.3");
        m_cluster.put(KubeKind::Deployment, workload);
        KubePod pod;
        pod.uid = pod.name = QStringLiteral("web-1");
        pod.space = QStringLiteral("shop");
        pod.node = QStringLiteral("n1");
        pod.owner = {KubeOwner::Kind::Deployment, QStringLiteral("web")};
        pod.phase = KubePod::Phase::Running;
        pod.ready = true;
        m_cluster.put(KubeKind::Pod, pod);

        Fleet fleet(QStringLiteral("k"), 1);
        fleet.list(kDocker, m_engine.all(kNow));
        fleet.list(kKube, m_cluster.all(kNow));
        FleetDelta feeds;
        for (const EntityId &connection : {kDocker, kKube}) {
            Feed feed;
            feed.id = EntityId::of(connection, "feed", QStringLiteral("inventory"));
            feed.connection = connection;
            feeds.feeds.upsert(feed);
        }
        fleet.apply(EntityId("report"), feeds);
        return fleet.tables();
    }
    const DockerInventory &engine() const { return m_engine; }
    /// As a keeper hands them to a preview.
    QHash<EntityId, RuledConnection> ruled() const
    {
        return {{kDocker, {QStringLiteral("dock"), {}, m_engine.ownLabels()}},
                {kKube, {QStringLiteral("kube"), {}, m_cluster.ownLabels()}}};
    }

private:
    static ConnectionConfig config()
    {
        ConnectionConfig config;
        config.id = kKube;
        config.name = QStringLiteral("k8s");
        return config;
    }

    DockerInventory m_engine;
    KubeInventory m_cluster;
    Labels m_container{{QStringLiteral("com.docker.compose.project"), QStringLiteral("shop")},
                       {QStringLiteral("com.docker.compose.service"), QStringLiteral("web")}};
    Labels m_workload{{QStringLiteral("app.kubernetes.io/name"), QStringLiteral("web")}};
};

/// "shop (1): docker-1 fra-2, kube-1 fra-2", each service with its tier, connections and sites.
QString services(const FleetTables &tables)
{
    QStringList lines;
    tables.services.forEach([&](const Service &service) {
        QStringList places;
        tables.placements.forEach([&](const Placement &placement) {
            if (placement.service == service.id)
                places.append(QStringLiteral("%1 %2").arg(tables.feeds.find(placement.feed)->connection.toString(),
                                                          tables.sites.find(placement.site)->name));
        });
        places.sort();
        lines.append(
            QStringLiteral("%1 (%2): %3").arg(service.name).arg(service.tier).arg(places.join(QStringLiteral(", "))));
    });
    lines.sort();
    return lines.join(u'\n');
}

LabelRules rules(const char *yaml)
{
    const auto parsed = LabelRules::parse(yaml, QStringLiteral("r.yaml"));
    return parsed.mistakes.isEmpty() ? parsed.rules : LabelRules();
}

} // namespace

/// What labels, rules and people make of services on several platforms.
class TestRuledServices : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void oneLabelOneService()
    {
        RuledSites sites(m_sites);
        Clouds clouds(sites);
        QCOMPARE(services(clouds.read()), QStringLiteral("shop/web (0): docker-1 engine\nshop/web (0): kube-1 k8s"));
        clouds.label({{"graticule.dev/service", "shop"}}, {{"graticule.dev/service", "shop"}});
        QCOMPARE(services(clouds.read()), QStringLiteral("shop (0): docker-1 engine, kube-1 k8s"));
    }

    void rulesCountAsLabels()
    {
        RuledSites sites(m_sites);
        sites.setRules(rules(R"yaml(rules:
  - {name: sites, match: {dc: "*"}, set: {graticule.dev/site: "${dc}"}}
  - {name: compose, match: {com.docker.compose.service: web}, set: {graticule.dev/service: shop, graticule.dev/tier: "1"}}
  - {name: apps, match: {app.kubernetes.io/name: web}, set: {graticule.dev/service: shop, graticule.dev/role: standby}}
  - {name: owners, match: {team: "*"}, set: {graticule.dev/owner: "${team}", graticule.dev/asset: orders}}
)yaml"));
        Clouds clouds(sites);
        const FleetTables tables = clouds.read();
        QCOMPARE(services(tables), QStringLiteral("shop (1): docker-1 fra-2, kube-1 fra-2"));
        const Asset *asset = tables.assets.find(EntityId::declared("asset", QStringLiteral("orders")));
        QVERIFY(asset);
        QCOMPARE(asset->owner, QStringLiteral("data"));
        // What is shown of a thing is what it carries, so that a preview has the same to go by.
        QCOMPARE(asset->labels, (Labels{{"team", "data"}}));
        bool isStandby = false;
        tables.placements.forEach([&](const Placement &placement) { isStandby |= placement.role == Role::Standby; });
        QVERIFY(isStandby);
    }

    void aRuleInForceCountsWhatItMatches()
    {
        const char *const yaml = R"yaml(rules:
  - {name: compose, match: {com.docker.compose.service: web}, set: {graticule.dev/service: shop}}
  - {name: apps, match: {app.kubernetes.io/name: web}, set: {graticule.dev/service: shop}}
  - {name: data, match: {team: "*"}, set: {graticule.dev/asset: orders}}
)yaml";
        const LabelRules::Parsed asked = LabelRules::parse(yaml, QStringLiteral("r.yaml"));
        const auto counts = [&](const Clouds &clouds, const FleetTables &tables, const LabelRules &inForce) {
            const RulePreview preview = previewRules(asked, inForce, tables, clouds.ruled());
            QStringList parts;
            for (const RuleCount &rule : preview.rules)
                parts.append(QStringLiteral("%1 %2/%3").arg(rule.name).arg(rule.matched).arg(rule.changed));
            for (const RuledThing &thing : preview.things) {
                if (!thing.rules.isEmpty())
                    parts.append(QStringLiteral("%1 of %2, now %3").arg(thing.name, thing.connection, thing.place));
            }
            return parts.join(QStringLiteral("; "));
        };
        RuledSites sites(m_sites);
        Clouds before(sites);
        QCOMPARE(counts(before, before.read(), {}),
                 QStringLiteral("compose 1/1; apps 1/1; data 1/1; pgdata of dock, now pgdata; shop/web of dock, now "
                                "shop/web; shop/web of kube, now shop/web"));
        sites.setRules(asked.rules);
        Clouds after(sites); // they are one now, without a label that both carry
        const FleetTables tables = after.read();
        QCOMPARE(services(tables), QStringLiteral("shop (0): docker-1 engine, kube-1 k8s"));
        QCOMPARE(counts(after, tables, asked.rules),
                 QStringLiteral("compose 1/0; apps 1/0; data 1/0; pgdata of dock, now orders; shop/web of dock, now "
                                "shop; shop/web of kube, now shop"));
    }

    void ownLabelsWinOverRules()
    {
        RuledSites sites(m_sites);
        sites.setRules(rules("rules:\n- {name: a, match: {com.docker.compose.service: web}, set: "
                             "{graticule.dev/service: ruled}}"));
        Clouds clouds(sites);
        clouds.label({{"graticule.dev/service", "own"}}, {});
        QCOMPARE(services(clouds.read()), QStringLiteral("own (0): docker-1 engine\nshop/web (0): kube-1 k8s"));
    }

    void aNameThatALabelHasByChanceJoinsNothing()
    {
        RuledSites sites(m_sites);
        sites.setSame(sameNames({{{EntityId("docker-1/service/shop/web"), {}, {}},
                                  {EntityId("elsewhere/service/web"), {}, {}},
                                  true,
                                  QStringLiteral("web"),
                                  {},
                                  kNow}}));
        Clouds clouds(sites);
        clouds.label({}, {{"graticule.dev/service", "web"}});
        QCOMPARE(services(clouds.read()), QStringLiteral("web (0): docker-1 engine\nweb (0): kube-1 k8s"));
    }

    void aPersonSaysWhatIsTheSameAndTakesItBack()
    {
        RuledSites sites(m_sites);
        const QHash<EntityId, QString> connections{{kDocker, QStringLiteral("dock")}, {kKube, QStringLiteral("kube")}};
        const FleetTables before = Clouds(sites).read();
        const QList<SameSuggestion> suggested = suggestSame(before, connections, {}).suggestions;
        QCOMPARE(suggested.size(), 1);
        SameDecision decision{suggested[0].one, suggested[0].other, true, QStringLiteral("the shop"), {}, kNow};
        sites.setSame(sameNames({decision}));
        Clouds merged(sites);
        const FleetTables after = merged.read();
        QCOMPARE(services(after), QStringLiteral("the shop (0): docker-1 engine, kube-1 k8s"));
        QVERIFY(suggestSame(after, connections, {decision}).suggestions.isEmpty());
        // What is done to the one service finds its containers.
        QCOMPARE(dockerLogSources(merged.engine(), kDocker, EntityId::declared("service", QStringLiteral("=the shop")))
                     .size(),
                 1);
        sites.setSame({});
        QCOMPARE(services(Clouds(sites).read()), services(before));
    }

private:
    testing::FakeSites m_sites;
};

QTEST_GUILESS_MAIN(TestRuledServices)
#include "tst_ruledservices.moc"
