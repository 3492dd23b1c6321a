// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerconnector.h"
#include "tests/connectors/connectorrig.h"
#include "tests/testing/dockerengines.h"
#include "tests/testing/test.h"

#include <QProcess>
#include <QTemporaryDir>

using graticule::testing::ConnectorRig;
using graticule::testing::DockerEngines;
using namespace graticule;

namespace {
constexpr int kShown = 5000;    // a change shows within five seconds
constexpr int kFrozen = 12'000; // a ping that is never answered is given up after ten
constexpr int kSsh = 20'000;    // each connection logs in

/// A real ssh server with docker's own client, as tests/peers/ssh starts it; ends with this.
class SshServer
{
public:
    SshServer()
    {
        QProcess script;
        script.start(peer(), {QStringLiteral("up"), m_directory.path(),
                              qEnvironmentVariable("DOCKER", QStringLiteral("/usr/bin/docker"))});
        script.waitForFinished(60'000);
        m_said = QString::fromUtf8(script.readAllStandardOutput()).trimmed().section(QLatin1Char('\n'), -1);
        m_port = script.exitCode() == 0 ? m_said.toInt() : 0;
    }
    ~SshServer() { QProcess::execute(peer(), {QStringLiteral("down"), m_directory.path()}); }
    Q_DISABLE_COPY_MOVE(SshServer)

    int port() const { return m_port; } ///< 0: whyNot()
    const QString &whyNot() const { return m_said; }
    QString config() const { return m_directory.filePath(QStringLiteral("config")); }

private:
    static QString peer() { return qEnvironmentVariable("GRATICULE_SOURCE") + QStringLiteral("/tests/peers/ssh"); }

    QTemporaryDir m_directory;
    QString m_said;
    int m_port = 0;
};
} // namespace

/// The connector against Debian's Docker Engine: what is listed, and each bad day.
class TestDockerEngine : public graticule::testing::Test
{
    Q_OBJECT

private:
    DockerEngines m_engines;

    ConnectionConfig at(const QString &address) const
    {
        ConnectionConfig config;
        config.name = config.type = QStringLiteral("docker");
        config.address = address;
        config.origin = Origin::Real;
        return config;
    }
    ConnectionConfig overSocket() const
    {
        return at(QStringLiteral("unix://") + m_engines.engine(QStringLiteral("dub")).socket);
    }
    ConnectionConfig overTls(const QString &client = {}) const
    {
        ConnectionConfig config = at(m_engines.engine(QStringLiteral("dub")).address);
        config.caFile = m_engines.certificate(QStringLiteral("ca.pem"));
        config.certificateFile = m_engines.certificate(client + QStringLiteral("cert.pem"));
        config.keyFile = m_engines.certificate(client + QStringLiteral("key.pem"));
        return config;
    }
    /// "" or how it failed.
    static QString begin(ConnectorRig &rig, int within = kShown)
    {
        const qsizetype before = rig.failures.size();
        rig.start();
        if (!QTest::qWaitFor([&] { return rig.listings > 0 || rig.failures.size() > before; }, within))
            return QStringLiteral("nothing in time");
        return rig.failures.size() > before ? rig.lastFailure() : QString();
    }
    /// As a supervisor would, without its patience.
    static bool comesBack(ConnectorRig &rig)
    {
        for (int attempt = 0; attempt < 20; ++attempt) {
            if (begin(rig).isEmpty())
                return true;
            QTest::qWait(200);
        }
        return false;
    }

private Q_SLOTS:
    void init()
    {
        Test::init();
        if (!m_engines.running())
            QSKIP(qPrintable(m_engines.whyNot()));
        // It has no restart policy, so it does not outlive an engine that is stopped in good order.
        m_engines.client(QStringLiteral("dub"), {QStringLiteral("start"), QStringLiteral("api-dub")});
    }
    void cleanup() { m_engines.mendAll(); }

