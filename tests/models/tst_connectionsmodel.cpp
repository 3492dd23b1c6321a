// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connectionsfilter.h"
#include "models/discoveredmodel.h"
#include "models/overviewfigures.h"
#include "tests/models/modeltext.h"
#include "tests/models/storetest.h"

#include <QAbstractItemModelTester>

using namespace graticule;
using testing::FleetScript;

class TestConnectionsModel : public testing::StoreTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin(R"(
connection mesos-gru type=mesos state=refused since=-182min seen=-182min error="Certificate expired" fault=not-allowed
connection edge-jnb type=grpc state=unreachable since=-6min seen=-6min error="No answer from gateway" fault=network retry=+22s
connection k8s-mil type=kubernetes state=stale since=-58min seen=-58min
connection docker-lab state=paused since=-91min
connection k8s-bom type=kubernetes state=slow latency=1900 seen=-3s rate=17.8 budget=20
connection docker-ams latency=9 seen=-2s rate=0 budget=10 expiry=+9d version="Docker 20.10.24"
connection odd type=example-thing seen=-1s warning="its clock is 1 h ahead" origin=lab
site gru1 via=mesos-gru
site gru2 via=mesos-gru
)");
    }

    void eachIsSaidInOneSentence()
    {
        const ConnectionsModel model(*m_store);
        QStringList lines = testing::rows(model, {Qt::DisplayRole, ConnectionsModel::TypeRole,
                                                  ConnectionsModel::StateRole, ConnectionsModel::AgeRole,
                                                  ConnectionsModel::SentenceRole, ConnectionsModel::SitesRole,
                                                  ConnectionsModel::LoadRole, ConnectionsModel::BudgetRole});
        lines.sort();
        QCOMPARE(
            lines,
            (QStringList{
                QStringLiteral(
                    "docker-ams | Docker | Live | 2 s | Answers in 9 ms · Docker 20.10.24 | 0 sites | none | of 10"),
                QStringLiteral("docker-lab | Docker | Paused | 1 h 31 | Paused: nothing is asked, the last known "
                               "stays | 0 sites | not measured | "),
                QStringLiteral("edge-jnb | gRPC | Unreachable | 6 min | No answer from gateway. The network is in the "
                               "way. Trying again in 22 s. | 0 sites | not measured | "),
                QStringLiteral("k8s-bom | Kubernetes | Slow | 3 s | Answers in 1.9 s | 0 sites | 17.8 req/s | of 20"),
                QStringLiteral(
                    "k8s-mil | Kubernetes | Stale | 58 min | Nothing heard since 08:16:32 UTC. | 0 sites | not "
                    "measured | "),
                QStringLiteral("mesos-gru | Apache Mesos | Refused | 3 h 02 | Certificate expired. The endpoint does "
                               "not allow it. | 2 sites | not measured | "),
                QStringLiteral("odd | example-thing | Live | 1 s | Its clock is 1 h ahead | 0 sites | not measured | "),
            }));
        QCOMPARE(model.fresh(), 2);
        QCOMPARE(model.count(ConnectionState::Refused), 1);
        QCOMPARE(model.requestsPerSecond(), 17.8);
    }

    void whatEndsSoonIsSaid()
    {
        const ConnectionsModel model(*m_store);
        const auto certificate = [&](const char *name) {
            const int row = model.rowOf(FleetScript::connectionId(QString::fromLatin1(name)));
            return testing::plain(model.index(row).data(ConnectionsModel::CertificateRole).toString());
        };
        QCOMPARE(certificate("docker-ams"), QStringLiteral("Certificate ends in 9 d"));
        QCOMPARE(certificate("k8s-bom"), QString());
        m_store->take(
            m_script.apply(QStringLiteral("connection docker-ams expiry=-3d\nconnection k8s-bom expiry=+90d")));
        m_clock->advance(FleetStore::kFrame);
        QCOMPARE(certificate("docker-ams"), QStringLiteral("Certificate ended 3 d ago"));
        QCOMPARE(certificate("k8s-bom"), QString());
    }

    void areOrderedAndFiltered()
    {
        ConnectionsModel model(*m_store);
        ConnectionsFilter filter(model);
        QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const auto names = [&] { return testing::rows(filter).join(QLatin1Char(' ')); };
        QCOMPARE(names(), QStringLiteral("mesos-gru edge-jnb k8s-mil k8s-bom docker-lab docker-ams odd"));
        filter.setOrder(ConnectionsFilter::Order::Name);
        QCOMPARE(names(), QStringLiteral("docker-ams docker-lab edge-jnb k8s-bom k8s-mil mesos-gru odd"));
        filter.setOrder(ConnectionsFilter::Order::Load);
        QCOMPARE(names(), QStringLiteral("k8s-bom docker-ams docker-lab edge-jnb k8s-mil mesos-gru odd"));
        filter.setOrder(ConnectionsFilter::Order::Latency);
        QCOMPARE(names(), QStringLiteral("k8s-bom docker-ams docker-lab edge-jnb k8s-mil mesos-gru odd"));
        filter.setKind(QStringLiteral("docker"));
        QCOMPARE(names(), QStringLiteral("docker-ams docker-lab"));
        QCOMPARE(testing::plain(filter.countText()), QStringLiteral("2 of 7"));
        filter.setKind({});
        filter.setOnlyTrouble(true);
        QCOMPARE(names(), QStringLiteral("k8s-bom edge-jnb k8s-mil mesos-gru"));
        filter.setOnlyTrouble(false);
        filter.setWords(QStringLiteral("kind:kube  state:SLOW"));
        QCOMPARE(names(), QStringLiteral("k8s-bom"));
        filter.setWords(QStringLiteral("certificate"));
        QCOMPARE(names(), QStringLiteral("docker-ams mesos-gru"));
        filter.setWords(QStringLiteral("no such thing"));
        QCOMPARE(names(), QString());
        filter.setWords({});
        QCOMPARE(filter.countText(), QString());
        QCOMPARE(filter.kinds().join(QLatin1Char(' ')), QStringLiteral("docker example-thing grpc kubernetes mesos"));
    }

    void newDataMovesNoRowWhileTheOrderIsHeld()
    {
        ConnectionsModel model(*m_store);
        ConnectionsFilter filter(model);
        const auto last = [&] { return testing::rows(filter).last(); };
        filter.setHeld(true);
        m_store->take(m_script.apply(QStringLiteral("connection odd type=example-thing state=refused error=no")));
        m_clock->advance(FleetStore::kFrame);
        QCOMPARE(last(), QStringLiteral("odd"));
        filter.setHeld(false);
        QCOMPARE(last(), QStringLiteral("docker-ams"));
    }

    void changesKeepRows()
    {
        ConnectionsModel model(*m_store);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const QPersistentModelIndex kept(
            model.index(model.rowOf(FleetScript::connectionId(QStringLiteral("edge-jnb")))));
        m_store->take(m_script.apply(
            QStringLiteral("connection edge-jnb type=grpc\nremove connection mesos-gru\nconnection new1")));
        m_clock->advance(FleetStore::kFrame);
        QCOMPARE(kept.data().toString(), QStringLiteral("edge-jnb"));
        QCOMPARE(kept.data(ConnectionsModel::StateRole).toString(), QStringLiteral("Live"));
        QCOMPARE(model.rowCount(), 7);
        QCOMPARE(model.count(ConnectionState::Refused), 0);
        QCOMPARE(model.fresh(), 4);
    }

    void whatAKeeperReadsStandsBehindIt()
    {
        ConnectionsModel model(*m_store);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const auto line = [&] {
            const QModelIndex row = model.index(model.rowOf(FleetScript::connectionId(QStringLiteral("region"))));
            return testing::plain(QStringList{row.data(ConnectionsModel::StateRole).toString(),
                                              row.data(ConnectionsModel::SentenceRole).toString(),
                                              row.data(ConnectionsModel::SitesRole).toString()}
                                      .join(QStringLiteral(" | ")));
        };
        // The ones behind it come first, as they may.
        m_store->take(m_script.apply(QStringLiteral("connection inner1 through=region\nconnection inner2 "
                                                    "through=region\nsite s1 via=inner1\nsite s2 via=inner2")));
        m_clock->advance(FleetStore::kFrame);
        QCOMPARE(model.rowCount(), 9);
        m_store->take(m_script.apply(QStringLiteral("connection region type=grpc latency=3 seen=-1s")));
        m_clock->advance(FleetStore::kFrame);
        QCOMPARE(model.rowCount(), 8);
        QCOMPARE(model.total(), 10);
        QCOMPARE(line(), QStringLiteral("Live | Answers in 3 ms · 2 connections behind it | 2 sites"));
        QCOMPARE(model.rowOf(FleetScript::connectionId(QStringLiteral("inner2"))), model.rowCount() - 1);

        m_store->take(m_script.apply(
            QStringLiteral("connection inner2 through=region state=refused error=\"bad token\" fault=not-allowed")));
        m_clock->advance(FleetStore::kFrame);
        QCOMPARE(line(), QStringLiteral("Live | Behind it, inner2 is refused: bad token. The endpoint does not allow "
                                        "it. | 2 sites"));
        QCOMPARE(model.count(ConnectionState::Refused), 2);

        const int live = model.count(ConnectionState::Live);
        m_store->take(m_script.apply(QStringLiteral("connection region type=grpc state=unreachable error=\"gone\"")));
        m_clock->advance(FleetStore::kFrame);
        QCOMPARE(model.count(ConnectionState::Live), live - 2); // itself, and inner1 cannot be vouched for
        m_store->take(m_script.apply(QStringLiteral("remove connection region")));
        m_clock->advance(FleetStore::kFrame);
        QCOMPARE(model.rowCount(), 9);
    }

    /// Two that name each other as their way are nobody's: both are shown, not none.
    void aRingHidesNothing()
    {
        ConnectionsModel model(*m_store);
        const int before = model.rowCount();
        m_store->take(m_script.apply(QStringLiteral("connection one through=two\nconnection two through=one")));
        m_clock->advance(FleetStore::kFrame);
        QCOMPARE(model.rowCount(), before + 2);
        QCOMPARE(ConnectionsModel(*m_store).rowCount(), before + 2);
        m_store->take(m_script.apply(QStringLiteral("remove connection two")));
        m_clock->advance(FleetStore::kFrame);
        QCOMPARE(model.rowCount(), before + 1);
    }

    void figuresSayWhatTheyMean()
    {
        m_store->take(
            m_script.apply(QStringLiteral("site fra1 region=Europe at=1,2 via=docker-ams state=down since=-1min "
                                          "cpu=30/40\nsite dub1 region=Europe at=1,2 via=docker-ams\n"
                                          "link fra1->dub1 rtt=20 limit=10\nlink dub1->fra1")));
        m_clock->advance(FleetStore::kFrame);
        const RegionsModel regions(*m_store);
        const ConnectionsModel connections(*m_store);
        const AttentionModel attention(*m_store);
        const OverviewFigures figures(*m_store, regions, connections, attention);
        QStringList lines;
        for (const Figure &figure : figures.figures())
            lines << testing::plain(
                QStringList{figure.label, figure.value, figure.unit, figure.meaning}.join(QStringLiteral(" | ")));
        QCOMPARE(
            lines,
            (QStringList{
                 QStringLiteral("Needs a person now | 5 | 3 sites concerned | Worst: fra1 is down"),
                 QStringLiteral("Sites serving | 75 % | 3 of 4 | The state of each is known"),
                 QStringLiteral("Between sites, p95 | 20 ms | median 20 ms | 1 link over its limit · 1 not measured"),
                 QStringLiteral("Capacity used | 75 % | of CPU · 75 % unknown | Tightest: Europe, CPU 75 %"),
                 QStringLiteral("Connections fresh | 2 | of 7 | 1 refused · 1 unreachable · 1 stale"),
                 QStringLiteral("Oldest evidence shown | 3 h 02 | 2 of 4 sites under 30 s"),
             })
                .replaceInStrings(QStringLiteral("3 h 02 | 2"), QStringLiteral("3 h 02 |  | 2")));
    }

    void everyKindHasAProperName()
    {
        for (const char *type : {"docker", "grpc", "host", "kubernetes", "lab", "peer", "prometheus"}) {
            const QString title = StateText::connectorTitle(QLatin1String(type));
            QVERIFY2(title != title.toLower(), qPrintable(title));
        }
        QCOMPARE(StateText::connectorTitle(QStringLiteral("peer")), QStringLiteral("Other keeper"));
    }

    void withoutDataNoFigureClaimsAnything()
    {
        FleetStore empty(*m_clock);
        const RegionsModel regions(empty);
        const ConnectionsModel connections(empty);
        const AttentionModel attention(empty);
        const OverviewFigures figures(empty, regions, connections, attention);
        for (const Figure &figure : figures.figures())
            QCOMPARE(figure.value, QStringLiteral("–"));
    }

    void whatCanBeConnectedComesFirst()
    {
        DiscoveredModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setEndpoints(
            {{QStringLiteral("kubernetes"), QStringLiteral("context:prod"), QStringLiteral("prod"),
              QStringLiteral("coming: Kubernetes is not yet spoken"), false, false},
             {QStringLiteral("docker"), QStringLiteral("unix:///a"), QStringLiteral("a"), {}, true, true},
             {QStringLiteral("docker"), QStringLiteral("unix:///b"), QStringLiteral("b"), {}, true, false}});
        QCOMPARE(testing::rows(model, {Qt::AccessibleTextRole}),
                 (QStringList{QStringLiteral("Docker, b, unix:///b"), QStringLiteral("Docker, a, connected"),
                              QStringLiteral("Kubernetes, prod, coming: Kubernetes is not yet spoken")}));
        QCOMPARE(model.connectable(), 1);
    }
};

QTEST_GUILESS_MAIN(TestConnectionsModel)
#include "tst_connectionsmodel.moc"
