// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/prometheus/prometheusconnector.h"
#include "tests/connectors/connectorrig.h"
#include "tests/connectors/faultyserver.h"
#include "tests/connectors/fixture.h"
#include "tests/testing/test.h"

#include <QFile>
#include <QMap>
#include <QTemporaryDir>

using graticule::testing::Answer;
using graticule::testing::ConnectorRig;
using graticule::testing::FaultyServer;
using graticule::testing::fixture;
using namespace graticule;

namespace {

/// A server that answers as a real one did, or as it is told.
class FakePrometheus
{
public:
    FakePrometheus()
    {
        answers = {{"buildinfo", Answer::json(fixture("prometheus/buildinfo.json"))},
                   {"up|probe_success", Answer::json(fixture("prometheus/targets.json"))},
                   {"probe_duration_seconds", Answer::json(fixture("prometheus/probes.json"))},
                   {"irate(", Answer::json(fixture("prometheus/nodes.json"))},
                   {"last_over_time", Answer::json(empty())}};
        m_server.setScript([this](const QByteArray &, const QByteArray &path) {
            const QByteArray asked = QByteArray::fromPercentEncoding(path);
            for (auto it = answers.cbegin(); it != answers.cend(); ++it) {
                if (asked.contains(it.key()))
                    return it.value();
            }
            return Answer::of(404, "404 page not found\n");
        });
        m_server.listenTcp();
    }

    static QByteArray empty() { return R"({"status":"success","data":{"resultType":"vector","result":[]}})"; }
    ConnectionConfig config() const
    {
        ConnectionConfig config;
        config.name = config.type = QStringLiteral("prometheus");
        config.address = QStringLiteral("http://127.0.0.1:%1").arg(m_server.port());
        config.labels.insert(QStringLiteral("graticule.dev/site"), QStringLiteral("ams"));
        config.options.insert(QStringLiteral("queries-per-minute"), QStringLiteral("240"));
        config.origin = Origin::Real;
        return config;
    }
    QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server.port()); }
    qsizetype asked(const char *part) const
    {
        return std::count_if(m_server.asked().begin(), m_server.asked().end(), [&](const QString &path) {
            return QByteArray::fromPercentEncoding(path.toUtf8()).contains(part);
        });
    }
    FaultyServer &server() { return m_server; }

    QMap<QByteArray, Answer> answers; ///< by what the question contains

private:
    FaultyServer m_server;
};

