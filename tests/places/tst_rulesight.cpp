// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/places/rulesight.h"
#include "tests/testing/test.h"

using namespace graticule;

class TestRuleSight : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatEachRuleWouldDo();
    void saysWhatGoingRulesUndo();
    void whatIsSaidAlreadyStays();
    void othersAreNotRuled();
    void namesMistakesAndShowsTheRest();
    void aServiceIsMatchedByAnyOfItsContainers();
    void nothingIsCountedOfWhatIsNoYaml();
    void isBounded();
    void whatIsShownOfOneThingIsBounded();
    void saysWhatEachRuleSets();
    void whatSaysNothingIsNotSet();
    void whatARuleSetsIsBounded();
};

namespace {

constexpr char kRules[] = R"yaml(rules:
  - name: racks
    match: { dc: "fra-*" }
    set: { graticule.dev/site: "${dc}" }
  - name: shops
    match: { com.docker.compose.project: shop }
    set: { graticule.dev/service: "shop-${tier}", graticule.dev/tier: "1" }
  - name: secrets
    match: { kept: "*" }
    set: { graticule.dev/classification: secret }
)yaml";

/// Two connections, "ours" with a node, a service and an asset, and "theirs" (of another keeper) with a node.
struct Fleet
{
    Fleet()
    {
        add("ours");
        add("theirs");
    }

    void add(const char *connection)
    {
        const EntityId id(connection);
        Feed feed;
        feed.id = EntityId::of(id, "feed", QStringLiteral("f"));
        feed.connection = id;
        tables.feeds.insert(feed);
        Site site;
        site.id = EntityId::of(id, "site", QStringLiteral("s"));
        site.name = QStringLiteral("docker-1");
        tables.sites.insert(site);
        Node node;
        node.id = EntityId::of(id, "node", QStringLiteral("n"));
        node.name = QStringLiteral("n1");
        node.site = site.id;
        node.feed = feed.id;
        node.labels = {{QStringLiteral("dc"), QStringLiteral("fra-2")}};
        tables.nodes.insert(node);
        if (id != EntityId("ours"))
            return;
        tell(OwnLabels::Kind::Service, "web", "shop/web",
             {{QStringLiteral("com.docker.compose.project"), QStringLiteral("shop")},
              {QStringLiteral("tier"), QStringLiteral("front")}});
        tell(OwnLabels::Kind::Asset, "pgdata", "pgdata", {{QStringLiteral("kept"), QStringLiteral("7y")}});
    }

    /// Of "ours".
    void tell(OwnLabels::Kind kind, const char *uid, const char *name, const Labels &labels)
    {
        connections[EntityId("ours")].own.push_back(
            {EntityId::of(EntityId("ours"), kind == OwnLabels::Kind::Service ? "service" : "asset", QLatin1String(uid)),
             kind, QLatin1String(name), QLatin1String(name), labels});
    }

    RulePreview preview(const QByteArray &asked, const LabelRules &inForce = {}) const
    {
        return previewRules(LabelRules::parse(asked, QStringLiteral("r.yaml")), inForce, tables, connections);
    }

    FleetTables tables;
    QHash<EntityId, RuledConnection> connections{{EntityId("ours"), {QStringLiteral("ours"), {}, {}}}};
};

QString text(const RulePreview &preview)
{
    QStringList lines;
    for (const RuleCount &rule : preview.rules)
        lines.append(QStringLiteral("%1 %2/%3").arg(rule.name).arg(rule.matched).arg(rule.changed));
    for (const RuledThing &thing : preview.things) {
        QStringList parts;
        for (const RuledChange &change : thing.changes)
            parts.append(
                QStringLiteral("%1: %2 -> %3").arg(change.label.section(u'/', 1), change.before, change.after));
        parts.append(thing.notes);
        lines.append(
            QStringLiteral("%1 %2 of %3 at %4 | %5")
                .arg(thing.kind, thing.name, thing.connection, thing.place, parts.join(QStringLiteral(" | "))));
    }
    lines.append(QStringLiteral("%1 of %2, %3 change").arg(preview.matched).arg(preview.all).arg(preview.changed));
    return lines.join(u'\n');
}