    void logsAreReadAsTheyWereWritten()
    {
        const QStringList words{QStringLiteral("run"),
                                QStringLiteral("-d"),
                                QStringLiteral("--name"),
                                QStringLiteral("chatty"),
                                QStringLiteral("graticule/busybox:1"),
                                QStringLiteral("sh"),
                                QStringLiteral("-c"),
                                QStringLiteral("echo one; echo two >&2; printf three; exec sleep 60")};
        m_engines.client(QStringLiteral("dub"), {QStringLiteral("rm"), QStringLiteral("-f"), QStringLiteral("chatty")});
        m_engines.client(QStringLiteral("dub"), words);
        ConnectorRig rig(dockerConnectorType(), overSocket());
        QList<FleetEvent> events;
        connect(&rig.connector(), &Connector::happened, this, [&](const QList<FleetEvent> &more) { events += more; });
        QCOMPARE(begin(rig), QString());
        EntityId node;
        rig.tables.nodes.forEach([&](const Node &one) { node = one.id; });
        LogOrder order;
        order.follow = true;
        rig.connector().logSources(node, [&](const Result<QList<LogSource>> &sources) {
            for (const LogSource &source : sources ? *sources : QList<LogSource>()) {
                if (source.name == QLatin1String("chatty"))
                    order.sources = {source};
            }
        });
        QCOMPARE(order.sources.size(), 1);
        QStringList told;
        const auto take = [&](const LogPart &part) {
            for (const LogLine &line : part.lines) {
                QVERIFY(line.at != kNever);
                told << QString::number(int(line.channel)) + QLatin1Char(' ') + line.text;
            }
            for (const LogEnd &end : part.ends)
                told << QStringLiteral("end ") + end.error.text;
            told.sort(); // two channels have no order
        };
        auto reader = rig.connector().followLogs(order);
        QVERIFY(bool(reader));
        connect(reader.value().get(), &LogReader::read, this, take);
        reader.value()->start();
        QTRY_VERIFY_WITH_TIMEOUT(told.size() >= 2, kShown);
        QCOMPARE(told.mid(0, 1), QStringList(QStringLiteral("1 one")));
        QVERIFY(told.contains(QStringLiteral("2 two")));
        m_engines.client(QStringLiteral("dub"), {QStringLiteral("kill"), QStringLiteral("chatty")});
        QTRY_VERIFY_WITH_TIMEOUT(told.contains(QStringLiteral("end ")), kShown);
        // The engine may end a stream before the last words, which had no end of a line: its own client misses them,
        // too.
        told.clear();
        order.follow = false;
        auto again = rig.connector().followLogs(order);
        QVERIFY(bool(again));
        connect(again.value().get(), &LogReader::read, this, take);
        again.value()->start();
        QTRY_VERIFY_WITH_TIMEOUT(told.contains(QStringLiteral("1 three")), kShown);
        QTRY_VERIFY_WITH_TIMEOUT(std::any_of(events.cbegin(), events.cend(),
                                             [](const FleetEvent &event) {
                                                 return event.reason == QLatin1String("die") &&
                                                        event.object == QLatin1String("container chatty") &&
                                                        event.kind == EventKind::Warning && !event.entity.isEmpty();
                                             }),
                                 kShown);
        m_engines.client(QStringLiteral("dub"), {QStringLiteral("rm"), QStringLiteral("-f"), QStringLiteral("chatty")});
    }

    void listsWhatItHas_data()
    {
        QTest::addColumn<ConnectionConfig>("config");
        if (!m_engines.running())
            QSKIP(qPrintable(m_engines.whyNot()));
        QTest::newRow("unix socket") << overSocket();
        QTest::newRow("mutual TLS") << overTls();
        QTest::newRow("docker context") << at(QStringLiteral("context:dub"));
    }
    void listsWhatItHas()
    {
        QFETCH(ConnectionConfig, config);
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("DOCKER_CONFIG"), m_engines.configDirectory());
        ConnectorRig rig(dockerConnectorType(environment), config);
        QCOMPARE(begin(rig), QString());
        QStringList lines;
        const QStringList all = rig.lines();
        for (const QString &line : all) {
            if (!line.startsWith(QLatin1String("node ")) && !line.contains(QLatin1String("/crash ")))
                lines.append(line);
        }
        QCOMPARE(lines,
                 (QStringList{
                     QStringLiteral("asset C/asset/scratch-dub \"scratch-dub\""),
                     QStringLiteral("asset asset:catalogue \"catalogue\" public"),
                     QStringLiteral("asset asset:ledger \"ledger\" personal payments"),
                     QStringLiteral(
                         "placement C/declared/batch of service:batch at site:dub 0/0 stopped \"ended with success\""),
                     QStringLiteral("placement C/declared/ledger of service:ledger at site:dub 1/1 healthy primary"),
                     QStringLiteral("placement C/declared/web of service:web at site:dub 1/1 healthy"),
                     QStringLiteral("placement C/placement/shop/api of C/service/shop/api at site:dub 1/1 healthy"),
                     QStringLiteral("replica C/replica/catalogue-dub of asset:catalogue at site:dub"),
                     QStringLiteral("replica C/replica/ledger-dub of asset:ledger at site:dub primary"),
                     QStringLiteral("replica C/replica/scratch-dub of C/asset/scratch-dub at site:dub"),
                     QStringLiteral("service C/service/shop/api \"shop/api\""),
                     QStringLiteral("service service:batch \"batch\""),
                     QStringLiteral("service service:crash \"crash\""),
                     QStringLiteral("service service:ledger \"ledger\""),
                     QStringLiteral("service service:web \"web\" tier 1"),
                     QStringLiteral("site site:dub \"dub\" up"),
                 }));
        QVERIFY(rig.placement(QStringLiteral("crash")).startsWith(QLatin1String("0/1 restarting")));
        QVERIFY(rig.beats.value(0).version.startsWith(QLatin1String("Docker ")));
        QCOMPARE(rig.beats.value(0).certificateExpiry > kNever, config.address != overSocket().address);
    }

