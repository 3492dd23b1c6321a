// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/linesplitter.h"
#include "backend/connectors/kubernetes/kubeframes.h"
#include "backend/connectors/kubernetes/kubeinventory.h"
#include "backend/connectors/kubernetes/kubeparser.h"
#include "tests/connectors/fakesites.h"
#include "tests/connectors/fixture.h"
#include "tests/connectors/recordedexchange.h"
#include "tests/testing/test.h"

#include <QRandomGenerator>

using namespace graticule;
using graticule::testing::fixture;
using graticule::testing::RecordedExchange;

namespace {

constexpr Instant kMoment = Instant(Milliseconds(1'795'000'000'000));

RecordedExchange recorded(const char *version, const char *name)
{
    return RecordedExchange::load(QStringLiteral("kubernetes/") + QLatin1String(version), QLatin1String(name));
}

bool isProtobuf(const RecordedExchange &exchange)
{
    return exchange.header("Content-Type").startsWith("application/vnd.kubernetes.protobuf");
}

KubeList listed(KubeKind kind, const RecordedExchange &exchange)
{
    const auto list = parseKubeList(kind, exchange.body, isProtobuf(exchange));
    return list ? *list : KubeList{{}, -1};
}

/// The stream cut as @p pieces are, each event as "MODIFIED uid version".
QStringList events(KubeKind kind, const QByteArrayList &pieces, bool protobuf)
{
    static const QStringList types{QStringLiteral("?"),       QStringLiteral("ADDED"),    QStringLiteral("MODIFIED"),
                                   QStringLiteral("DELETED"), QStringLiteral("BOOKMARK"), QStringLiteral("ERROR")};
    KubeFrames frames(1 << 20);
    LineSplitter lines(1 << 20);
    QStringList said;
    for (const QByteArray &piece : pieces) {
        const QList<QByteArray> parts = protobuf ? frames.add(piece) : lines.add(piece);
        for (const QByteArray &part : parts) {
            const auto event = parseKubeEvent(kind, part, protobuf);
            said.append(!event ? event.error().text
                        : event->type == KubeEvent::Type::Error
                            ? QStringLiteral("ERROR %1 %2").arg(event->status.code).arg(event->status.reason)
                            : QStringLiteral("%1 %2 %3")
                                  .arg(types.value(int(event->type)), kubeUid(event->object).left(8), event->version));
        }
    }
    return said;
}

} // namespace