/// "racks: graticule.dev/site=fra-2 1 0 0", of nodes, services and assets; a line each rule.
QString sets(const RulePreview &preview)
{
    QStringList lines;
    for (const RuleCount &rule : preview.rules) {
        QStringList parts;
        for (const RuleSetting &one : rule.sets)
            parts.append(QStringLiteral("%1=%2 %3 %4 %5")
                             .arg(one.label, one.value)
                             .arg(one.nodes)
                             .arg(one.services)
                             .arg(one.assets));
        lines.append(QStringLiteral("%1: %2").arg(rule.name, parts.join(QStringLiteral(", "))));
        if (rule.settings != rule.sets.size())
            lines.last() += QStringLiteral(" of %1").arg(rule.settings);
    }
    return lines.join(u'\n');
}

} // namespace

void TestRuleSight::saysWhatEachRuleWouldDo()
{
    const RulePreview preview = Fleet().preview(kRules);
    QCOMPARE(text(preview), QStringLiteral("racks 1/1\n"
                                           "shops 1/1\n"
                                           "secrets 1/1\n"
                                           "asset pgdata of ours at pgdata | classification:  -> secret\n"
                                           "node n1 of ours at docker-1 | site:  -> fra-2\n"
                                           "service shop/web of ours at shop/web | service:  -> shop-front | tier:  "
                                           "-> 1\n"
                                           "3 of 3, 3 change"));
    QCOMPARE(preview.things[1].matched, (Labels{{"dc", "fra-2"}}));
    QCOMPARE(preview.things[1].rules, QList<int>{0});
}

void TestRuleSight::saysWhatGoingRulesUndo()
{
    const LabelRules inForce = LabelRules::parse(kRules, QStringLiteral("r.yaml")).rules;
    QCOMPARE(text(Fleet().preview(kRules, inForce)), QStringLiteral("racks 1/0\n"
                                                                    "shops 1/0\n"
                                                                    "secrets 1/0\n"
                                                                    "asset pgdata of ours at pgdata | \n"
                                                                    "node n1 of ours at docker-1 | \n"
                                                                    "service shop/web of ours at shop/web | \n"
                                                                    "3 of 3, 0 change"));
    // No rule matches these any more, and they are told of all the same.
    QCOMPARE(text(Fleet().preview("rules: []", inForce)),
             QStringLiteral("asset pgdata of ours at pgdata | classification: secret -> \n"
                            "node n1 of ours at docker-1 | site: fra-2 -> \n"
                            "service shop/web of ours at shop/web | service: shop-front ->  | tier: 1 -> \n"
                            "0 of 3, 3 change"));
}

void TestRuleSight::whatIsSaidAlreadyStays()
{
    Fleet fleet;
    fleet.connections[EntityId("ours")].declared = {{"graticule.dev/site", "fra"}};
    Labels &service = fleet.connections[EntityId("ours")].own.front().labels;
    service.insert(QStringLiteral("graticule.dev/service"), QStringLiteral("own"));
    service.insert(QStringLiteral("graticule.dev/tier"), QStringLiteral("3"));
    const RulePreview preview = fleet.preview(kRules);
    QCOMPARE(text(preview),
             QStringLiteral("racks 1/0\n"
                            "shops 1/0\n"
                            "secrets 1/1\n"
                            "asset pgdata of ours at pgdata | classification:  -> secret\n"
                            "node n1 of ours at docker-1 | graticule.dev/site is set by the connection\n"
                            "service shop/web of ours at shop/web | graticule.dev/service is set already | "
                            "graticule.dev/tier is set already\n"
                            "3 of 3, 1 change"));
}

void TestRuleSight::othersAreNotRuled()
{
    Fleet fleet;
    fleet.connections.clear();
    QCOMPARE(text(fleet.preview(kRules)), QStringLiteral("racks 0/0\nshops 0/0\nsecrets 0/0\n0 of 0, 0 change"));
}

