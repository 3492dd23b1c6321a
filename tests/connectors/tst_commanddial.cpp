// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/commanddial.h"
#include "backend/connectors/http/httpclient.h"
#include "tests/connectors/fleetprint.h"
#include "tests/testing/test.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace graticule;

namespace {

/// An HTTP server in a shell, on its standard input and output; $1 is a directory of pipes by which some wait for
/// others and for the test.
constexpr char kServer[] = R"sh(
answer() { printf 'HTTP/1.1 200 OK\r\nContent-Length: %s\r\n\r\n%s' ${#1} "$1"; }
end=$(printf '\r')
while read -r method path version; do
    while read -r line && [ "$line" != "$end" ]; do :; done
    number=${path##*/}
    case $path in
    /pid) answer $$ ;;
    /fails/*) echo "it is $number" >&2; exit $number ;;
    /half/*) printf 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf'; echo "it is $number" >&2; exit $number ;;
    /together/*)
        if mkdir "$1/first" 2>/dev/null; then read -r line <"$1/second"; else : >"$1/second"; fi
        echo "it is $number" >&2
        exit $number ;;
    /diesLater/*)
        answer $$
        read -r line <"$1/die"
        exit $number ;;
    /largeWhenTold)
        read -r line <"$1/answer"
        answer "$(printf '%9999s' x)" ;;
    esac
done
)sh";

QString text(const CommandEnd &end)
{
    static const char *const hows[] = {"missing", "not started", "crashed", "exited"};
    return QStringLiteral("%1 %2: %3")
        .arg(QLatin1String(hows[int(end.how)]))
        .arg(end.exitCode)
        .arg(QString::fromUtf8(end.said));
}

/// Without waiting: whether something can be read or the other end is closed.
bool hasNews(int socket)
{
    char byte = 0;
    return ::recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT) >= 0;
}

bool connectTo(const QString &path, int socket)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, QFile::encodeName(path).constData(), sizeof address.sun_path);
    return ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

/// What a caller does with a dial.
int dialled(CommandDial &dial)
{
    const QString path = dial.socketPath();
    const int socket = dial.open();
    return connectTo(path, socket) ? socket : -1;
}

bool isOpen(int descriptor)
{
    return ::fcntl(descriptor, F_GETFD) != -1;
}

} // namespace

/// Connections that are a program, here a shell.
class TestCommandDial : public graticule::testing::Test
{
    Q_OBJECT

private:
    SystemClock m_clock;
    LoadMeter m_load{m_clock, 0, 0};

    static QStringList shell(const QString &script) { return {QStringLiteral("sh"), QStringLiteral("-c"), script}; }

    static HttpEndpoint server(const QTemporaryDir &signs)
    {
        for (const char *pipe : {"second", "die", "answer"})
            ::mkfifo(QFile::encodeName(signs.filePath(QLatin1String(pipe))).constData(), 0600);
        HttpEndpoint endpoint;
        endpoint.url = "http://docker";
        endpoint.shown = QStringLiteral("THERE");
        endpoint.command = shell(QLatin1String(kServer)) + QStringList{QStringLiteral("server"), signs.path()};
        endpoint.commandError = [](const QString &, const CommandEnd &end) {
            return Error{ErrorKind::Unreachable, Fault::Network, text(end)};
        };
        return endpoint;
    }
    static HttpRequest get(const QByteArray &path)
    {
        HttpRequest request;
        request.path = path;
        return request;
    }
    /// "200 body" or the error, when it is there.
    static QString outcome(const HttpReply &reply)
    {
        if (!QTest::qWaitFor([&] { return reply.isFinished(); }, 10'000))
            return QStringLiteral("nothing in time");
        return reply.error() ? graticule::testing::printed(*reply.error())
                             : QStringLiteral("%1 %2").arg(reply.status()).arg(QString::fromUtf8(reply.body()));
    }
    static QString ask(HttpClient &client, const QByteArray &path)
    {
        const auto reply = client.send(get(path));
        return outcome(*reply);
    }
    /// While the system gives only @p count descriptors more.
    QString askWithDescriptors(HttpClient &client, int count)
    {
        rlimit before{};
        ::getrlimit(RLIMIT_NOFILE, &before);
        QList<int> next;
        while (next.size() <= count)
            next.append(::dup(STDERR_FILENO));
        for (const int descriptor : std::as_const(next))
            ::close(descriptor);
        rlimit few = before;
        few.rlim_cur = rlim_t(next.last());
        ::setrlimit(RLIMIT_NOFILE, &few);
        const auto restore = qScopeGuard([&] { ::setrlimit(RLIMIT_NOFILE, &before); });
        return ask(client, "/pid");
    }
    /// How one run of @p command ends.
    static QString endOf(const QStringList &command)
    {
        CommandDial dial(command);
        const int socket = dialled(dial);
        const auto fate = dial.fate(socket);
        const bool ended = QTest::qWaitFor([&] { return hasNews(socket); }, 10'000);
        dial.close(socket);
        return !ended ? QStringLiteral("nothing in time") : fate->failure ? text(*fate->failure) : QString();
    }

private Q_SLOTS:
    void oneRunServesManyRequests()
    {
        const QTemporaryDir signs;
        HttpClient client(server(signs), m_load, m_clock);
        const QString first = ask(client, "/pid");
        QVERIFY2(first.startsWith(QLatin1String("200 ")), qPrintable(first));
        QCOMPARE(ask(client, "/pid"), first);
    }

    void saysHowTheCommandEnded()
    {
        QCOMPARE(endOf(shell(QStringLiteral("echo so it is >&2; exit 255"))), QStringLiteral("exited 255: so it is"));
        QCOMPARE(endOf(shell(QStringLiteral("kill -9 $$"))), QStringLiteral("crashed 0: "));
        QCOMPARE(endOf(shell(QStringLiteral("exit 0"))), QString());
    }

    void aMissingProgramIsNotOneThatCannotBeStarted()
    {
        const QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("program"));
        QVERIFY(endOf({path}).startsWith(QLatin1String("missing")));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner)); // not to be executed
        const QString end = endOf({path});
        QVERIFY2(end.startsWith(QLatin1String("not started 0: ")) && end.contains(QLatin1String("ermission denied")),
                 qPrintable(end));
    }

    void keepsOnlyTheEndOfWhatIsSaid()
    {
        CommandDial dial(shell(QStringLiteral("i=0; while [ $i -lt 20000 ]; do echo $i is how many complaints there "
                                              "were; i=$((i+1)); done >&2; echo done; read -r line; exit 1")));
        const int socket = dialled(dial);
        QTRY_VERIFY(dial.findChild<QProcess *>());
        auto *process = dial.findChild<QProcess *>();
        process->setReadChannel(QProcess::StandardError);
        QTRY_VERIFY(hasNews(socket)); // all is said, and it runs on
        QTRY_COMPARE(process->bytesAvailable(), 0);
        const auto fate = dial.fate(socket);
        QCOMPARE(::write(socket, "\n", 1), 1);
        QTRY_VERIFY(fate->failure);
        QCOMPARE(fate->failure->said.size(), 3999); // 4000 with the line's end
        QVERIFY(fate->failure->said.endsWith("\n19999 is how many complaints there were"));
        dial.close(socket);
    }

    void aDescriptorIsClosedOnce()
    {
        auto dial = std::make_unique<CommandDial>(shell(QStringLiteral("read -r line; exit 1")));
        const int socket = dialled(*dial);
        QVERIFY(socket >= 0);
        const auto fate = dial->fate(socket);
        int other = -1;
        QTRY_VERIFY(dial->findChild<QProcess *>());
        // The dial goes in the moment after the program's end: what it closed has become somebody else's number.
        connect(dial->findChild<QProcess *>(), &QProcess::finished, this, [&] {
            other = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
            dial->close(socket);
            dial.reset();
        });
        QCOMPARE(::write(socket, "\n", 1), 1);
        QTRY_VERIFY(!dial);
        QVERIFY(fate->failure);
        QVERIFY(isOpen(other));
        ::close(other);
    }

    void programsThatRunAreKilledWithTheDial()
    {
        const QTemporaryDir signs;
        QString pid;
        {
            HttpClient client(server(signs), m_load, m_clock);
            pid = ask(client, "/pid").section(QLatin1Char(' '), 1);
        }
        QVERIFY(pid.toInt() > 0);
        QTRY_VERIFY(!QFile::exists(QStringLiteral("/proc/") + pid));
    }

    void aStrangerIsSentAway()
    {
        CommandDial dial(shell(QStringLiteral("echo secret; read -r line")));
        const int stranger = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        QVERIFY(connectTo(dial.socketPath(), stranger));
        const int socket = dialled(dial);
        QTRY_VERIFY(hasNews(stranger) && hasNews(socket));
        char byte = 0;
        QCOMPARE(::recv(stranger, &byte, 1, MSG_DONTWAIT), 0); // closed
        QCOMPARE(::recv(socket, &byte, 1, MSG_DONTWAIT), 1);
        ::close(stranger);
        dial.close(socket);
    }

    void saysWhenThereIsNoPlaceForASocket()
    {
        const QTemporaryDir signs;
        const QString deep = signs.filePath(QString(100, u'x'));
        QVERIFY(QDir().mkpath(deep));
        const QByteArray before = qgetenv("TMPDIR");
        const auto restore = qScopeGuard([&] { before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before); });
        qputenv("TMPDIR", QFile::encodeName(deep));
        HttpClient client(server(signs), m_load, m_clock);
        QCOMPARE(ask(client, "/pid"),
                 QStringLiteral("internal, ours: No connection to THERE can be made: %1 is too long a path for a "
                                "socket; set another TMPDIR.")
                     .arg(deep));
    }

    void saysWhenThereIsNoDescriptor()
    {
        const auto noSocket =
            QStringLiteral("internal, ours: No connection to THERE can be made: Too many open files.");
        const QTemporaryDir signs;
        HttpClient client(server(signs), m_load, m_clock);
        QCOMPARE(askWithDescriptors(client, 0), noSocket); // not even to listen
        QCOMPARE(askWithDescriptors(client, 1), noSocket); // to listen
        QCOMPARE(askWithDescriptors(client, 1),            // for our end, but not for that of the program
                 QStringLiteral("unreachable, network: not started 0: Too many open files"));
        QVERIFY(ask(client, "/pid").startsWith(QLatin1String("200 "))); // there are some again
    }

    void eachRequestFailsByItsOwnConnection()
    {
        const QTemporaryDir signs;
        HttpClient client(server(signs), m_load, m_clock);
        const auto one = client.send(get("/together/31"));
        const auto two = client.send(get("/together/32"));
        QCOMPARE(outcome(*one), QStringLiteral("unreachable, network: exited 31: it is 31"));
        QCOMPARE(outcome(*two), QStringLiteral("unreachable, network: exited 32: it is 32"));
    }

    void aConnectionThatIsUsedAgainExplainsItsFailure()
    {
        const QTemporaryDir signs;
        HttpClient client(server(signs), m_load, m_clock);
        QVERIFY(ask(client, "/pid").startsWith(QLatin1String("200 ")));
        QCOMPARE(ask(client, "/half/33"), QStringLiteral("unreachable, network: exited 33: it is 33"));
        QCOMPARE(ask(client, "/fails/34"), QStringLiteral("unreachable, network: exited 34: it is 34"));
    }

    void anIdleConnectionsEndExplainsNothingElse()
    {
        const QTemporaryDir signs;
        HttpClient client(server(signs), m_load, m_clock);
        const auto first = client.send(get("/diesLater/255"));
        HttpRequest request = get("/largeWhenTold");
        request.limits.body = 1 << 10;
        const auto second = client.send(request);
        const QString pid = outcome(*first).section(QLatin1Char(' '), 1);
        QVERIFY(pid.toInt() > 0);
        QFile die(signs.filePath(QStringLiteral("die"))), answer(signs.filePath(QStringLiteral("answer")));
        for (QFile *sign : {&die, &answer})
            QVERIFY(sign->open(QIODevice::ReadWrite | QIODevice::Unbuffered)); // waits for nobody
        QCOMPARE(die.write("\n"), 1);
        QTRY_VERIFY(!QFile::exists(QStringLiteral("/proc/") + pid));
        QCOMPARE(answer.write("\n"), 1);
        QCOMPARE(outcome(*second),
                 QStringLiteral("too large, endpoint: The answer of THERE passes our limit: body of 1 kB."));
    }
};

QTEST_GUILESS_MAIN(TestCommandDial)
#include "tst_commanddial.moc"
