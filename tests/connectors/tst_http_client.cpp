// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/httpclient.h"
#include "backend/connectors/http/httperror.h"
#include "backend/connectors/http/linesplitter.h"
#include "tests/connectors/faultyserver.h"
#include "tests/connectors/fleetprint.h"
#include "tests/testing/test.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>

using graticule::testing::Answer;
using graticule::testing::FaultyServer;
using namespace graticule;

/// The transport against a server that behaves badly, over TCP and unix sockets.
class TestHttpClient : public graticule::testing::Test
{
    Q_OBJECT

private:
    SystemClock m_clock;
    LoadMeter m_load{m_clock, 0, 0};

    static HttpEndpoint tcp(quint16 port)
    {
        HttpEndpoint endpoint;
        endpoint.url = "http://127.0.0.1:" + QByteArray::number(port);
        endpoint.shown = QStringLiteral("THERE");
        return endpoint;
    }
    static HttpEndpoint unixSocket(const QString &path)
    {
        HttpEndpoint endpoint;
        endpoint.url = "http://docker";
        endpoint.unixSocket = path;
        endpoint.shown = QStringLiteral("THERE");
        endpoint.permissionHint = QStringLiteral("Add the user to group docker.");
        return endpoint;
    }
    /// "200 body" or the error.
    static QString outcome(const HttpReply &reply)
    {
        return reply.error() ? graticule::testing::printed(*reply.error())
                             : QStringLiteral("%1 %2").arg(reply.status()).arg(QString::fromUtf8(reply.body()));
    }
    QString ask(HttpClient &client, const HttpRequest &request, int within = 5000)
    {
        const auto reply = client.send(request);
        QSignalSpy finished(reply.get(), &HttpReply::finished);
        return finished.wait(within) ? outcome(*reply) : QStringLiteral("nothing in time");
    }
    QString ask(const HttpEndpoint &endpoint, const HttpRequest &request = {})
    {
        HttpClient client(endpoint, m_load, m_clock);
        return ask(client, request);
    }
    static HttpRequest quick(Milliseconds within)
    {
        HttpRequest request;
        request.limits.connect = request.limits.answer = request.limits.whole = within;
        return request;
    }

private Q_SLOTS:
    void getsAnAnswerOverTcpAndUnixSockets()
    {
        QTemporaryDir directory;
        FaultyServer server;
        server.listenTcp();
        server.listenUnix(directory.filePath(QStringLiteral("s")));
        server.setScript([](const QByteArray &method, const QByteArray &path) {
            return Answer::of(201, method + ' ' + path, "X-Name: value\r\n");
        });
        HttpRequest request;
        request.method = "POST";
        request.path = "/some/../path?a=%20b";
        request.body = "body";
        QCOMPARE(ask(tcp(server.port()), request), QStringLiteral("201 POST /some/../path?a=%20b"));
        QCOMPARE(ask(unixSocket(directory.filePath(QStringLiteral("s")))), QStringLiteral("201 GET /"));
    }

    void readsHeadersInAnyCaseAndOnlyTheFinalOnes()
    {
        FaultyServer server;
        server.listenTcp();
        server.setScript([](auto, auto) {
            return Answer::raw("HTTP/1.1 103 Early\r\nApi-Version: 9\r\n\r\nHTTP/1.1 200 OK\r\napi-version:  1.41 "
                               "\r\nContent-Length: 0\r\n\r\n");
        });
        HttpClient client(tcp(server.port()), m_load, m_clock);
        const auto reply = client.send({});
        QSignalSpy finished(reply.get(), &HttpReply::finished);
        QVERIFY(finished.wait());
        QCOMPARE(reply->status(), 200);
        QCOMPARE(reply->header("API-Version"), QByteArray("1.41"));
        QVERIFY(reply->latencyMs() > 0);
    }