    void measuresUsage()
    {
        ConnectorRig rig(dockerConnectorType(), overSocket());
        QCOMPARE(begin(rig), QString());
        const auto total = [&] {
            double sum = 0;
            rig.tables.nodes.forEach([&](const Node &node) { sum += node.cpu.total; });
            return sum;
        };
        QTRY_VERIFY_WITH_TIMEOUT(total() > 0, 15'000);
        QVERIFY(!rig.samples.isEmpty());
        for (const Sample &sample : std::as_const(rig.samples))
            QVERIFY2(sample.value >= 0 && sample.value < 1e12, qPrintable(sample.metric));
    }

    void containerTurnsUnhealthyAndBack()
    {
        ConnectorRig rig(dockerConnectorType(), overTls());
        QCOMPARE(begin(rig), QString());
        const QString web = QStringLiteral("web");
        QVERIFY(m_engines.fault(QStringLiteral("dub"), QStringLiteral("unhealthy")));
        QTRY_VERIFY_WITH_TIMEOUT(rig.placement(web).startsWith(QLatin1String("0/1 unhealthy")), kShown);
        QVERIFY(m_engines.fault(QStringLiteral("dub"), QStringLiteral("healthy")));
        QTRY_COMPARE_WITH_TIMEOUT(rig.placement(web), QStringLiteral("1/1 healthy"), kShown);
        QCOMPARE(rig.listings, 1);
    }

    void followsContainersAndVolumes()
    {
        ConnectorRig rig(dockerConnectorType(), overSocket());
        QCOMPARE(begin(rig), QString());
        const auto docker = [&](const char *arguments) {
            m_engines.client(QStringLiteral("dub"), QString::fromLatin1(arguments).split(QLatin1Char(' ')));
        };
        const auto guest = [&] { return rig.placement(QStringLiteral("guest")); };
        docker("run -d --name guest --network none --stop-signal KILL graticule/busybox:1 sleep 1000");
        QTRY_COMPARE_WITH_TIMEOUT(guest(), QStringLiteral("1/1 healthy"), kShown);
        docker("pause guest");
        QTRY_COMPARE_WITH_TIMEOUT(guest(), QStringLiteral("0/1 paused \"paused\""), kShown);
        docker("unpause guest");
        QTRY_COMPARE_WITH_TIMEOUT(guest(), QStringLiteral("1/1 healthy"), kShown);
        docker("stop guest");
        QTRY_COMPARE_WITH_TIMEOUT(guest(), QStringLiteral("0/0 stopped \"stopped (exited with code 137)\""), kShown);
        docker("rename guest visitor");
        QTRY_COMPARE_WITH_TIMEOUT(guest(), QString(), kShown);
        QTRY_VERIFY_WITH_TIMEOUT(!rig.placement(QStringLiteral("visitor")).isEmpty(), kShown);
        docker("rm -f visitor");
        QTRY_COMPARE_WITH_TIMEOUT(rig.placement(QStringLiteral("visitor")), QString(), kShown);
        docker("volume create --label graticule.dev/classification=public extra");
        const QString extra = QStringLiteral("asset C/asset/extra \"extra\" public");
        QTRY_VERIFY_WITH_TIMEOUT(rig.lines().contains(extra), kShown);
        docker("volume rm extra");
        QTRY_VERIFY_WITH_TIMEOUT(!rig.lines().contains(extra), kShown);
        QCOMPARE(rig.listings, 1);
    }

    void killedAndRestarted()
    {
        ConnectorRig rig(dockerConnectorType(), overTls());
        QCOMPARE(begin(rig), QString());
        QVERIFY(m_engines.fault(QStringLiteral("dub"), QStringLiteral("kill")));
        QTRY_COMPARE_WITH_TIMEOUT(rig.failures.size(), 1, kShown);
        QCOMPARE(rig.failures[0].kind, ErrorKind::Disconnected);
        QVERIFY(begin(rig).endsWith(QLatin1String("Start the service, or mend the port.")));
        QVERIFY(m_engines.fault(QStringLiteral("dub"), QStringLiteral("restart")));
        QVERIFY(comesBack(rig));
        QTRY_COMPARE_WITH_TIMEOUT(rig.placement(QStringLiteral("web")), QStringLiteral("1/1 healthy"), 10'000);
    }

    void frozenIsToldByTheProbeOnly()
    {
        ConnectorRig rig(dockerConnectorType(), overTls());
        QCOMPARE(begin(rig), QString());
        QVERIFY(m_engines.fault(QStringLiteral("dub"), QStringLiteral("freeze")));
        QCoreApplication::processEvents();
        QCOMPARE(rig.failures.size(), 0); // a silent stream of events says nothing
        rig.connector().probe();
        QTRY_COMPARE_WITH_TIMEOUT(rig.failures.size(), 1, kFrozen);
        QVERIFY2(rig.lastFailure().startsWith(QLatin1String("timed out, endpoint: ")), qPrintable(rig.lastFailure()));
        QVERIFY(m_engines.fault(QStringLiteral("dub"), QStringLiteral("thaw")));
        QCOMPARE(begin(rig), QString());
    }

    /// The user's ssh, a real server of it, and docker's own client behind that.
    void followsOverSsh()
    {
        const SshServer server;
        if (server.port() == 0)
            QSKIP(qPrintable(server.whyNot()));
        ConnectionConfig config = at(QStringLiteral("ssh://127.0.0.1:%1%2")
                                         .arg(server.port())
                                         .arg(m_engines.engine(QStringLiteral("dub")).socket));
        config.options.insert(QStringLiteral("ssh-config"), server.config());
        ConnectorRig rig(dockerConnectorType(), config);
        QCOMPARE(begin(rig, kSsh), QString());
        QTRY_COMPARE_WITH_TIMEOUT(rig.placement(QStringLiteral("web")), QStringLiteral("1/1 healthy"), kShown);
        const QString api = QStringLiteral("shop/api");
        m_engines.client(QStringLiteral("dub"), {QStringLiteral("pause"), QStringLiteral("api-dub")});
        QTRY_COMPARE_WITH_TIMEOUT(rig.placement(api), QStringLiteral("0/1 paused \"paused\""), kSsh);
        m_engines.client(QStringLiteral("dub"), {QStringLiteral("unpause"), QStringLiteral("api-dub")});
        QTRY_COMPARE_WITH_TIMEOUT(rig.placement(api), QStringLiteral("1/1 healthy"), kSsh);
        rig.connector().probe();
        QTRY_VERIFY_WITH_TIMEOUT(rig.beats.size() >= 2, kSsh);
    }

    void certificatesThatAreRefused()
    {
        ConnectorRig stranger(dockerConnectorType(), overTls(QStringLiteral("stranger-")));
        // The alert, or only the end of the connection, whichever came first: "does not", or "it seems not to".
        QVERIFY2(begin(stranger).contains(QLatin1String("accept our certificate \"stranger\" (valid until ")),
                 qPrintable(stranger.lastFailure()));

        ConnectionConfig bare = overTls();
        bare.certificateFile.clear();
        bare.keyFile.clear();
        ConnectorRig nobody(dockerConnectorType(), bare);
        QVERIFY2(begin(nobody).contains(QLatin1String("wants a client certificate and none is configured")),
                 qPrintable(nobody.lastFailure()));

        ConnectionConfig unknown = overTls();
        unknown.caFile = m_engines.certificate(QStringLiteral("stranger-cert.pem"));
        ConnectorRig untrusting(dockerConnectorType(), unknown);
        QVERIFY2(begin(untrusting).contains(QLatin1String("shows the certificate \"engine\"")),
                 qPrintable(untrusting.lastFailure()));

        ConnectionConfig plain = at(m_engines.engine(QStringLiteral("dub")).address);
        ConnectorRig clear(dockerConnectorType(), plain);
        QVERIFY2(begin(clear).contains(QLatin1String("speaks TLS on this port and we spoke plain HTTP")),
                 qPrintable(clear.lastFailure()));
    }

    void expiredCertificateAndItsRenewal()
    {
        QVERIFY(m_engines.fault(QStringLiteral("dub"), QStringLiteral("expire")));
        ConnectorRig rig(dockerConnectorType(), overTls());
        QVERIFY2(begin(rig).contains(QLatin1String("expired on 2021-01-01 (\"engine\"). It has to be renewed there.")),
                 qPrintable(rig.lastFailure()));
        QVERIFY(m_engines.fault(QStringLiteral("dub"), QStringLiteral("renew")));
        QVERIFY(comesBack(rig));
    }
};

QTEST_GUILESS_MAIN(TestDockerEngine)
#include "tst_docker_engine.moc"