/// Real answers of 1.20 and 1.32, whole and in pieces, and what nobody should send.
class TestKubernetesParser : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void listsOfBothVersionsAreRead()
    {
        for (const char *version : {"1.20", "1.32"}) {
            const auto count = [&](KubeKind kind, const char *name) {
                const KubeList list = listed(kind, recorded(version, name));
                return list.unreadable == 0 ? int(list.items.size()) : -1;
            };
            QCOMPARE(count(KubeKind::Node, "nodes"), 60);
            QCOMPARE(count(KubeKind::Node, "nodes-protobuf"), 60);
            QCOMPARE(count(KubeKind::Node, "nodes-page-1"), 25);
            QCOMPARE(count(KubeKind::Node, "nodes-page-3"), 10);
            QVERIFY(count(KubeKind::Pod, "pods") > 150);
            QVERIFY(count(KubeKind::Deployment, "deployments") > 10);
            QVERIFY(count(KubeKind::StatefulSet, "statefulsets") > 0);
            QVERIFY(count(KubeKind::DaemonSet, "daemonsets") > 0);
            QVERIFY(count(KubeKind::Volume, "persistentvolumes") > 10);
            QVERIFY(count(KubeKind::Claim, "persistentvolumeclaims") > 10);
            QVERIFY(count(KubeKind::StorageClass, "storageclasses") > 0);
        }
    }

    void bothEncodingsSayTheSame()
    {
        for (const char *version : {"1.20", "1.32"}) {
            const KubeList json = listed(KubeKind::Node, recorded(version, "nodes"));
            const KubeList protobuf = listed(KubeKind::Node, recorded(version, "nodes-protobuf"));
            QCOMPARE(json.items.size(), protobuf.items.size());
            for (size_t i = 0; i < json.items.size(); ++i)
                QVERIFY(json.items[i] == protobuf.items[i]);
        }
    }

    void aNodeIsReadInFull()
    {
        const KubeList list = listed(KubeKind::Node, recorded("1.32", "nodes-protobuf"));
        const auto &node = std::get<KubeNode>(list.items.at(3));
        QCOMPARE(node.meta.name, QStringLiteral("ip-10-10-0-34.eu-west-1.compute.internal"));
        QCOMPARE(node.meta.labels.value(QStringLiteral("topology.kubernetes.io/zone")), QStringLiteral("eu-west-1b"));
        QCOMPARE(node.providerId, QStringLiteral("aws:///eu-west-1b/i-000000015035e2982"));
        QCOMPARE(node.platform, QStringLiteral("Kubernetes v1.20.2, Amazon Linux 2, amd64"));
        QCOMPARE(node.ready, Condition::Up);
        QCOMPARE(node.cpu, 7.92);
        QCOMPARE(node.memory, 31008608.0 * 1024);
    }

    void usageIsReadOfNodesAndOfPods()
    {
        const auto nodes =
            parseKubeUsage(R"({"kind":"NodeMetricsList","metadata":{},"items":[{"metadata":{"name":"n1"},)"
                           R"("timestamp":"2026-01-01T00:00:00Z","window":"30s",)"
                           R"("usage":{"cpu":"1500000000n","memory":"2048Ki"}}]})",
                           /*pods=*/false, /*protobuf=*/false);
        QVERIFY(nodes);
        QCOMPARE(nodes->size(), size_t(1));
        QVERIFY(nodes->front() == (KubeUse{QString(), QStringLiteral("n1"), 1.5, 2048.0 * 1024}));
        const auto pods = parseKubeUsage(R"({"items":[{"metadata":{"name":"web","namespace":"shop"},"containers":[)"
                                         R"({"name":"a","usage":{"cpu":"250m","memory":"1Mi"}},)"
                                         R"({"name":"b","usage":{"cpu":"1","memory":"1Mi"}}]}]})",
                                         /*pods=*/true, /*protobuf=*/false);
        QVERIFY(pods);
        QVERIFY(pods->front() == (KubeUse{QStringLiteral("shop"), QStringLiteral("web"), 1.25, 2097152}));
        QVERIFY(!parseKubeUsage("404 page not found", /*pods=*/true, /*protobuf=*/false));
    }

    void pagesSayHowToGoOn()
    {
        const RecordedExchange first = recorded("1.20", "nodes-page-1");
        const auto head = parseKubeListHead(first.body, isProtobuf(first));
        QVERIFY(head);
        QVERIFY(!head->version.isEmpty() && !head->next.isEmpty());
        const RecordedExchange last = recorded("1.20", "nodes-page-3");
        QVERIFY(parseKubeListHead(last.body, isProtobuf(last))->next.isEmpty());
        const RecordedExchange whole = recorded("1.20", "nodes-protobuf");
        QVERIFY(!parseKubeListHead(whole.body, true)->version.isEmpty());
    }

    void streamsMayBeCutAnywhere()
    {
        struct Stream
        {
            const char *name;
            KubeKind kind;
        };
        QRandomGenerator chance(5);
        for (const char *version : {"1.20", "1.32"}) {
            for (const Stream &stream :
                 {Stream{"watch-nodes", KubeKind::Node}, Stream{"watch-nodes-protobuf", KubeKind::Node},
                  Stream{"watch-pods", KubeKind::Pod}, Stream{"watch-deployments", KubeKind::Deployment},
                  Stream{"watch-node-goes-silent", KubeKind::Node}}) {
                const RecordedExchange exchange = recorded(version, stream.name);
                const bool protobuf = isProtobuf(exchange);
                const QStringList whole = events(stream.kind, {exchange.body}, protobuf);
                QVERIFY2(whole.size() > 2, stream.name);
                for (const QString &event : whole)
                    QVERIFY2(!event.contains(QStringLiteral("cannot be read")), qPrintable(event));
                QCOMPARE(events(stream.kind, exchange.pieces(), protobuf), whole);
                QByteArrayList cut;
                for (qsizetype from = 0; from < exchange.body.size();) {
                    const qsizetype length = 1 + qsizetype(chance.bounded(700));
                    cut.append(exchange.body.mid(from, length));
                    from += length;
                }
                QCOMPARE(events(stream.kind, cut, protobuf), whole);
            }
        }
    }

    void whatIsTooOldSaysSo()
    {
        for (const char *version : {"1.20", "1.32"}) {
            const RecordedExchange exchange = recorded(version, "410-watch-too-old");
            QCOMPARE(events(KubeKind::Node, {exchange.body}, false), QStringList{QStringLiteral("ERROR 410 Expired")});
            const RecordedExchange refusal = recorded(version, "403-nobody");
            QCOMPARE(parseKubeStatus(refusal.body, false).code, 403);
            QCOMPARE(parseKubeStatus(recorded(version, "404-no-such-api").body, false).message, QString());
        }
    }

    void brokenAnswersAreErrors()
    {
        const QByteArray good = recorded("1.32", "nodes-protobuf").body;
        QRandomGenerator chance(7);
        for (int i = 0; i < 200; ++i) {
            QByteArray bad = good.left(qsizetype(chance.bounded(int(good.size()))));
            for (int flips = 0; flips < 5 && !bad.isEmpty(); ++flips)
                bad[qsizetype(chance.bounded(int(bad.size())))] = char(chance.bounded(256));
            for (const KubeKind kind : kKubeKinds)
                parseKubeList(kind, bad, true);
            parseKubeListHead(bad, true);
            parseKubeEvent(KubeKind::Pod, bad, true);
        }
        const QByteArray deep = "{\"items\":" + QByteArray(100'000, '[');
        const QByteArray deeper = QByteArray(100'000, '{').replace("{", "{\"metadata\":");
        for (const QByteArray &json :
             {QByteArray(), QByteArray("null"), QByteArray("[]"), QByteArray("{\"items\":7}"), deep, deeper,
              QByteArray("{\"metadata\":{\"resourceVersion\":{}}}"), QByteArray("\xff\xfe")}) {
            QVERIFY2(!parseKubeListHead(json, false), json.left(40).constData());
            parseKubeList(KubeKind::Pod, json, false);
            parseKubeEvent(KubeKind::Pod, json, false);
            parseKubeStatus(json, false);
        }
        QVERIFY(!parseKubeList(KubeKind::Node, "{\"items\":7}", false));
        KubeFrames frames(1000);
        QVERIFY(frames.add(QByteArray("\x7f\xff\xff\xff", 4)).isEmpty());
        QVERIFY(frames.overflowed());
    }

    /// What its pods request is no use of it, and what it used before it fell silent is old.
    void whatASilentNodeRequestsIsNotUsed()
    {
        for (const char *version : {"1.20", "1.32"}) {
            graticule::testing::FakeSites sites;
            ConnectionConfig config;
            config.id = EntityId("C");
            KubeInventory inventory(config, sites);
            for (const KubeObject &object : listed(KubeKind::Pod, recorded(version, "pods")).items)
                inventory.put(KubeKind::Pod, object);
            for (const KubeObject &object : listed(KubeKind::Node, recorded(version, "nodes")).items)
                inventory.put(KubeKind::Node, object);
            const QString name = QStringLiteral("ip-10-10-0-59.eu-west-1.compute.internal");
            FleetTables fleet;
            QStringList told;
            const auto look = [&] {
                fleet.apply(inventory.changes(kMoment));
                fleet.nodes.forEach([&](const Node &node) {
                    const QString line =
                        QStringLiteral("%1 %2 %3")
                            .arg(node.condition == Condition::Up ? QStringLiteral("up") : QStringLiteral("silent"),
                                 node.cpu.requested && node.memory.requested ? QStringLiteral("requested")
                                                                             : QStringLiteral("used"),
                                 node.cpu.used == 1.5 ? QStringLiteral("1.5") : QStringLiteral("another amount"));
                    if (node.name == name && (told.isEmpty() || told.last() != line))
                        told.append(line);
                });
            };
            look();
            inventory.take({{{}, name, 1.5, 4e9}}, /*pods=*/false, kMoment);
            look();
            LineSplitter lines(1 << 20);
            for (const QByteArray &line : lines.add(recorded(version, "watch-node-goes-silent").body)) {
                const auto event = parseKubeEvent(KubeKind::Node, line, false);
                if (!event || event->type != KubeEvent::Type::Modified)
                    continue;
                inventory.put(KubeKind::Node, event->object);
                look();
                if (told.last().startsWith(QLatin1String("silent"))) // a metrics server may still say the old
                    QCOMPARE(inventory.take({{{}, name, 1.5, 4e9}}, /*pods=*/false, kMoment).size(), 0);
            }
            QCOMPARE(told, (QStringList{QStringLiteral("up requested another amount"), QStringLiteral("up used 1.5"),
                                        QStringLiteral("silent requested another amount"),
                                        QStringLiteral("up requested another amount")}));
        }
    }

    void aFleetOfSitesComesOfIt()
    {
        graticule::testing::FakeSites sites;
        ConnectionConfig config;
        config.id = EntityId("C");
        config.name = QStringLiteral("rig");
        KubeInventory inventory(config, sites);
        struct Listing
        {
            KubeKind kind;
            const char *name;
        };
        for (const Listing &of :
             {Listing{KubeKind::Pod, "pods"}, Listing{KubeKind::Node, "nodes"},
              Listing{KubeKind::Deployment, "deployments"}, Listing{KubeKind::StatefulSet, "statefulsets"},
              Listing{KubeKind::DaemonSet, "daemonsets"}, Listing{KubeKind::Volume, "persistentvolumes"},
              Listing{KubeKind::Claim, "persistentvolumeclaims"}, Listing{KubeKind::StorageClass, "storageclasses"}}) {
            for (const KubeObject &object : listed(of.kind, recorded("1.32", of.name)).items)
                inventory.put(of.kind, object);
        }
        FleetTables fleet;
        fleet.apply(inventory.all(kMoment));
        QCOMPARE(int(fleet.nodes.size()), 60);
        QVERIFY(int(fleet.sites.size()) >= 12);
        QVERIFY(fleet.placements.size() > 20);
        QStringList troubles;
        fleet.placements.forEach([&](const Placement &placement) {
            if (placement.health == Health::Failed || placement.health == Health::Restarting)
                troubles.append(placement.service.toString().section(QLatin1Char('/'), 2) + QStringLiteral(": ") +
                                placement.healthText);
        });
        const QString all = troubles.join(QLatin1Char('\n'));
        QVERIFY2(all.contains(QStringLiteral("analytics/deployment/etl")), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("its image cannot be pulled")), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("no node for it")), qPrintable(all));
        // Nothing new: nothing is told. All gone: nothing stays but the sites of their own.
        QVERIFY(inventory.changes(kMoment).isEmpty());
        for (const KubeKind kind : kKubeKinds) {
            inventory.beginList(kind);
            inventory.endList(kind);
        }
        fleet.apply(inventory.changes(kMoment));
        QCOMPARE(int(fleet.nodes.size() + fleet.services.size() + fleet.placements.size() + fleet.assets.size() +
                     fleet.replicas.size()),
                 0);
    }
};

QTEST_GUILESS_MAIN(TestKubernetesParser)
#include "tst_kubernetes_parser.moc"