void TestRuleSight::namesMistakesAndShowsTheRest()
{
    const RulePreview preview =
        Fleet().preview("rules:\n- 1\n- {name: a, match: {dc: '*'}, set: {graticule.dev/city: Berlin}}");
    QCOMPARE(preview.mistakes, QStringList{"r.yaml:2: rules[0]: must be a map with name, match and set"});
    QCOMPARE(text(preview), QStringLiteral("a 1/1\nnode n1 of ours at docker-1 | city:  -> Berlin\n1 of 3, 1 change"));
}

void TestRuleSight::aServiceIsMatchedByAnyOfItsContainers()
{
    Fleet fleet;
    fleet.tell(OwnLabels::Kind::Service, "web", "shop/web", {{QStringLiteral("kind"), QStringLiteral("canary")}});
    fleet.tell(OwnLabels::Kind::Service, "web", "shop/web", {{QStringLiteral("kind"), QStringLiteral("canary")}});
    const RulePreview preview =
        fleet.preview("rules:\n- {name: a, match: {tier: front}, set: {graticule.dev/tier: '1'}}\n"
                      "- {name: b, match: {tier: '*'}, set: {graticule.dev/role: active}}\n");
    QCOMPARE(text(preview), QStringLiteral("a 1/1\n"
                                           "b 1/1\n"
                                           "service shop/web of ours at shop/web | role:  -> active | tier:  -> 1 | "
                                           "rules match 1 of its 3 containers\n"
                                           "1 of 3, 1 change"));
}

void TestRuleSight::nothingIsCountedOfWhatIsNoYaml()
{
    const LabelRules inForce = LabelRules::parse(kRules, QStringLiteral("r.yaml")).rules;
    const RulePreview preview = Fleet().preview("rules:\n- {name: a", inForce);
    QCOMPARE(preview.mistakes.size(), 1);
    QCOMPARE(text(preview), QStringLiteral("0 of 0, 0 change")); // and not that all of them would go
}