    void readsAnswersHoweverTheyAreCut_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\nhello world");
        QTest::newRow("chunked") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                               "5\r\nhello\r\n6;x=y\r\n world\r\n0\r\nTrailer: t\r\n\r\n");
    }
    void readsAnswersHoweverTheyAreCut()
    {
        QFETCH(QByteArray, bytes);
        FaultyServer server;
        server.listenTcp();
        int piece = 1;
        server.setScript([&](auto, auto) { return Answer{bytes, piece, 0, false}; });
        HttpClient client(tcp(server.port()), m_load, m_clock);
        for (piece = 1; piece < bytes.size(); piece += 7)
            QCOMPARE(ask(client, {}), QStringLiteral("200 hello world"));
    }

    void keepsConnectionsAndSurvivesTheirEnd()
    {
        FaultyServer server;
        server.listenTcp();
        server.setScript([](auto, auto) { return Answer::of(200, "ok"); });
        HttpClient client(tcp(server.port()), m_load, m_clock);
        QCOMPARE(ask(client, {}), QStringLiteral("200 ok"));
        QCOMPARE(ask(client, {}), QStringLiteral("200 ok"));
        QCOMPARE(server.connections(), 1);
        server.closeAll();
        QCOMPARE(ask(client, {}), QStringLiteral("200 ok"));
    }

    void saysWhatWentWrong_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const QByteArray &answer, const char *error) {
            QTest::newRow(name) << answer << QString::fromLatin1(error);
        };
        row("closed", "", "disconnected, endpoint: THERE closed the connection without an answer.");
        row("not HTTP", "SSH-2.0-OpenSSH_9.2\r\n", "malformed, endpoint: THERE answers, but not in HTTP.");
        row("binary", QByteArray("\x00\x01\x02\xff\xfe\r\n\r\n", 9),
            "malformed, endpoint: THERE answers, but not in HTTP.");
        row("half a body", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf",
            "disconnected, endpoint: THERE closed the connection in the middle of an answer.");
        row("half a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\nhalf",
            "disconnected, endpoint: THERE closed the connection in the middle of an answer.");
        row("negative length", "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
            "malformed, endpoint: THERE answers, but not in HTTP.");
        row("announced too much", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
            "too large, endpoint: The answer of THERE passes our limit: body of 1 MB.");
    }
    void saysWhatWentWrong()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, error);
        FaultyServer server;
        server.listenTcp();
        server.setScript([&](auto, auto) { return Answer::raw(answer); });
        HttpRequest request;
        request.limits.body = 1 << 20;
        QCOMPARE(ask(tcp(server.port()), request), error);
    }

    void brokenChunksAreMalformed()
    {
        FaultyServer server;
        server.listenTcp();
        server.setScript([](auto, auto) {
            return Answer::raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\nhello\r\n");
        });
        QVERIFY(ask(tcp(server.port())).startsWith(QLatin1String("malformed, endpoint: THERE sends broken chunks")));
    }

    void nobodyThere()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        const quint16 port = taken.serverPort();
        taken.close();
        QCOMPARE(ask(tcp(port)),
                 QStringLiteral("unreachable, endpoint: Nothing listens at THERE: its host is there and refuses the "
                                "connection. Start the service, or mend the port."));
        QCOMPARE(ask(unixSocket(QStringLiteral("/nonexistent/docker.sock"))),
                 QStringLiteral("unreachable, endpoint: Nothing listens at THERE: there is no such socket. Start the "
                                "service, or mend the address."));
        HttpEndpoint unknown = tcp(1);
        unknown.url = "http://does-not-exist.invalid";
        QCOMPARE(ask(unknown), QStringLiteral("unreachable, network: The name in THERE is not known. Check how it is "
                                              "written, and the name servers."));
    }

    void socketThatNobodyServesAnyMore()
    {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("s"));
        QVERIFY(QFile(path).open(QIODevice::WriteOnly)); // a plain file refuses like a dead socket
        QCOMPARE(ask(unixSocket(path)),
                 QStringLiteral("unreachable, endpoint: Nothing listens at THERE any more. Start the service again."));
    }

    void frozenServerTimesOut()
    {
        FaultyServer server;
        server.listenTcp();
        server.freeze();
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(ask(tcp(server.port()), quick(Milliseconds(200))),
                 QStringLiteral("timed out, endpoint: THERE accepted the connection but did not answer in time."));
        QVERIFY2(timer.elapsed() < 2000, "the deadline holds");
    }

    void slowBodyTimesOut()
    {
        FaultyServer server;
        server.listenTcp();
        server.setScript([](auto, auto) {
            return Answer{"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfive.", 0, 0, false};
        });
        QCOMPARE(ask(tcp(server.port()), quick(Milliseconds(200))),
                 QStringLiteral("timed out, endpoint: THERE accepted the connection but did not answer in time."));
    }

    void garbageIsCutAndMemoryBounded()
    {
        FaultyServer server;
        server.listenTcp();
        server.setScript([](auto, auto) {
            return Answer{"HTTP/1.1 200 OK\r\n\r\n", 0, 500 << 20, true}; // without a length: until the end
        });
        HttpRequest request;
        request.limits.body = 8 << 20;
        const qint64 before = peakMemory();
        QCOMPARE(ask(tcp(server.port()), request),
                 QStringLiteral("too large, endpoint: The answer of THERE passes our limit: body of 8 MB."));
        const qint64 grown = peakMemory() - before;
        QVERIFY2(grown < 64 << 20, qPrintable(QStringLiteral("grown by %1 MB").arg(grown >> 20)));
    }

    void endlessHeadersAreCut()
    {
        FaultyServer server;
        server.listenTcp();
        server.setScript([](auto, auto) {
            return Answer{"HTTP/1.1 200 OK\r\n" +
                              QByteArray("X-Filler: " + QByteArray(1000, 'x') + "\r\n").repeated(100),
                          0, 0, false};
        });
        QCOMPARE(ask(tcp(server.port())),
                 QStringLiteral("too large, endpoint: The answer of THERE passes our limit: headers of 64 kB."));
    }

    void doesNotFollowRedirects()
    {
        FaultyServer server;
        server.listenTcp();
        server.setScript(
            [&](auto, auto) { return Answer::of(302, "", "Location: " + server.address().toUtf8() + "/else\r\n"); });
        QCOMPARE(ask(tcp(server.port())), QStringLiteral("302 "));
        QCOMPARE(server.asked(), QStringList{QStringLiteral("GET /")});
    }

    void ignoresTheEnvironmentsProxies()
    {
        qputenv("http_proxy", "http://127.0.0.1:1");
        qputenv("ALL_PROXY", "http://127.0.0.1:1");
        FaultyServer server;
        server.listenTcp();
        server.setScript([](auto, auto) { return Answer::of(200, "direct"); });
        const QString outcome = ask(tcp(server.port()));
        qunsetenv("http_proxy");
        qunsetenv("ALL_PROXY");
        QCOMPARE(outcome, QStringLiteral("200 direct"));
        HttpEndpoint proxied = tcp(server.port());
        proxied.proxy = "http://127.0.0.1:1";
        QVERIFY(ask(proxied).startsWith(QLatin1String("unreachable, network: The proxy for THERE does not help: ")));
    }

    void streamsInPieces()
    {
        FaultyServer server;
        server.listenTcp();
        server.setScript([](auto, auto) { return Answer::stream(); });
        HttpClient client(tcp(server.port()), m_load, m_clock);
        HttpRequest request;
        request.stream = true;
        request.limits.whole = Milliseconds(0);
        const auto reply = client.send(request);
        QByteArray received;
        connect(reply.get(), &HttpReply::received, this, [&](const QByteArray &bytes) { received += bytes; });
        QSignalSpy answered(reply.get(), &HttpReply::answered);
        QVERIFY(answered.wait());
        server.say("one\n");
        QTRY_COMPARE(received, QByteArray("one\n"));
        server.say("two\n");
        QTRY_COMPARE(received, QByteArray("one\ntwo\n"));
        QCOMPARE(reply->body(), QByteArray());
        server.closeAll();
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->error()->kind, ErrorKind::Disconnected);
    }

    void deletingCancelsAtAnyTime()
    {
        FaultyServer server;
        server.listenTcp();
        server.setScript([](auto, auto) { return Answer::of(200, "ok"); });
        HttpClient client(tcp(server.port()), m_load, m_clock);
        client.send({}).reset(); // before anything
        auto inAnswered = client.send({});
        connect(inAnswered.get(), &HttpReply::answered, this, [&] { inAnswered.reset(); });
        auto inFinished = client.send({});
        connect(inFinished.get(), &HttpReply::finished, this, [&] { inFinished.reset(); });
        QTRY_VERIFY(!inAnswered && !inFinished);
        QCOMPARE(ask(client, {}), QStringLiteral("200 ok"));
    }

    void clientMayGoFirst()
    {
        FaultyServer server;
        server.listenTcp();
        server.setScript([](auto, auto) { return Answer::of(200, "ok"); });
        auto client = std::make_unique<HttpClient>(tcp(server.port()), m_load, m_clock);
        const auto left = client->send({});
        const auto other = client->send({});
        connect(other.get(), &HttpReply::finished, this, [&] { client.reset(); }); // in the middle of its own work
        QTRY_VERIFY(!client);
        QSignalSpy finished(left.get(), &HttpReply::finished);
        QVERIFY(finished.isEmpty());
    }

    void countsWhatItCosts()
    {
        FaultyServer server;
        server.listenTcp();
        server.setScript([](auto, auto) { return Answer::of(200, QByteArray(5000, 'x')); });
        LoadMeter load(m_clock, 0, 0);
        HttpClient client(tcp(server.port()), load, m_clock);
        ask(client, {});
        ask(client, {});
        QCOMPARE(load.requestsPerSecond(), 0.2); // two, averaged over ten seconds
        QVERIFY(load.bytesPerSecond() > 1000 && load.bytesPerSecond() < 1200);
    }

    void sendsTheTokenOrSaysWhyNot()
    {
        FaultyServer server;
        server.listenTcp();
        server.setScript([](auto, auto) { return Answer::of(200, "ok"); });
        HttpClient client(tcp(server.port()), m_load, m_clock);
        client.setToken([]() -> Result<QByteArray> {
            return Error{ErrorKind::Refused, Fault::Input, QStringLiteral("The secret is gone."), std::nullopt};
        });
        QCOMPARE(ask(client, {}), QStringLiteral("refused, input: The secret is gone."));
        client.setToken([]() -> Result<QByteArray> { return QByteArray("a\r\nX-Injected: 1"); });
        QCOMPARE(ask(client, {}), QStringLiteral("invalid, input: token: it has characters that no token has."));
        client.setToken([]() -> Result<QByteArray> { return QByteArray("abc"); });
        QCOMPARE(ask(client, {}), QStringLiteral("200 ok"));
        QCOMPARE(server.asked().size(), 1);
    }

    void statusBecomesAnError_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("error");
        const auto row = [](int status, const QByteArray &body, const char *error) {
            QTest::addRow("%d", status) << status << body << QString::fromLatin1(error);
        };
        row(302, "",
            "unsupported, endpoint: THERE redirects elsewhere (302), which is not followed. Set the address to the "
            "final one.");
        row(400, "Client sent an HTTP request to an HTTPS server.\n",
            "unsupported, input: THERE speaks TLS on this port and we spoke plain HTTP. Use https://, or set tls.ca "
            "and the client certificate.");
        row(401, "", "refused, not allowed: THERE answers 401 when asked to list containers.");
        row(403, "{\"message\":\"authorization denied by plugin\"}",
            "refused, not allowed: THERE answers 403 when asked to list containers: authorization denied by plugin");
        row(404, "404 page\nnot found",
            "not found, endpoint: THERE answers 404 when asked to list containers: 404 page not found");
        row(500, "{\"message\":7}", "malformed, endpoint: THERE answers 500 when asked to list containers.");
        row(503, "\x1b[31mbusy\x07", "malformed, endpoint: THERE answers 503 when asked to list containers: [31mbusy");
    }
    void statusBecomesAnError()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, error);
        QCOMPARE(graticule::testing::printed(statusError(tcp(1), status, body, QStringLiteral("list containers"))),
                 error);
    }

    void cutsStreamsAtNewlines()
    {
        const QByteArray text = "one\r\n\ntwo\nthree\n";
        for (qsizetype cut = 0; cut <= text.size(); ++cut) {
            LineSplitter lines(100);
            QList<QByteArray> all = lines.add(text.left(cut));
            all += lines.add(text.mid(cut));
            QCOMPARE(all, (QList<QByteArray>{"one", "two", "three"}));
        }
        LineSplitter lines(10);
        QCOMPARE(lines.add("short\n0123456789a"), QList<QByteArray>{"short"});
        QVERIFY(lines.overflowed());
        QCOMPARE(lines.add("\nmore\n"), QList<QByteArray>());
    }

private:
    static qint64 peakMemory()
    {
        QFile status(QStringLiteral("/proc/self/status"));
        if (!status.open(QIODevice::ReadOnly))
            return 0;
        const QByteArray text = status.readAll();
        const qsizetype at = text.indexOf("VmHWM:") + 6;
        return text.mid(at, text.indexOf("kB", at) - at).trimmed().toLongLong() * 1024;
    }
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_http_client.moc"
