// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/authority/certificate.h"
#include "backend/control/controlcalls.h"
#include "backend/control/controlserver.h"
#include "backend/control/fleetclient.h"
#include "backend/domain/manualclock.h"
#include "tests/control/quietkeeper.h"
#include "tests/testing/certificates.h"
#include "tests/testing/test.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>

using namespace graticule;

/// Who is let in over TLS, with what rights, and what the others are told.
class TestTls : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_certificates.makeAuthority(QStringLiteral("ca"));
        m_certificates.makeAuthority(QStringLiteral("stranger-ca"));
        m_certificates.make(QStringLiteral("server"), QStringLiteral("ca"), QStringLiteral("keeper"));
        m_certificates.make(QStringLiteral("expired"), QStringLiteral("ca"), QStringLiteral("keeper"), 0);
        m_certificates.make(QStringLiteral("elsewhere"), QStringLiteral("ca"), QStringLiteral("keeper"), 30,
                            QStringLiteral("DNS:elsewhere.example"));
        m_certificates.make(QStringLiteral("ines"), QStringLiteral("ca"), QStringLiteral("ines"));
        m_certificates.make(QStringLiteral("tomasz"), QStringLiteral("ca"), QStringLiteral("tomasz"));
        m_certificates.make(QStringLiteral("stranger"), QStringLiteral("stranger-ca"), QStringLiteral("ines"));
    }

    void callers_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("client"); // certificate, "token:..." or nothing
        QTest::addColumn<QString>("answer");
        QTest::newRow("operator's certificate") << "server"
                                                << "ines"
                                                << "ines view,operate";
        QTest::newRow("viewer's certificate") << "server"
                                              << "tomasz"
                                              << "tomasz view";
        QTest::newRow("token") << "server"
                               << "token:s3cret"
                               << "token view,operate";
        QTest::newRow("wrong token") << "server"
                                     << "token:guess"
                                     << "Refused, NotAllowed";
        QTest::newRow("nothing shown") << "server"
                                       << ""
                                       << "Refused, NotAllowed";
        // A refused client certificate is said by the server after the handshake, as an end of the connection.
        QTest::newRow("server expired") << "expired"
                                        << "ines"
                                        << "Certificate, NotAllowed";
        QTest::newRow("server has another name") << "elsewhere"
                                                 << "ines"
                                                 << "Certificate, NotAllowed";
    }
    void callers()
    {
        QFETCH(QString, server);
        QFETCH(QString, client);
        const auto running = start(server);
        QVERIFY2(running, running ? "" : qPrintable(running.error().text));
        ControlAddress address = addressOf(**running);
        if (client.startsWith(QLatin1String("token:"))) {
            address.token = client.mid(6).toUtf8();
        } else if (!client.isEmpty()) {
            address.certificateFile = m_certificates.certificate(client);
            address.keyFile = m_certificates.key(client);
        }
        QTEST(describe(address), "answer");
    }

    void aStrangersCertificateIsRefused()
    {
        const auto running = start(QStringLiteral("server"));
        QVERIFY(running);
        ControlAddress address = addressOf(**running);
        address.certificateFile = m_certificates.certificate(QStringLiteral("stranger"));
        address.keyFile = m_certificates.key(QStringLiteral("stranger"));
        QVERIFY(!describe(address).contains(QLatin1String("view")));
    }

    // A keeper that runs reads new rules; they may be meant for another address than the one that it has.
    void rulesThatChangeOpenNoPort_data()
    {
        QTest::addColumn<QString>("listen");
        QTest::addColumn<QString>("answer");
        QTest::newRow("this machine") << "127.0.0.1:0"
                                      << "anonymous view";
        QTest::newRow("every machine") << "0.0.0.0:0"
                                       << "Refused, NotAllowed";
    }
    void rulesThatChangeOpenNoPort()
    {
        QFETCH(QString, listen);
        ServerOptions options = optionsWith(QStringLiteral("server"));
        options.listen = listen;
        const auto running = ControlServer::start(options, m_hub, m_keeper, nullptr);
        QVERIFY2(running, running ? "" : qPrintable(running.error().text));
        AccessRules open;
        open.anonymous = CallerRole::Viewer;
        (*running)->setAccess(open);
        QTEST(describe(addressOf(**running)), "answer");
    }

    void whatAnExpiredCertificateBeganIsEnded()
    {
        auto empty = std::make_shared<FleetSnapshot>();
        empty->revision = {QStringLiteral("k1"), 1, 1};
        m_hub.publish(empty);
        ManualClock clock;
        ServerOptions options = optionsWith(QStringLiteral("server"));
        options.clock = &clock;
        options.access.enrolled = {
            {fingerprintOf(QStringLiteral("ines")), {CallerRole::Operator, clock.now() + std::chrono::hours(1)}},
            {fingerprintOf(QStringLiteral("tomasz")), {CallerRole::Viewer, clock.now() + std::chrono::hours(2)}}};
        const auto running = ControlServer::start(options, m_hub, m_keeper, nullptr);
        QVERIFY2(running, running ? "" : qPrintable(running.error().text));
        SystemClock own;
        FleetClient ines(own, {});
        FleetClient tomasz(own, {});
        ines.follow(ControlChannel::open(addressOf(**running, QStringLiteral("ines"))).value());
        tomasz.follow(ControlChannel::open(addressOf(**running, QStringLiteral("tomasz"))).value());
        QTRY_COMPARE(ines.link().state, KeeperLink::State::Live);
        QTRY_COMPARE(tomasz.link().state, KeeperLink::State::Live);

        clock.advance(std::chrono::minutes(59));
        QCOMPARE(describe(addressOf(**running, QStringLiteral("ines"))), QStringLiteral("ines view,operate"));
        clock.advance(std::chrono::minutes(1));
        QTRY_COMPARE(ines.link().state, KeeperLink::State::Lost);
        QTRY_VERIFY(ines.link().error.text.contains(QLatin1String("has expired")));
        QCOMPARE(describe(addressOf(**running, QStringLiteral("ines"))), QStringLiteral("Refused, NotAllowed"));
        QCOMPARE(tomasz.link().state, KeeperLink::State::Live);
        QCOMPARE((*running)->watchers(), 1);
    }

    void anUnknownAuthorityIsNotTrusted()
    {
        const auto running = start(QStringLiteral("server"));
        QVERIFY(running);
        ControlAddress address = addressOf(**running);
        address.caFile = m_certificates.certificate(QStringLiteral("stranger-ca"));
        QCOMPARE(describe(address), QStringLiteral("Certificate, NotAllowed"));
    }

    void plainIsNotSpokenBeyondThisMachine()
    {
        const auto channel = ControlChannel::open({QStringLiteral("keeper.example:7443"), false, {}, {}, {}, {}, {}});
        QVERIFY(!channel);
        QVERIFY(channel.error().text.contains(QLatin1String("over TLS only")));
    }

    void whatIsNoTokenIsRefused_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("line break") << QByteArray("abc\n");
        QTest::newRow("another header") << QByteArray("abc\r\nx-evil: 1");
        QTest::newRow("space") << QByteArray("abc def");
        QTest::newRow("not ASCII") << QByteArray("abc\xc3\xa4");
        QTest::newRow("zero") << QByteArray("abc\0def", 7);
    }
    void whatIsNoTokenIsRefused() // gRPC would end the process
    {
        QFETCH(QByteArray, token);
        const auto channel = ControlChannel::open({QStringLiteral("127.0.0.1:1"), false, {}, {}, {}, {}, token});
        QVERIFY(!channel);
        QCOMPARE(channel.error().kind, ErrorKind::Invalid);
        QVERIFY2(channel.error().text.startsWith(QLatin1String("token: ")), qPrintable(channel.error().text));
        QVERIFY2(!channel.error().text.contains(QLatin1String("abc")), "the secret is not repeated");
    }

    void aMissingCertificateFileIsNamed()
    {
        const auto channel = ControlChannel::open(
            {QStringLiteral("localhost:1"), true, QStringLiteral("/nowhere/ca.pem"), {}, {}, {}, {}});
        QVERIFY(!channel);
        QVERIFY(channel.error().text.contains(QLatin1String("/nowhere/ca.pem")));
    }