void TestRuleSight::isBounded()
{
    Fleet fleet;
    const Node node = *fleet.tables.nodes.find(EntityId::of(EntityId("ours"), "node", QStringLiteral("n")));
    const QString vast(100'000, u'x');
    for (int i = 0; i < 2000; ++i) {
        Node other = node;
        other.id = EntityId::of(EntityId("ours"), "node", QString::number(i));
        other.labels.insert(QStringLiteral("kept"), vast);
        fleet.tables.nodes.insert(other);
    }
    const RulePreview preview = fleet.preview(kRules);
    QCOMPARE(preview.things.size(), RulePreview::kMostThings);
    QCOMPARE(preview.matched, 2003);
    QCOMPARE(preview.changed, 2003);
    for (const RuledThing &thing : preview.things)
        QVERIFY(thing.matched.value(QStringLiteral("kept")).size() <= 200);
}

void TestRuleSight::whatIsShownOfOneThingIsBounded()
{
    Fleet fleet;
    Node node = *fleet.tables.nodes.find(EntityId::of(EntityId("ours"), "node", QStringLiteral("n")));
    QByteArray rules = "rules:\n";
    for (int rule = 0; rule < 500; ++rule) {
        const QByteArray key = "k" + QByteArray::number(rule);
        node.labels.insert(QString::fromLatin1(key), QString(50'000, u'x'));
        rules += "- {name: n, match: {" + key + ": '*'}, set: {graticule.dev/site: '" +
                 QByteArray("${dc}${" + key + "}").repeated(20) + "', graticule.dev/city: '${" + key +
                 QByteArray(700, 'm') + "}'}}\n";
    }
    fleet.tables.nodes.insert(node);
    const RulePreview preview = fleet.preview(rules);
    QCOMPARE(preview.mistakes, QStringList());
    QCOMPARE(preview.things.size(), 1);
    const RuledThing &thing = preview.things.first();
    QCOMPARE(thing.rules.size(), 500);
    QCOMPARE(thing.matched.size(), 20);
    QCOMPARE(thing.notes.size(), 20);
    for (const QString &note : thing.notes)
        QVERIFY(note.size() < 300);
    QCOMPARE(thing.set.value(QStringLiteral("graticule.dev/site")).size(), 200);
}

/// Also of rules that are in force, which change nothing.
void TestRuleSight::saysWhatEachRuleSets()
{
    const LabelRules inForce = LabelRules::parse(kRules, QStringLiteral("r.yaml")).rules;
    Fleet fleet;
    for (const char *name : {"api", "cart"})
        fleet.tell(OwnLabels::Kind::Service, name, name,
                   {{QStringLiteral("com.docker.compose.project"), QStringLiteral("shop")},
                    {QStringLiteral("tier"), QStringLiteral("back")}});
    fleet.tell(OwnLabels::Kind::Service, "cart", "cart", // a second container of it
               {{QStringLiteral("com.docker.compose.project"), QStringLiteral("shop")},
                {QStringLiteral("tier"), QStringLiteral("back")}});
    const QString expected = QStringLiteral("racks: graticule.dev/site=fra-2 1 0 0\n"
                                            "shops: graticule.dev/tier=1 0 3 0, graticule.dev/service=shop-back 0 2 0, "
                                            "graticule.dev/service=shop-front 0 1 0\n"
                                            "secrets: graticule.dev/classification=secret 0 0 1");
    QCOMPARE(sets(fleet.preview(kRules)), expected);
    const RulePreview preview = fleet.preview(kRules, inForce);
    QCOMPARE(sets(preview), expected);
    QCOMPARE(preview.changed, 0);
    QCOMPARE(preview.things[1].set, (Labels{{"graticule.dev/site", "fra-2"}}));
}

void TestRuleSight::whatSaysNothingIsNotSet()
{
    Fleet fleet;
    fleet.connections[EntityId("ours")].declared = {{"graticule.dev/site", "fra"}};
    const RulePreview preview =
        fleet.preview("rules:\n- {name: a, match: {dc: '*'}, set: {graticule.dev/site: x, graticule.dev/tier: '1'}}\n"
                      "- {name: b, match: {kept: '*'}, set: {graticule.dev/owner: ines}}\n"
                      "- {name: c, match: {kept: '*'}, set: {graticule.dev/owner: alice}}\n");
    QCOMPARE(sets(preview), QStringLiteral("a: \nb: graticule.dev/owner=ines 0 0 1\nc: "));
    QCOMPARE(text(preview), QStringLiteral("a 1/0\nb 1/1\nc 1/1\n"
                                           "asset pgdata of ours at pgdata | owner:  -> ines | graticule.dev/owner is "
                                           "set already\n"
                                           "node n1 of ours at docker-1 | graticule.dev/site is set by the connection "
                                           "| graticule.dev/tier says nothing of such a node\n"
                                           "2 of 3, 1 change"));
}

void TestRuleSight::whatARuleSetsIsBounded()
{
    Fleet fleet;
    for (int i = 0; i < 3000; ++i)
        fleet.tell(OwnLabels::Kind::Asset, qPrintable(QStringLiteral("v%1").arg(i)), "v",
                   {{QStringLiteral("kept"), QStringLiteral("%1").arg(i) + QString(5000, u'x')}});
    const RulePreview preview =
        fleet.preview("rules:\n- {name: a, match: {kept: '*'}, set: {graticule.dev/owner: '${kept}'}}\n");
    const RuleCount &rule = preview.rules.first();
    QCOMPARE(rule.settings, 3001);
    QCOMPARE(rule.sets.size(), RuleCount::kMostSets);
    for (const RuleSetting &one : rule.sets)
        QVERIFY(one.value.size() <= 200);
}

QTEST_GUILESS_MAIN(TestRuleSight)
#include "tst_rulesight.moc"