QString begin(ConnectorRig &rig)
{
    const qsizetype before = rig.failures.size();
    rig.start();
    if (!QTest::qWaitFor([&] { return rig.listings > 0 || rig.failures.size() > before; }, 10'000))
        return QStringLiteral("nothing in time");
    return rig.failures.size() > before ? rig.lastFailure() : QString();
}

QStringList links(const ConnectorRig &rig)
{
    QStringList lines;
    rig.tables.links.forEach([&](const Link &link) {
        lines.append(QStringLiteral("%1 > %2 %3 ms, loss %4, %5")
                         .arg(link.from.toString(), link.to.toString())
                         .arg(link.rttMs, 0, 'f', 3)
                         .arg(link.loss, 0, 'f', 2)
                         .arg(link.condition == Condition::Up     ? QStringLiteral("up")
                              : link.condition == Condition::Down ? QStringLiteral("down")
                                                                  : QStringLiteral("unknown")));
    });
    lines.sort();
    return lines;
}

QStringList samples(const ConnectorRig &rig, const char *metric)
{
    QStringList lines;
    for (const Sample &sample : rig.samples) {
        if (sample.metric == QLatin1String(metric))
            lines.append(QStringLiteral("%1 %2 %3")
                             .arg(sample.entity.toString().section(QLatin1Char('/'), 1), toIso(sample.at).mid(11, 12))
                             .arg(sample.value, 0, 'g', 12));
    }
    return lines;
}

QString failure(const char *question, const Answer &answer)
{
    FakePrometheus server;
    server.answers[question] = answer;
    ConnectorRig rig(prometheusConnectorType(), server.config());
    return begin(rig).replace(server.address(), QStringLiteral("SERVER"));
}

} // namespace

/// Sessions with a server that does what it is told, good and bad.
class TestPrometheusSession : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void targetsAreNodesServicesAndLinks()
    {
        FakePrometheus server;
        ConnectorRig rig(prometheusConnectorType(), server.config());
        QCOMPARE(begin(rig), QString());
        QCOMPARE(rig.beats.value(0).version, QStringLiteral("Prometheus 2.42.0+ds"));
        QTRY_VERIFY(!samples(rig, "load1").isEmpty());
        QTRY_COMPARE(rig.lines(),
                     (QStringList{
                         QStringLiteral("node C/node/dub/node/127.0.0.1:9102 \"vm\" at site:dub up "
                                        "[Linux 6.18.44-fc-v669 x86_64]"),
                         QStringLiteral("node C/node/fra/node/127.0.0.1:9101 \"vm\" at site:fra up "
                                        "[Linux 6.18.44-fc-v669 x86_64]"),
                         QStringLiteral("placement C/placement/prometheus@site:ams of C/service/prometheus at site:ams "
                                        "1/1 healthy"),
                         QStringLiteral("service C/service/prometheus \"prometheus\""),
                         QStringLiteral("site site:ams \"ams\" up"),
                         QStringLiteral("site site:dub \"dub\" up"),
                         QStringLiteral("site site:fra \"fra\" up"),
                     }));
        const Node *node =
            rig.tables.nodes.find(EntityId::of(rig.id(), "node", QStringLiteral("fra/node/127.0.0.1:9101")));
        QVERIFY(node);
        QCOMPARE(node->cpu, (Usage{1.9799999999995634, 2}));
        QCOMPARE(node->memory, (Usage{25276502016.0 - 22773153792.0, 25276502016.0}));
        QCOMPARE(node->storage, (Usage{270553174016.0 - 233194151936.0, 270553174016.0}));
        QCOMPARE(node->load1, 9.36);
        QCOMPARE(toIso(node->bootedAt), QStringLiteral("2026-11-22T02:30:27.000Z"));
    }

    /// The last two tries at dub were not answered, but some of the last half minute were.
    void probesAreSampledOneByOne()
    {
        FakePrometheus server;
        ConnectorRig rig(prometheusConnectorType(), server.config());
        QCOMPARE(begin(rig), QString());
        QCOMPARE(links(rig), (QStringList{QStringLiteral("site:ams > site:dub 0.815 ms, loss 0.67, up"),
                                          QStringLiteral("site:ams > site:fra 0.179 ms, loss 0.00, up")}));
        QCOMPARE(samples(rig, "rtt.ms").filter(QStringLiteral("dub")),
                 (QStringList{QStringLiteral("link/site:ams>site:dub 17:57:36.572 0.154119"),
                              QStringLiteral("link/site:ams>site:dub 17:57:37.572 0.815021")}));
        QCOMPARE(samples(rig, "loss").filter(QStringLiteral("dub")).size(), 6);
        QCOMPARE(samples(rig, "probe.ms").filter(QStringLiteral("fra")).value(0),
                 QStringLiteral("link/site:ams>site:fra 17:57:36.514 1.289186"));
        // The same answer again has nothing new in it.
        QTRY_VERIFY(server.asked("probe_duration_seconds") >= 2);
        QTRY_VERIFY(server.asked("irate(") >= 1);
        QCOMPARE(samples(rig, "loss").size(), 12);
    }

    void whatNothingAnswersIsDown()
    {
        FakePrometheus server;
        QByteArray probes = fixture("prometheus/probes.json");
        probes.replace("[1795370256.572,\"1\"],[1795370257.572,\"1\"]",
                       "[1795370256.572,\"0\"],[1795370257.572,\"0\"]");
        server.answers["probe_duration_seconds"] = Answer::json(probes);
        ConnectorRig rig(prometheusConnectorType(), server.config());
        QCOMPARE(begin(rig), QString());
        QCOMPARE(links(rig).value(0), QStringLiteral("site:ams > site:dub -1.000 ms, loss 1.00, down"));
    }

    /// Without an exporter nobody probes: that is not the site's fault, nor the way's.
    void aDeadExporterIsNoDeadSite()
    {
        FakePrometheus server;
        ConnectorRig rig(prometheusConnectorType(), server.config());
        QCOMPARE(begin(rig), QString());
        QByteArray targets = fixture("prometheus/targets.json");
        for (const char *site : {"DE", "IE"}) {
            const qsizetype success = targets.indexOf("{\"metric\":{\"__name__\":\"probe_success\"");
            targets.remove(success, targets.indexOf("]},", success) + 3 - success);
            const qsizetype up = targets.indexOf("\"country\":\"" + QByteArray(site) + "\",\"instance\":\"http:");
            targets[targets.indexOf("\"1\"", up) + 1] = '0';
        }
        server.answers["up|probe_success"] = Answer::json(targets);
        QTRY_COMPARE(links(rig), QStringList());
        QVERIFY(rig.lines().contains(QStringLiteral("site site:fra \"fra\" up")));
        rig.connector().probe();
        QTRY_VERIFY(!rig.beats.isEmpty() && rig.beats.last().warnings.contains(QStringLiteral(
                                                "2 probes are not made: their exporter cannot be scraped")));
    }

    void whatCannotBeScrapedIsDownWithTheReason()
    {
        FakePrometheus server;
        ConnectorRig rig(prometheusConnectorType(), server.config());
        QCOMPARE(begin(rig), QString());
        QByteArray targets = fixture("prometheus/targets.json");
        targets[targets.indexOf("\"1\"", targets.indexOf("\"instance\":\"127.0.0.1:9102\"")) + 1] = '0';
        targets[targets.indexOf("\"1\"", targets.indexOf("\"instance\":\"127.0.0.1:9090\"")) + 1] = '0';
        server.answers["up|probe_success"] = Answer::json(targets);
        QTRY_VERIFY(rig.lines().contains(
            QStringLiteral("node C/node/dub/node/127.0.0.1:9102 \"vm\" at site:dub down \"its metrics cannot be "
                           "scraped\" [Linux 6.18.44-fc-v669 x86_64]")));
        QCOMPARE(rig.placement(QStringLiteral("prometheus@site:ams")),
                 QStringLiteral("0/1 unhealthy \"cannot be scraped: 127.0.0.1:9090\""));
        const Site *dub = rig.tables.sites.find(EntityId("site:dub"));
        QCOMPARE(dub->conditionText, QStringLiteral("its only target cannot be scraped"));
    }

    void whatIsGoneIsRememberedAsSilent()
    {
        FakePrometheus server;
        ConnectorRig rig(prometheusConnectorType(), server.config());
        QCOMPARE(begin(rig), QString());
        QTRY_VERIFY(!samples(rig, "load1").isEmpty());
        server.answers["up|probe_success"] = Answer::json(FakePrometheus::empty());
        QTRY_VERIFY(rig.lines()
                        .join(QLatin1Char('\n'))
                        .contains(QStringLiteral(
                            "node C/node/fra/node/127.0.0.1:9101 \"vm\" at site:fra unknown \"there are no metrics of "
                            "it any more\"")));
        QVERIFY(rig.lines().contains(QStringLiteral("site site:fra \"fra\" unknown")));
    }

    /// A part that is missing is not gone.
    void aPartialAnswerTakesNothingAway()
    {
        FakePrometheus server;
        ConnectorRig rig(prometheusConnectorType(), server.config());
        QCOMPARE(begin(rig), QString());
        server.answers["up|probe_success"] =
            Answer::json(R"({"status":"success","warnings":["no store"],"data":{"resultType":"vector","result":[]}})");
        const qsizetype before = server.asked("up|probe_success");
        QTRY_VERIFY(server.asked("up|probe_success") >= before + 2);
        QVERIFY(rig.lines().contains(QStringLiteral("site site:fra \"fra\" up")));
        rig.connector().probe();
        QTRY_VERIFY(!rig.beats.isEmpty() &&
                    rig.beats.last().warnings.contains(QStringLiteral("answers in part only: no store")));
    }

    void whatFailsBesideTheTargetsIsARemark()
    {
        FakePrometheus server;
        server.answers["irate("] = Answer::of(422, fixture("prometheus/error-timeout.json"));
        server.answers["last_over_time"] = Answer::of(422, fixture("prometheus/error-parse.json"));
        ConnectorRig rig(prometheusConnectorType(), server.config());
        QCOMPARE(begin(rig), QString());
        const auto remarks = [&] {
            rig.connector().probe();
            return rig.beats.isEmpty() ? QString() : rig.beats.last().warnings.join(QLatin1Char('\n'));
        };
        QTRY_VERIFY(remarks().contains(QLatin1String("cannot read the capacity of nodes: ")));
        QVERIFY(remarks().contains(QLatin1String("cannot tell what was probed before: ")));
        QCOMPARE(rig.failures.size(), 0);
    }

    void othersThanPrometheusAreKnown()
    {
        FakePrometheus server;
        server.answers["buildinfo"] =
            Answer::of(200, fixture("prometheus/victoriametrics-buildinfo.json"), "X-Server-Hostname: vm\r\n");
        ConnectorRig rig(prometheusConnectorType(), server.config());
        QCOMPARE(begin(rig), QString());
        QCOMPARE(rig.beats.value(0).version, QStringLiteral("VictoriaMetrics"));
    }

    void aServerThatTellsNoBuildIsAskedForTheTime()
    {
        FakePrometheus server;
        server.answers.remove("buildinfo");
        server.answers["query=time()"] =
            Answer::json(R"({"status":"success","data":{"resultType":"scalar","result":[1,"1"]}})");
        ConnectorRig rig(prometheusConnectorType(), server.config());
        QCOMPARE(begin(rig), QString());
        QCOMPARE(rig.beats.value(0).version, QStringLiteral("Prometheus"));
        rig.connector().probe();
        QTRY_VERIFY(rig.beats.size() >= 2);
        QCOMPARE(server.asked("buildinfo"), 1);
    }

    void credentialsAndTenantGoWithEachQuestion()
    {
        FakePrometheus server;
        QTemporaryDir directory;
        QFile secret(directory.filePath(QStringLiteral("secret")));
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.write("pass word\n");
        secret.close();
        secret.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        ConnectionConfig config = server.config();
        config.token = QStringLiteral("file:") + secret.fileName();
        config.options.insert(QStringLiteral("tenant"), QStringLiteral("team-a"));
        config.options.insert(QStringLiteral("user"), QStringLiteral("me"));
        ConnectorRig rig(prometheusConnectorType(), config);
        QCOMPARE(begin(rig), QString());
        QVERIFY(server.server().lastHead().contains("\r\nX-Scope-OrgID: team-a"));
        QVERIFY(
            server.server().lastHead().contains("\r\nAuthorization: Basic " + QByteArray("me:pass word").toBase64()));

        secret.open(QIODevice::WriteOnly);
        secret.write("t0ken\n");
        secret.close();
        config.options.remove(QStringLiteral("user"));
        ConnectorRig bearer(prometheusConnectorType(), config);
        QCOMPARE(begin(bearer), QString());
        QVERIFY(server.server().lastHead().contains("\r\nAuthorization: Bearer t0ken"));
    }

    void failuresSayWhatToDo()
    {
        const QString login = failure("buildinfo", Answer::of(200, "<html>log in</html>"));
        QCOMPARE(login, QStringLiteral(
                            "unsupported, endpoint: SERVER answers in HTTP, but not as the API of Prometheus does."));
        QCOMPARE(failure("up|probe_success", Answer::of(403, "no")),
                 QStringLiteral("refused, not allowed: SERVER answers 403 when asked to list its targets: no"));
        QCOMPARE(failure("up|probe_success", Answer::json(R"({"status":"success","data":7})")),
                 QStringLiteral("malformed, endpoint: Its answer cannot be read: it has no data."));
        Answer flood = Answer::raw("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n{");
        flood.garbage = 1 << 20;
        QCOMPARE(failure("up|probe_success", flood),
                 QStringLiteral("too large, endpoint: The answer of SERVER passes our limit: body of 32 MB."));
        FakePrometheus wrongPath;
        ConnectionConfig config = wrongPath.config();
        wrongPath.answers.clear();
        config.address += QStringLiteral("/metrics");
        ConnectorRig rig(prometheusConnectorType(), config);
        QVERIFY2(begin(rig).contains(QLatin1String("/metrics/api/v1 is not found there. Add the path")),
                 qPrintable(rig.lastFailure()));
    }

    /// A batch for all targets, whatever their number, and no more of them than the budget has.
    void asksAFewQuestionsForAll()
    {
        FakePrometheus server;
        QByteArray many;
        for (int i = 0; i < 3000; ++i) { // no raw strings: moc 6.4 loses its way in these
            many += (i ? "," : "");
            many += "{\"metric\":{\"__name__\":\"up\",\"job\":\"api\",\"site\":\"s" + QByteArray::number(i) +
                    "\",\"instance\":\"h:1\"},\"value\":[1795370261.933,\"1\"]}";
        }
        server.answers["up|probe_success"] =
            Answer::json("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[" + many + "]}}");
        ConnectionConfig config = server.config();
        config.options.insert(QStringLiteral("queries-per-minute"), QStringLiteral("2"));
        ConnectorRig rig(prometheusConnectorType(), config);
        QCOMPARE(begin(rig), QString());
        QCOMPARE(rig.tables.sites.size(), 3000);
        QCOMPARE(rig.tables.placements.size(), 3000);
        QTRY_COMPARE(server.asked("irate("), 1);
        QCOMPARE(server.asked("/query?"), 3); // targets, kinds, nodes: nobody was ever probed
    }
};

QTEST_GUILESS_MAIN(TestPrometheusSession)
#include "tst_prometheus_session.moc"
