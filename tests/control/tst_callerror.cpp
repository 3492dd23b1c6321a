// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/callerror.h"
#include "backend/control/controlcalls.h"
#include "tests/testing/test.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace graticule;
using namespace Qt::Literals::StringLiterals;

namespace {

QString shown(const Error &error)
{
    static const QMap<Fault, QString> faults{{Fault::Endpoint, u"endpoint"_s},
                                             {Fault::Network, u"network"_s},
                                             {Fault::NotAllowed, u"not allowed"_s},
                                             {Fault::Input, u"input"_s}};
    return faults.value(error.fault, u"?"_s) + u": "_s + error.text;
}

ControlAddress at(const QString &target)
{
    ControlAddress address;
    address.target = target;
    return address;
}

/// What a call to a server that greets every line with @p answer ends with.
QString callTo(const QByteArray &answer)
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        return server.errorString();
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
            socket->readAll();
            socket->write(answer);
            socket->disconnectFromHost();
        });
    });
    const QString target = u"127.0.0.1:%1"_s.arg(server.serverPort());
    const auto channel = ControlChannel::open(at(target));
    std::optional<Result<Description>> reply;
    QObject context;
    ControlCalls(*channel).describe(&context, [&](const Result<Description> &got) { reply = got; });
    if (!QTest::qWaitFor([&] { return reply.has_value(); }, 30'000) || *reply)
        return u"no error"_s;
    return shown(reply->error()).replace(target, u"THERE"_s);
}

} // namespace

/// What gRPC says of a connection, in words for people. The texts on the left are those of gRPC 1.51.
class TestCallError : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsTrue_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("meaning");
        const auto row = [](const char *target, const char *said, const char *meaning) {
            QTest::newRow(said) << QString::fromLatin1(target) << QString::fromLatin1(said)
                                << QString::fromLatin1(meaning);
        };
#define ALL "failed to connect to all addresses; last error: "
        row("h:1", ALL "OK",
            "endpoint: Something answers at h:1, but it is no Graticule keeper or control API (it speaks HTTP/1). "
            "Check "
            "host and port.");
        row("h:1", ALL "UNAUTHENTICATED: ipv4:127.0.0.1:1: Trying to connect an http1.x server",
            "endpoint: Something answers at h:1, but it is no Graticule keeper or control API (it speaks HTTP/1). "
            "Check "
            "host and port.");
        row("h:1", ALL "UNAVAILABLE: ipv4:127.0.0.1:1: Failed parsing HTTP/2",
            "endpoint: Something answers at h:1, but it is no Graticule keeper or control API (it does not speak "
            "HTTP/2). Check host and port.");
        row("h:1", ALL "UNKNOWN: ipv4:127.0.0.1:1: connection attempt timed out before receiving SETTINGS frame",
            "endpoint: h:1 accepts the connection, but says nothing. It hangs, or is no Graticule keeper or control "
            "API.");
        row("h:1", ALL "UNKNOWN: ipv4:127.0.0.1:1: Failed to connect to remote host: Connection refused",
            "endpoint: Nothing listens at h:1: its host is there and refuses the connection. Start the service, or "
            "mend "
            "the port.");
        row("h:1", "DNS resolution failed for h:1: C-ares status is not ARES_SUCCESS: Domain name not found",
            "network: The name in h:1 is not known. Check how it is written, and the name servers.");
        row("h:1", ALL "UNKNOWN: ipv4:10.0.0.1:1: Failed to connect to remote host: No route to host",
            "network: There is no route to h:1. Look at the network of the host that the keeper runs on.");
        row("h:1", ALL "UNKNOWN: ipv4:10.0.0.1:1: Failed to connect to remote host: Moon in the way",
            "network: Cannot connect to h:1: Failed to connect to remote host: Moon in the way.");
        row("h:1",
            ALL "UNKNOWN: ipv4:127.0.0.1:1: Ssl handshake failed: SSL_ERROR_SSL: error:0A00010B:SSL "
                "routines::wrong version number",
            "endpoint: h:1 does not speak TLS on this port. Check the port; a keeper of this machine may be spoken to "
            "without TLS, over http://.");
        row("h:1", ALL "UNKNOWN: ipv4:127.0.0.1:1: Handshake read failed",
            "endpoint: h:1 accepted the connection but did not answer the TLS handshake in time.");
        row("unix:///k", ALL "UNKNOWN: unix:/k: No such file or directory",
            "endpoint: Nothing listens at unix:///k: there is no such socket. Start the keeper, or mend the address.");
        row("unix:///k", ALL "UNKNOWN: unix:/k: Connection refused",
            "endpoint: Nothing listens at unix:///k any more. Start the keeper again.");
        row("unix:///k", ALL "UNKNOWN: unix:/k: Permission denied",
            "not allowed: unix:///k may not be opened by this user.");
        row("h:1", "Socket closed", "endpoint: h:1 ended the connection.");
#undef ALL
    }
    void saysWhatIsTrue()
    {
        QFETCH(QString, target);
        QFETCH(QString, said);
        QTEST(shown(connectionError(said, at(target))), "meaning");
    }

    /// The same from real servers, whatever the release of gRPC words it like.
    void aServerOfAnotherKindIsNamed()
    {
        const QString no = u"endpoint: Something answers at THERE, but it is no Graticule keeper or control API (%1). "
                           "Check host and port."_s;
        const QString http1 = no.arg(u"it speaks HTTP/1"_s);
        QCOMPARE(callTo("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"), http1);
        QCOMPARE(callTo("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"), http1);
        QCOMPARE(callTo("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"), http1);
        QCOMPARE(callTo(QByteArray("220 mail.example ESMTP ready\r\n").repeated(5)),
                 no.arg(u"it does not speak HTTP/2"_s));
    }
};

QTEST_GUILESS_MAIN(TestCallError)
#include "tst_callerror.moc"