private:
    Result<std::unique_ptr<ControlServer>> start(const QString &certificate)
    {
        return ControlServer::start(optionsWith(certificate), m_hub, m_keeper, nullptr);
    }

    ServerOptions optionsWith(const QString &certificate) const
    {
        ServerOptions options;
        options.listen = QStringLiteral("127.0.0.1:0");
        options.tls = true;
        options.certificateFile = m_certificates.certificate(certificate);
        options.keyFile = m_certificates.key(certificate);
        options.clientCaFile = m_certificates.certificate(QStringLiteral("ca"));
        options.access.certificates = {{QStringLiteral("ines"), CallerRole::Operator},
                                       {QStringLiteral("tomasz"), CallerRole::Viewer}};
        options.access.tokens = {
            {QCryptographicHash::hash("s3cret", QCryptographicHash::Sha256).toHex(), CallerRole::Operator}};
        return options;
    }

    QByteArray fingerprintOf(const QString &name) const
    {
        QFile file(m_certificates.certificate(name));
        return file.open(QIODevice::ReadOnly) ? readCertificate(file.readAll()).value().fingerprint : QByteArray();
    }

    ControlAddress addressOf(const ControlServer &server, const QString &client) const
    {
        ControlAddress address = addressOf(server);
        address.certificateFile = m_certificates.certificate(client);
        address.keyFile = m_certificates.key(client);
        return address;
    }

    ControlAddress addressOf(const ControlServer &server) const
    {
        return {QStringLiteral("127.0.0.1:%1").arg(server.port()),
                true,
                m_certificates.certificate(QStringLiteral("ca")),
                {},
                {},
                {},
                {}};
    }

    /// "caller rights", or the error's kind and fault.
    QString describe(const ControlAddress &address)
    {
        const auto channel = ControlChannel::open(address);
        if (!channel)
            return channel.error().text;
        QString answer;
        ControlCalls(*channel).describe(this, [&](const Result<Description> &reply) {
            static const QHash<int, QString> kinds = {{int(ErrorKind::Refused), QStringLiteral("Refused")},
                                                      {int(ErrorKind::Certificate), QStringLiteral("Certificate")}};
            if (reply)
                answer = reply->caller + QLatin1Char(' ') + reply->permissions.join(QLatin1Char(','));
            else
                answer = kinds.value(int(reply.error().kind), reply.error().text) +
                         (reply.error().fault == Fault::NotAllowed ? QStringLiteral(", NotAllowed") : QString());
        });
        return QTest::qWaitFor([&] { return !answer.isEmpty(); }, 15'000) ? answer : QStringLiteral("no answer");
    }

    QTemporaryDir m_dir;
    testing::Certificates m_certificates{m_dir.path()};
    SnapshotHub m_hub;
    testing::QuietKeeper m_keeper;
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
