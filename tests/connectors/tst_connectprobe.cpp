// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/filesecretstore.h"
#include "backend/connectors/http/connectprobe.h"
#include "tests/connectors/faultyserver.h"
#include "tests/testing/certificates.h"
#include "tests/testing/test.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTimer>

using namespace graticule;
using graticule::testing::Certificates;
using graticule::testing::FaultyServer;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// How long connecting takes, TCP and TLS apart.
class TestConnectProbe : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_certificates.makeAuthority(QStringLiteral("authority"));
        m_certificates.make(QStringLiteral("server"), QStringLiteral("authority"), QStringLiteral("server"));
    }

    void tellsTcpAndTlsApart()
    {
        FaultyServer server;
        server.listenTls(serverSide());
        QCOMPARE(measure(secured(server.port())), QStringLiteral("tcp answered, tls answered"));
    }

    void plainTcpHasNoHandshake()
    {
        FaultyServer server;
        server.listenTcp();
        QCOMPARE(measure(plain(server.port())), QStringLiteral("tcp answered"));
        QCOMPARE(server.asked(), QStringList()); // nothing is said there
    }

    /// The host answers: the way works, and how long it is is known.
    void nobodyListens()
    {
        QCOMPARE(measure(plain(m_nobody)), QStringLiteral("tcp refused"));
        QCOMPARE(measure(secured(m_nobody)), QStringLiteral("tcp refused"));
    }

    /// It takes connections and never speaks: the way is open, and who is behind it hangs.
    void aStalledHandshakeIsLost()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QCOMPARE(measure(secured(server.serverPort())), QStringLiteral("tcp answered, tls lost"));
    }

    void theWrongCertificateIsAnAnswer()
    {
        FaultyServer server;
        server.listenTls(serverSide());
        HttpEndpoint endpoint = secured(server.port());
        endpoint.tls = {}; // the system's authorities do not know it
        QVERIFY(measure(endpoint).startsWith(QLatin1String("tcp answered")));
        QVERIFY(!measure(endpoint).contains(QLatin1String("lost")));
    }

    void noTcpNoProbe()
    {
        HttpEndpoint endpoint;
        endpoint.url = "http://docker";
        endpoint.unixSocket = QStringLiteral("/run/docker.sock");
        QVERIFY(!ConnectProbe::to(endpoint, m_load, m_clock));
        endpoint = plain(1);
        endpoint.proxy = "socks5h://localhost:1080";
        QVERIFY(!ConnectProbe::to(endpoint, m_load, m_clock));
    }

    void itsLoadIsCounted()
    {
        FaultyServer server;
        server.listenTcp();
        const double before = m_load.requestsPerSecond();
        measure(plain(server.port()));
        QVERIFY(m_load.requestsPerSecond() > before);
    }

    /// The first connects, the others are asked over the connection that was kept.
    void anAnswerTakesAsLongAsItTakes()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&server] {
            QTcpSocket *peer = server.nextPendingConnection();
            connect(peer, &QTcpSocket::readyRead, peer, [peer] {
                peer->readAll();
                QTimer::singleShot(80, peer, [peer] { peer->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"); });
            });
        });
        HttpClient client(plain(server.serverPort()), m_load, m_clock);
        for (int i = 0; i < 5; ++i) {
            const auto reply = client.send({});
            QTRY_VERIFY(reply->isFinished());
            QVERIFY2(reply->times().answerMs >= 75 && reply->times().answerMs < 500,
                     qPrintable(QString::number(reply->times().answerMs)));
        }
    }

private:
    QSslConfiguration serverSide() const
    {
        QSslConfiguration tls;
        tls.setLocalCertificate(QSslCertificate(contents(m_certificates.certificate(QStringLiteral("server")))));
        tls.setPrivateKey(QSslKey(contents(m_certificates.key(QStringLiteral("server"))), QSsl::Ec));
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        return tls;
    }
    static HttpEndpoint plain(int port)
    {
        HttpEndpoint endpoint;
        endpoint.url = "http://127.0.0.1:" + QByteArray::number(port);
        return endpoint;
    }
    HttpEndpoint secured(int port) const
    {
        HttpEndpoint endpoint;
        endpoint.url = "https://127.0.0.1:" + QByteArray::number(port);
        ConnectionConfig config;
        config.caFile = m_certificates.certificate(QStringLiteral("authority"));
        endpoint.tls = TlsMaterial::load(config, FileSecretStore()).value();
        return endpoint;
    }

    /// "tcp answered, tls lost" of one probe.
    QString measure(const HttpEndpoint &endpoint)
    {
        const auto probe = ConnectProbe::to(endpoint, m_load, m_clock);
        QStringList said;
        connect(probe.get(), &WayProbe::measured, this, [&](const Measurement &found) {
            said.append(QLatin1String(found.kind == ProbeKind::TlsHandshake ? "tls " : "tcp ") +
                        QLatin1String(!found.isAnswered()  ? "lost"
                                      : found.isRefused    ? "refused"
                                      : found.rttMs < 1000 ? "answered"
                                                           : "answered slowly"));
        });
        probe->send();
        if (!QTest::qWaitFor([&] { return !said.isEmpty(); }, 8000))
            return QStringLiteral("nothing");
        return said.join(QLatin1String(", "));
    }

    static constexpr int m_nobody = 1; ///< a port
    QTemporaryDir m_directory;
    Certificates m_certificates{m_directory.path()};
    SystemClock m_clock;
    LoadMeter m_load{m_clock, 0, 0};
};

QTEST_GUILESS_MAIN(TestConnectProbe)
#include "tst_connectprobe.moc"
