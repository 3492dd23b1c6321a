// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/grpc/grpcaddress.h"
#include "tests/control/readregion.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

#include <control.grpc.pb.h>
#include <grpcpp/grpcpp.h>

using namespace graticule;
namespace v1 = graticule::control::v1;

namespace {

/// A keeper whose every Watch sends what is next in the script, then breaks off.
class ScriptedKeeper : public v1::Control::Service
{
public:
    explicit ScriptedKeeper(const QString &listen)
    {
        grpc::ServerBuilder builder;
        builder.AddListeningPort(listen.toStdString(), grpc::InsecureServerCredentials());
        builder.RegisterService(this);
        m_server = builder.BuildAndStart();
    }
    ~ScriptedKeeper() override { m_server->Shutdown(std::chrono::system_clock::now()); }

    std::vector<std::vector<v1::WatchReply>> script;
    std::vector<quint64> resumedFrom;

    static v1::WatchReply reply(const char *site, quint64 complete, bool reset = false)
    {
        v1::WatchReply reply;
        reply.set_reset(reset);
        reply.mutable_delta()->add_sites()->set_id(site);
        reply.set_complete(complete > 0);
        if (complete > 0) {
            reply.mutable_revision()->set_keeper("region");
            reply.mutable_revision()->set_number(complete);
        }
        return reply;
    }

    grpc::Status Describe(grpc::ServerContext *, const v1::DescribeRequest *, v1::Description *response) override
    {
        response->set_keeper_id("region");
        return grpc::Status::OK;
    }
    grpc::Status Watch(grpc::ServerContext *, const v1::WatchRequest *request,
                       grpc::ServerWriter<v1::WatchReply> *writer) override
    {
        resumedFrom.push_back(request->resume_from().number());
        const size_t turn = resumedFrom.size() - 1;
        for (const v1::WatchReply &reply : turn < script.size() ? script[turn] : script.back())
            writer->Write(reply);
        return {grpc::StatusCode::UNAVAILABLE, "Socket closed"};
    }

private:
    std::unique_ptr<grpc::Server> m_server;
};

} // namespace

