// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/filesecretstore.h"
#include "backend/connectors/http/httpclient.h"
#include "tests/connectors/faultyserver.h"
#include "tests/connectors/fleetprint.h"
#include "tests/testing/certificates.h"
#include "tests/testing/test.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslKey>
#include <QTcpServer>
#include <QTemporaryDir>

using graticule::testing::Answer;
using graticule::testing::Certificates;
using graticule::testing::FaultyServer;
using namespace graticule;

/// TLS as it should be, and every way in which certificates are wrong.
class TestHttpTls : public graticule::testing::Test
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;
    Certificates m_certificates{m_directory.path()};
    SystemClock m_clock;
    LoadMeter m_load{m_clock, 0, 0};
    Instant m_expiry = kNever; // as the client saw it last

    QByteArray read(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QSslConfiguration server(const char *name, bool wantsClient) const
    {
        QSslConfiguration configuration;
        configuration.setLocalCertificate(QSslCertificate(read(m_certificates.certificate(QLatin1String(name)))));
        configuration.setPrivateKey(QSslKey(read(m_certificates.key(QLatin1String(name))), QSsl::Ec));
        configuration.setCaCertificates(
            QSslCertificate::fromData(read(m_certificates.certificate(QStringLiteral("authority")))));
        configuration.setPeerVerifyMode(wantsClient ? QSslSocket::VerifyPeer : QSslSocket::VerifyNone);
        return configuration;
    }
    ConnectionConfig config(const char *client) const
    {
        ConnectionConfig config;
        config.caFile = m_certificates.certificate(QStringLiteral("authority"));
        if (*client) {
            config.certificateFile = m_certificates.certificate(QLatin1String(client));
            config.keyFile = m_certificates.key(QLatin1String(client));
        }
        return config;
    }
    /// "200 body" or the error, with dates written as DATE.
    QString ask(const ConnectionConfig &config, const QByteArray &url, const QByteArray &connectTo = {})
    {
        HttpEndpoint endpoint;
        endpoint.url = url;
        endpoint.shown = QStringLiteral("THERE");
        endpoint.connectTo = connectTo;
        auto tls = TlsMaterial::load(config, FileSecretStore());
        if (!tls)
            return graticule::testing::printed(tls.error()).replace(m_directory.path(), QStringLiteral("DIR"));
        endpoint.tls = *tls;
        HttpClient client(endpoint, m_load, m_clock);
        const auto reply = client.send({});
        QSignalSpy finished(reply.get(), &HttpReply::finished);
        if (!finished.wait())
            return QStringLiteral("nothing in time");
        m_expiry = client.certificateExpiry();
        const QString text = reply->error()
                                 ? graticule::testing::printed(*reply->error())
                                 : QStringLiteral("%1 %2").arg(reply->status()).arg(QString::fromUtf8(reply->body()));
        static const QRegularExpression date(QStringLiteral("\\d{4}-\\d\\d-\\d\\d"));
        return QString(text).replace(date, QStringLiteral("DATE")).replace(m_directory.path(), QStringLiteral("DIR"));
    }
    QString askServer(const char *name, const ConnectionConfig &config, bool wantsClient = false)
    {
        FaultyServer faulty;
        faulty.listenTls(server(name, wantsClient));
        faulty.setScript([](auto, auto) { return Answer::of(200, "ok"); });
        return ask(config, "https://localhost:" + QByteArray::number(faulty.port()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_certificates.makeAuthority(QStringLiteral("authority"));
        m_certificates.makeAuthority(QStringLiteral("nobody"));
        m_certificates.make(QStringLiteral("engine"), QStringLiteral("authority"), QStringLiteral("engine"));
        m_certificates.make(QStringLiteral("operator"), QStringLiteral("authority"), QStringLiteral("operator"));
        m_certificates.make(QStringLiteral("expired"), QStringLiteral("authority"), QStringLiteral("old engine"), 0);
        m_certificates.make(QStringLiteral("elsewhere"), QStringLiteral("authority"), QStringLiteral("other"), 30,
                            QStringLiteral("DNS:other.example"));
        m_certificates.make(QStringLiteral("stranger"), QStringLiteral("nobody"), QStringLiteral("stranger"));
    }

    void verifiedBothWays()
    {
        QCOMPARE(askServer("engine", config("operator"), /*wantsClient=*/true), QStringLiteral("200 ok"));
        const auto days = std::chrono::duration_cast<std::chrono::days>(m_expiry - m_clock.now());
        QVERIFY(days.count() == 29 || days.count() == 30);
    }

    void certificatesThatAreWrong_data()
    {
        QTest::addColumn<QByteArray>("server");
        QTest::addColumn<QString>("error");
        QTest::newRow("expired")
            << QByteArray("expired")
            << QStringLiteral("certificate, endpoint: The certificate of THERE expired on DATE (\"old engine\"). "
                              "It has to be renewed there.");
        QTest::newRow("unknown authority")
            << QByteArray("stranger")
            << QStringLiteral(
                   "certificate, not allowed: THERE shows the certificate \"stranger\" (valid until DATE) issued by "
                   "\"nobody\", who is not among DIR/authority.pem. Set tls.ca to the authority's certificate.");
        QTest::newRow("another name")
            << QByteArray("elsewhere")
            << QStringLiteral(
                   "certificate, not allowed: THERE shows the certificate \"other\" (valid until DATE), which is for "
                   "other.example, not for the expected name. Set tls.server-name if that is meant.");
    }
    void certificatesThatAreWrong()
    {
        QFETCH(QByteArray, server);
        QFETCH(QString, error);
        QCOMPARE(askServer(server.constData(), config("")), error);
    }

    void expectedNameMayDiffer()
    {
        FaultyServer faulty;
        faulty.listenTls(server("elsewhere", false));
        faulty.setScript([](auto, auto) { return Answer::of(200, "ok"); });
        const QByteArray port = QByteArray::number(faulty.port());
        QCOMPARE(ask(config(""), "https://other.example:" + port, "127.0.0.1:" + port), QStringLiteral("200 ok"));
    }

    void systemsAuthoritiesDoNotHelpWhenOneIsNamed()
    {
        ConnectionConfig mine = config("");
        mine.caFile.clear();
        QVERIFY(askServer("engine", mine).contains(QLatin1String("who is not among the system's authorities")));
    }

    /// With TLS 1.3 the handshake looks fine to us, and the alert comes with the first read.
    void ourCertificateRefused()
    {
        QProcess process; // Qt's own server closes without an alert
        process.start(QStringLiteral("openssl"),
                      {QStringLiteral("s_server"), QStringLiteral("-accept"), QStringLiteral("localhost:0"),
                       QStringLiteral("-www"), QStringLiteral("-Verify"), QStringLiteral("1"),
                       QStringLiteral("-verify_return_error"), QStringLiteral("-CAfile"),
                       m_certificates.certificate(QStringLiteral("authority")), QStringLiteral("-cert"),
                       m_certificates.certificate(QStringLiteral("engine")), QStringLiteral("-key"),
                       m_certificates.key(QStringLiteral("engine"))});
        QByteArray said;
        QTRY_VERIFY((said += process.readAllStandardOutput()).contains('\n') && said.contains("ACCEPT "));
        const QByteArray port = said.mid(said.indexOf("ACCEPT ")).split('\n').first().split(':').last().trimmed();
        const QString stranger = ask(config("stranger"), "https://localhost:" + port);
        const QString none = ask(config(""), "https://localhost:" + port);
        const QString accepted = ask(config("operator"), "https://localhost:" + port);
        process.kill();
        process.waitForFinished();
        QCOMPARE(stranger, QStringLiteral("refused, not allowed: THERE does not accept our certificate \"stranger\" "
                                          "(valid until DATE): unknown CA."));
        QCOMPARE(none,
                 QStringLiteral("refused, not allowed: THERE wants a client certificate and none is configured. Set "
                                "tls.certificate and tls.key."));
        QVERIFY2(accepted.startsWith(QLatin1String("200 ")), qPrintable(accepted));
    }

    void filesThatCannotBeUsed()
    {
        ConnectionConfig missing = config("");
        missing.caFile = m_directory.filePath(QStringLiteral("none.pem"));
        QCOMPARE(ask(missing, "https://localhost"),
                 QStringLiteral("invalid, input: tls.ca: cannot read DIR/none.pem: No such file or directory."));

        ConnectionConfig notPem = config("");
        notPem.caFile = m_certificates.key(QStringLiteral("authority"));
        QCOMPARE(ask(notPem, "https://localhost"),
                 QStringLiteral("invalid, input: tls.ca: DIR/authority-key.pem holds no certificate in PEM form."));

        ConnectionConfig half = config("operator");
        half.keyFile.clear();
        QCOMPARE(
            ask(half, "https://localhost"),
            QStringLiteral("invalid, input: tls.key: a client certificate needs both tls.certificate and tls.key."));

        ConnectionConfig open = config("operator");
        const QString copy = m_directory.filePath(QStringLiteral("open-key.pem"));
        QVERIFY(QFile::copy(open.keyFile, copy));
        QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::ReadOther));
        open.keyFile = copy;
        QVERIFY(
            ask(open, "https://localhost")
                .contains(QLatin1String("tls.key: The secret \"file:DIR/open-key.pem\" can be read by other users")));

        ConnectionConfig mixed = config("operator");
        mixed.keyFile = m_certificates.key(QStringLiteral("stranger"));
        QVERIFY(
            askServer("engine", mixed, true)
                .startsWith(QLatin1String(
                    "certificate, input: Our certificate \"operator\" (valid until DATE) or its key cannot be used")));
    }

    void tlsToAPlainPort()
    {
        FaultyServer faulty;
        faulty.listenTcp();
        faulty.setScript([](auto, auto) { return Answer::of(400, "no"); });
        QTcpServer chatty; // sends before it is asked
        QVERIFY(chatty.listen(QHostAddress::LocalHost));
        connect(&chatty, &QTcpServer::newConnection, this,
                [&] { chatty.nextPendingConnection()->write("220 mail.example ESMTP\r\n"); });
        QCOMPARE(ask(config(""), "https://localhost:" + QByteArray::number(chatty.serverPort())),
                 QStringLiteral("unsupported, input: THERE does not speak TLS on this port. Check the port, or the "
                                "certificate settings."));
    }

    void plainToATlsPort()
    {
        FaultyServer faulty;
        faulty.listenTls(server("engine", false));
        const QString error = ask({}, "http://localhost:" + QByteArray::number(faulty.port()));
        QVERIFY2(error.startsWith(QLatin1String("disconnected")) || error.startsWith(QLatin1String("malformed")),
                 qPrintable(error));
    }

    void frozenInTheHandshake()
    {
        QTcpServer frozen;
        QVERIFY(frozen.listen(QHostAddress::LocalHost));
        HttpEndpoint endpoint;
        endpoint.url = "https://localhost:" + QByteArray::number(frozen.serverPort());
        endpoint.shown = QStringLiteral("THERE");
        HttpClient client(endpoint, m_load, m_clock);
        HttpRequest request;
        request.limits.connect = Milliseconds(300);
        const auto reply = client.send(request);
        QSignalSpy finished(reply.get(), &HttpReply::finished);
        QVERIFY(finished.wait());
        QCOMPARE(
            graticule::testing::printed(*reply->error()),
            QStringLiteral(
                "timed out, endpoint: THERE accepted the connection but did not answer the TLS handshake in time."));
    }
};

QTEST_GUILESS_MAIN(TestHttpTls)
#include "tst_http_tls.moc"
