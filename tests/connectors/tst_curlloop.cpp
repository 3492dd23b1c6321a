// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/filesecretstore.h"
#include "backend/connectors/http/curlloop.h"
#include "backend/connectors/http/httpclient.h"
#include "tests/connectors/faultyserver.h"
#include "tests/connectors/fleetprint.h"
#include "tests/testing/certificates.h"
#include "tests/testing/test.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QTcpServer>
#include <QTemporaryDir>

using graticule::testing::Answer;
using graticule::testing::Certificates;
using graticule::testing::FaultyServer;
using namespace graticule;

/// Many clients on one loop: what they share, and what they never do.
class TestCurlLoop : public graticule::testing::Test
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;
    Certificates m_certificates{m_directory.path()};
    SystemClock m_clock;
    LoadMeter m_load{m_clock, 0, 0};

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString &name, const QByteArray &pem) const
    {
        QFile file(m_certificates.certificate(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(pem) == pem.size());
    }
    /// One that wants a certificate of "authority".
    QSslConfiguration server() const
    {
        QSslConfiguration configuration;
        configuration.setLocalCertificate(QSslCertificate(read(m_certificates.certificate(QStringLiteral("engine")))));
        configuration.setPrivateKey(QSslKey(read(m_certificates.key(QStringLiteral("engine"))), QSsl::Ec));
        configuration.setCaCertificates(
            QSslCertificate::fromData(read(m_certificates.certificate(QStringLiteral("authority")))));
        configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
        return configuration;
    }
    static HttpEndpoint at(const QByteArray &url)
    {
        HttpEndpoint endpoint;
        endpoint.url = url;
        endpoint.shown = QStringLiteral("THERE");
        return endpoint;
    }
    /// @p authority "": the system's. @p ours "": no certificate.
    HttpEndpoint secure(quint16 port, const char *authority, const char *ours) const
    {
        ConnectionConfig config;
        if (*authority)
            config.caFile = m_certificates.certificate(QLatin1String(authority));
        if (*ours) {
            config.certificateFile = m_certificates.certificate(QLatin1String(ours));
            config.keyFile = m_certificates.key(QLatin1String(ours));
        }
        HttpEndpoint endpoint = at("https://localhost:" + QByteArray::number(port));
        endpoint.tls = TlsMaterial::load(config, FileSecretStore()).value();
        return endpoint;
    }
    std::unique_ptr<HttpClient> client(const HttpEndpoint &endpoint, const std::shared_ptr<CurlLoop> &loop)
    {
        return std::make_unique<HttpClient>(endpoint, m_load, m_clock, loop);
    }
    /// "200 body" or the error.
    static QString ask(HttpClient &client)
    {
        const auto reply = client.send({});
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 10'000))
            return QStringLiteral("nothing in time");
        return reply->error() ? graticule::testing::printed(*reply->error())
                              : QStringLiteral("%1 %2").arg(reply->status()).arg(QString::fromUtf8(reply->body()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_certificates.makeAuthority(QStringLiteral("authority"));
        m_certificates.makeAuthority(QStringLiteral("nobody"));
        m_certificates.make(QStringLiteral("engine"), QStringLiteral("authority"), QStringLiteral("engine"));
        m_certificates.make(QStringLiteral("operator"), QStringLiteral("authority"), QStringLiteral("operator"));
        m_certificates.make(QStringLiteral("stranger"), QStringLiteral("nobody"), QStringLiteral("stranger"));
        m_certificates.makeAuthority(QStringLiteral("middle"), QStringLiteral("authority"));
        m_certificates.make(QStringLiteral("deputy"), QStringLiteral("middle"), QStringLiteral("deputy"));
        write(QStringLiteral("chain"), read(m_certificates.certificate(QStringLiteral("authority"))) +
                                           read(m_certificates.certificate(QStringLiteral("middle"))));
        const QByteArray whole = read(m_certificates.certificate(QStringLiteral("authority")));
        write(QStringLiteral("cut"), whole + whole.left(whole.size() / 2));
    }

    void noClientUsesAnothersConnection()
    {
        FaultyServer faulty;
        faulty.listenTls(server());
        faulty.setScript([](auto, auto) { return Answer::of(200, "ok"); });
        const auto loop = std::make_shared<CurlLoop>();
        const auto trusted = client(secure(faulty.port(), "authority", "operator"), loop);
        QCOMPARE(ask(*trusted), QStringLiteral("200 ok"));
        QCOMPARE(faulty.connections(), 1); // and it stays

        const auto nameless = client(secure(faulty.port(), "authority", ""), loop);
        QVERIFY2(!ask(*nameless).startsWith(QLatin1String("200")), "without a certificate");
        const auto stranger = client(secure(faulty.port(), "authority", "stranger"), loop);
        QVERIFY2(!ask(*stranger).startsWith(QLatin1String("200")), "with a certificate that is not accepted");
        const auto untrusting = client(secure(faulty.port(), "nobody", "operator"), loop);
        const QString refusal = ask(*untrusting);
        QVERIFY2(refusal.startsWith(QLatin1String("certificate, ")) && refusal.contains(QLatin1String("\"engine\"")),
                 qPrintable(refusal));
        const auto clear = client(at("http://localhost:" + QByteArray::number(faulty.port())), loop);
        QVERIFY2(!ask(*clear).startsWith(QLatin1String("200")), "in clear text");

        auto twin = client(secure(faulty.port(), "authority", "operator"), loop);
        QCOMPARE(ask(*twin), QStringLiteral("200 ok"));
        QTRY_COMPARE(faulty.connections(), 2); // not even with the same certificate
        QCOMPARE(ask(*trusted), QStringLiteral("200 ok"));
        QCOMPARE(faulty.connections(), 2);
        twin.reset();
        QTRY_COMPARE(faulty.connections(), 1);
        QCOMPARE(ask(*trusted), QStringLiteral("200 ok"));
    }

    /// Whom each trusts and who it is stays its own, whoever comes first and however many do at once.
    void noClientIsGivenAnothersTrust()
    {
        FaultyServer faulty;
        faulty.listenTls(server());
        faulty.setScript([](auto, auto) { return Answer::of(200, "ok"); });
        const auto loop = std::make_shared<CurlLoop>();
        struct Kind
        {
            const char *authority;
            const char *ours;
            bool works;
        };
        const std::vector<Kind> kinds{{"nobody", "operator", false}, {"authority", "operator", true},
                                      {"", "operator", false},       {"authority", "", false},
                                      {"chain", "operator", true},   {"authority", "stranger", false},
                                      {"nobody", "stranger", false}, {"", "", false}};
        for (size_t round = 0; round < 2 * kinds.size(); ++round) {
            std::vector<std::unique_ptr<HttpClient>> clients;
            std::vector<std::unique_ptr<HttpReply>> replies;
            for (size_t i = 0; i < 3 * kinds.size(); ++i) { // each kind is the first once
                const Kind &kind = kinds[(i + round) % kinds.size()];
                clients.push_back(client(secure(faulty.port(), kind.authority, kind.ours), loop));
                replies.push_back(clients.back()->send({}));
            }
            for (size_t i = 0; i < replies.size(); ++i) {
                const Kind &kind = kinds[(i + round) % kinds.size()];
                QTRY_VERIFY(replies[i]->isFinished());
                QVERIFY2(
                    (!replies[i]->error() && replies[i]->status() == 200) == kind.works,
                    qPrintable(QStringLiteral("%1, %2").arg(QLatin1String(kind.authority), QLatin1String(kind.ours))));
                if (qstrcmp(kind.authority, "nobody") == 0 || !*kind.authority) // not only refused by the other side
                    QVERIFY(
                        graticule::testing::printed(*replies[i]->error()).startsWith(QLatin1String("certificate, ")));
            }
        }
    }

    void ourChainIsCompletedFromOurAuthoritiesOnly()
    {
        FaultyServer faulty;
        faulty.listenTls(server());
        faulty.setScript([](auto, auto) { return Answer::of(200, "ok"); });
        const auto loop = std::make_shared<CurlLoop>();
        const auto complete = client(secure(faulty.port(), "chain", "deputy"), loop);
        QCOMPARE(ask(*complete), QStringLiteral("200 ok"));
        const auto leaf = client(secure(faulty.port(), "authority", "deputy"), loop);
        QVERIFY(!ask(*leaf).startsWith(QLatin1String("200")));
    }

    void authoritiesThatAreCutAreNotUsed()
    {
        FaultyServer faulty;
        faulty.listenTls(server());
        const auto loop = std::make_shared<CurlLoop>();
        const auto cut = client(secure(faulty.port(), "cut", "operator"), loop);
        const QString refusal = ask(*cut);
        QVERIFY2(refusal.contains(QLatin1String("cut.pem cannot be used")), qPrintable(refusal));
        QCOMPARE(faulty.asked(), QStringList());
    }

    void noClientResumesAnothersSession()
    {
        QProcess process;
        process.start(QStringLiteral("openssl"),
                      {QStringLiteral("s_server"), QStringLiteral("-accept"), QStringLiteral("localhost:0"),
                       QStringLiteral("-www"), QStringLiteral("-cert"),
                       m_certificates.certificate(QStringLiteral("engine")), QStringLiteral("-key"),
                       m_certificates.key(QStringLiteral("engine"))});
        QByteArray said;
        QTRY_VERIFY((said += process.readAllStandardOutput()).contains('\n') && said.contains("ACCEPT "));
        const int port = said.mid(said.indexOf("ACCEPT ")).split('\n').first().split(':').last().trimmed().toInt();
        const auto loop = std::make_shared<CurlLoop>();
        QStringList answers;
        for (int i = 0; i < 3; ++i) { // it closes each connection, so each is a new one
            const auto one = client(secure(quint16(port), "authority", i == 1 ? "operator" : ""), loop);
            answers.append(ask(*one));
        }
        process.kill();
        process.waitForFinished();
        for (const QString &answer : std::as_const(answers))
            QVERIFY2(answer.contains(QLatin1String("New, TLS")), qPrintable(answer));
    }

    void plainClientsKeepConnectionsApart()
    {
        FaultyServer faulty;
        faulty.listenTcp();
        faulty.setScript([](auto, auto) { return Answer::of(200, "ok"); });
        const auto loop = std::make_shared<CurlLoop>();
        const HttpEndpoint there = at("http://127.0.0.1:" + QByteArray::number(faulty.port()));
        const auto one = client(there, loop);
        auto two = client(there, loop);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(ask(*one), QStringLiteral("200 ok"));
            QCOMPARE(ask(*two), QStringLiteral("200 ok"));
        }
        QCOMPARE(faulty.connections(), 2);
        two.reset();
        QTRY_COMPARE(faulty.connections(), 1);
        QCOMPARE(ask(*one), QStringLiteral("200 ok"));
    }

    void deadAndHostileOnesDelayNobody()
    {
        QTcpServer frozen; // in the handshake
        QVERIFY(frozen.listen(QHostAddress::LocalHost));
        FaultyServer silent, flood, good;
        for (FaultyServer *server : {&silent, &flood, &good})
            server->listenTcp();
        silent.setScript([](auto, auto) { return Answer::silence(); });
        flood.setScript([](auto, auto) {
            Answer endless = Answer::stream();
            endless.bytes = "HTTP/1.1 200 OK\r\n\r\n";
            endless.garbage = qint64(1) << 40;
            return endless;
        });
        good.setScript([](auto, auto) { return Answer::of(200, "ok"); });
        const auto loop = std::make_shared<CurlLoop>();
        std::vector<std::unique_ptr<HttpClient>> clients;
        std::vector<std::unique_ptr<HttpReply>> pending;
        HttpRequest endless;
        endless.stream = true;
        endless.limits.answer = endless.limits.whole = Milliseconds(0);
        endless.limits.body = 0;
        for (int i = 0; i < 20; ++i) {
            clients.push_back(client(secure(frozen.serverPort(), "authority", ""), loop));
            pending.push_back(clients.back()->send({}));
            clients.push_back(client(at("http://127.0.0.1:" + QByteArray::number(silent.port())), loop));
            pending.push_back(clients.back()->send({}));
        }
        clients.push_back(client(at("http://127.0.0.1:" + QByteArray::number(flood.port())), loop));
        pending.push_back(clients.back()->send(endless));
        qint64 flooded = 0;
        connect(pending.back().get(), &HttpReply::received, this,
                [&](const QByteArray &bytes) { flooded += bytes.size(); });
        QTRY_VERIFY(flooded > 0);
        const auto quick = client(at("http://127.0.0.1:" + QByteArray::number(good.port())), loop);
        for (int i = 0; i < 20; ++i) {
            QElapsedTimer clock;
            clock.start();
            QCOMPARE(ask(*quick), QStringLiteral("200 ok"));
            QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
        }
    }

    void aClientMayGoWhileOthersAreToldSomething()
    {
        FaultyServer faulty;
        faulty.listenTcp();
        faulty.setScript([](auto, auto) { return Answer::stream(); });
        const auto loop = std::make_shared<CurlLoop>();
        std::vector<std::unique_ptr<HttpClient>> clients;
        std::vector<std::unique_ptr<HttpReply>> replies;
        int told = 0;
        HttpRequest stream;
        stream.stream = true;
        stream.limits.whole = Milliseconds(0);
        for (int i = 0; i < 10; ++i) {
            clients.push_back(client(at("http://127.0.0.1:" + QByteArray::number(faulty.port())), loop));
            replies.push_back(clients.back()->send(stream));
            connect(replies.back().get(), &HttpReply::received, this, [&] {
                ++told;
                clients.clear();
            });
        }
        QTRY_COMPARE(faulty.asked().size(), 10);
        faulty.say("bytes");
        QTRY_COMPARE(told, 1);
        QTRY_COMPARE(faulty.connections(), 0);
    }

    void authoritiesAreParsedOnce()
    {
        const QByteArray ours = read(m_certificates.certificate(QStringLiteral("authority")));
        const QByteArray others = read(m_certificates.certificate(QStringLiteral("nobody")));
        TrustStores stores;
        const auto first = stores.of(ours);
        QCOMPARE(stores.of(ours), first);
        QVERIFY(stores.of(others) != first);
        QVERIFY(stores.of({}) != first);
        const auto system = stores.of({});
        QCOMPARE(stores.of({}), system);
    }
};

QTEST_GUILESS_MAIN(TestCurlLoop)
#include "tst_curlloop.moc"