/// A central keeper's view of a regional one, over a real socket.
class TestGrpcConnector : public testing::ReadRegion
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void aSessionListsThenTellsChanges()
    {
        say("a", Milliseconds(0));
        m_connector->start();
        QTRY_COMPARE(m_log, QStringLiteral("beat listed(a) "));
        say("b", Milliseconds(0));
        QTRY_COMPARE(m_log, QStringLiteral("beat listed(a) changed(b) "));
    }

    void whatItRelaysSaysThroughWhat()
    {
        m_connector.reset();
        m_config.id = EntityId("to-region");
        makeConnector();
        FleetDelta delta;
        Connection own, relayed;
        own.id = EntityId("own");
        relayed.id = EntityId("relayed");
        relayed.through = own.id;
        Connection stray, ring, rung; // as a keeper that is wrong, or lies, would tell of them
        stray.id = EntityId("stray");
        stray.through = EntityId("gone");
        ring.id = EntityId("ring");
        ring.through = EntityId("rung");
        rung.id = EntityId("rung");
        rung.through = ring.id;
        for (const Connection &c : {stray, ring, rung})
            delta.connections.upsert(c);
        Feed bare, strayed, relays;
        bare.id = EntityId("bare");
        strayed.id = EntityId("strayed");
        strayed.connection = EntityId("gone");
        relays.id = EntityId("relays");
        relays.connection = relayed.id;
        delta.feeds.upsert(strayed);
        delta.feeds.upsert(relays);
        delta.connections.upsert(own);
        delta.connections.upsert(relayed);
        delta.feeds.upsert(bare);
        m_fleet->apply(EntityId("x"), delta);
        m_hub->publish(m_fleet->publish(m_clock.now()));
        QStringList ways;
        connect(m_connector.get(), &Connector::listed, this, [&](const FleetDelta &all) {
            for (const auto &c : all.connections.upserted)
                ways << c->id.toString() + QStringLiteral(" through ") + c->through.toString();
            for (const auto &f : all.feeds.upserted)
                ways << f->id.toString() + QStringLiteral(" of ") + f->connection.toString();
            ways.sort();
        });
        m_connector->start();
        QTRY_COMPARE(ways.join(QStringLiteral(", ")),
                     QStringLiteral("bare of to-region, own through to-region, relayed through own, relays of relayed, "
                                    "ring through to-region, rung through to-region, stray through to-region, "
                                    "strayed of to-region"));
    }

    void theNextSessionResumes()
    {
        say("a", Milliseconds(0));
        m_connector->start();
        QTRY_COMPARE(m_log, QStringLiteral("beat listed(a) "));
        m_connector->stop();
        m_log.clear();
        say("b", Milliseconds(0));
        m_connector->start();
        QTRY_VERIFY2(m_log.contains(QLatin1String("changed(b)")), qPrintable(m_log));
        QVERIFY2(!m_log.contains(QLatin1String("listed")), qPrintable(m_log));
    }

    /// What is cut off in the middle is told again: half of it must not count before.
    void halfADifferenceIsNone()
    {
        m_config.address = QStringLiteral("unix://") + m_dir.filePath(QStringLiteral("s.sock"));
        ScriptedKeeper keeper(m_config.address);
        keeper.script = {{ScriptedKeeper::reply("a", 1, true)},
                         {ScriptedKeeper::reply("b", 0)},
                         {ScriptedKeeper::reply("b", 0), ScriptedKeeper::reply("c", 2)}};
        makeConnector();
        for (const char *log : {"beat listed(a) failed ", "beat failed ", "beat changed(b,c) failed "}) {
            m_log.clear();
            m_connector->start();
            QTRY_VERIFY2(m_log.contains(QLatin1String("failed")), qPrintable(m_log));
            static const QRegularExpression kind(QStringLiteral("\\(\\d+\\)"));
            QCOMPARE(m_log.remove(kind), QLatin1String(log));
        }
        QCOMPARE(keeper.resumedFrom, std::vector<quint64>({0, 1, 1}));
    }

    void aKeeperThatGoesEndsTheSessionOnce()
    {
        say("a", Milliseconds(0));
        m_connector->start();
        QTRY_COMPARE(m_log, QStringLiteral("beat listed(a) "));
        m_server.reset();
        QTRY_VERIFY2(m_log.contains(QLatin1String("failed")), "the end is said");
        QVERIFY2(m_error.kind == ErrorKind::Disconnected, qPrintable(m_error.text));
        QCOMPARE(m_log.count(QLatin1String("failed")), 1);
    }

    void aLoopIsRefused()
    {
        m_keeper.path = {QStringLiteral("region"), QStringLiteral("central")};
        m_connector->start();
        QTRY_COMPARE(m_log, QStringLiteral("failed(9) ")); // Conflict
        QVERIFY2(m_error.text.contains(m_config.address), qPrintable(m_error.text));
        QVERIFY(!m_error.retryAfter);
    }

    void aClockAnHourOffIsMovedToOurs()
    {
        m_keeper.clockOffset = Milliseconds(3'600'000);
        say("a", m_keeper.clockOffset);
        m_connector->start();
        QTRY_VERIFY(m_log.contains(QLatin1String("listed")));
        QCOMPARE(qRound(double(m_beat.clockOffset->count()) / 60'000), 60);
        const auto age = m_clock.now() - m_feed.observedAt;
        QVERIFY2(std::chrono::abs(age) < Milliseconds(5000), "observed now, by our clock");
    }

    void aFrozenKeeperGivesNoBeat()
    {
        m_faults.frozen = true;
        m_connector->start();
        QSignalSpy beats(m_connector.get(), &Connector::beat);
        QVERIFY(!beats.wait(300)); // the supervisor's deadline ends it
        m_faults.frozen = false;
    }

    void verdictsStayBehind()
    {
        FleetDelta delta;
        Verdict verdict;
        verdict.id = EntityId("a");
        delta.verdicts.upsert(verdict);
        m_fleet->apply(EntityId("engine"), delta);
        say("a", Milliseconds(0));
        m_connector->start();
        QTRY_VERIFY(m_log.contains(QLatin1String("listed")));
        QCOMPARE(m_verdicts, 0);
    }

    void notTheControlApi_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("another protocol") << QByteArray("220 mail.example ESMTP\r\n");
        QTest::newRow("HTTP/1.1") << QByteArray("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        QTest::newRow("noise") << QByteArray(200'000, '\xfe');
        QTest::newRow("ends at once") << QByteArray();
    }
    void notTheControlApi()
    {
        QFETCH(QByteArray, said);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            socket->write(said);
            socket->disconnectFromHost();
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
        m_config.address = QStringLiteral("127.0.0.1:%1").arg(server.serverPort());
        makeConnector();
        m_connector->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_log.startsWith(QLatin1String("failed")), 20'000);
        QVERIFY2(m_error.text.contains(m_config.address), qPrintable(m_error.text));
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("read");
        QTest::newRow("socket") << "unix:///run/k.sock"
                                << "unix:///run/k.sock plain";
        QTest::newRow("TLS") << "https://k.example:7443"
                             << "k.example:7443 tls";
        QTest::newRow("trailing slash") << "https://k.example:7443/"
                                        << "k.example:7443 tls";
        QTest::newRow("plain") << "127.0.0.1:7443"
                               << "127.0.0.1:7443 plain";
        QTest::newRow("v6") << "https://[2001:db8::1]:7443"
                            << "[2001:db8::1]:7443 tls";
        QTest::newRow("no port") << "https://k.example"
                                 << "address:";
        QTest::newRow("nothing") << ""
                                 << "address:";
        QTest::newRow("other scheme") << "dns:///k.example:1"
                                      << "address:";
    }
    void addresses()
    {
        QFETCH(QString, address);
        ConnectionConfig config;
        config.address = address;
        const auto read = controlAddressFor(config, m_secrets);
        const QString text = read ? read->target + (read->tls ? QStringLiteral(" tls") : QStringLiteral(" plain"))
                                  : read.error().text.section(QLatin1Char(' '), 0, 0);
        QTEST(text, "read");
    }
};

QTEST_GUILESS_MAIN(TestGrpcConnector)
#include "tst_grpcconnector.moc"
