// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/keeperhome.h"
#include "backend/keeper/keeperlog.h"
#include "backend/keeper/privatelistener.h"
#include "tests/testing/test.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace graticule;

namespace {

int modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? int(status.st_mode & 0777) : -1;
}

/// What happens to a process of another user that connects to the socket at @p path: 'c' connected and then left alone,
/// 'e' turned away, 'x' could not even connect.
char asAnotherUser(const QString &path, const std::function<void()> &serve)
{
    int answer[2];
    if (::pipe(answer) != 0)
        return '?';
    const QByteArray native = QFile::encodeName(path);
    const pid_t child = ::fork();
    if (child == 0) {
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        std::copy(native.begin(), native.end(), address.sun_path);
        const bool changed = ::setgid(65534) == 0 && ::setuid(65534) == 0;
        const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
        char result = 'x';
        const timeval patience{2, 0};
        ::setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
        if (changed && ::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0) {
            char byte = 0;
            result = ::read(descriptor, &byte, 1) == 0 ? 'e' : 'c';
        }
        ::_exit(::write(answer[1], &result, 1) == 1 ? 0 : 1);
    }
    ::close(answer[1]);
    int status = 0;
    while (::waitpid(child, &status, WNOHANG) == 0)
        serve();
    char result = '?';
    if (::read(answer[0], &result, 1) != 1)
        result = '?';
    ::close(answer[0]);
    return result;
}

} // namespace

class tst_KeeperHome : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void hasItsPlaces();
    void standardPlaces();
    void longPathsGetAShortRunDirectory();
    void oneHomeHoweverItIsSpelt();
    void isClosedToOthers();
    void idStays();
    void buildChangesWithTheProgram();
    void letsOwnUserIn();
    void turnsOthersAway();
    void cleansUpAfterAKill();
    void logIsBounded();
};

void tst_KeeperHome::hasItsPlaces()
{
    const KeeperHome home = KeeperHome::at(QStringLiteral("/srv/g"));
    QCOMPARE(home.connectionsDirectory(), QStringLiteral("/srv/g/config/connections.d"));
    QCOMPARE(home.labFile(), QStringLiteral("/srv/g/config/lab.yaml"));
    QCOMPARE(home.logFile(), QStringLiteral("/srv/g/data/keeper.log"));
    QCOMPARE(home.address().target, QStringLiteral("unix:///srv/g/run/keeper.sock"));
    QCOMPARE(home.arguments(), QStringList({QStringLiteral("--home"), QStringLiteral("/srv/g")}));
}

void tst_KeeperHome::standardPlaces()
{
    const QTemporaryDir runtime;
    qputenv("XDG_CONFIG_HOME", "/xdg/config");
    qputenv("XDG_DATA_HOME", "relative/is/ignored");
    qputenv("XDG_RUNTIME_DIR", runtime.path().toUtf8());
    const KeeperHome home = KeeperHome::of({});
    QCOMPARE(home.connectionsDirectory(), QStringLiteral("/xdg/config/graticule/connections.d"));
    QCOMPARE(home.dataDirectory(), QDir::homePath() + QStringLiteral("/.local/share/graticule"));
    QCOMPARE(home.socketPath(), runtime.path() + QStringLiteral("/graticule/keeper.sock"));
    QCOMPARE(home.arguments(), QStringList());
    qunsetenv("XDG_RUNTIME_DIR");
    QVERIFY(KeeperHome::of({}).socketPath().startsWith(QStringLiteral("/tmp/graticule-%1-").arg(::getuid())));
}

void tst_KeeperHome::longPathsGetAShortRunDirectory()
{
    const QString deep = QStringLiteral("/srv/") + QString(120, QLatin1Char('d'));
    const QString run = KeeperHome::at(deep).runDirectory();
    QVERIFY(run.startsWith(QStringLiteral("/tmp/graticule-%1-").arg(::getuid())));
    QVERIFY(KeeperHome::at(deep + QLatin1Char('e')).runDirectory() != run);
    QVERIFY((KeeperHome::at(deep).labSocketDirectory() + QStringLiteral("/africa-middle-east.sock")).size() < 100);
}

void tst_KeeperHome::oneHomeHoweverItIsSpelt()
{
    QTemporaryDir directory;
    const QString link = directory.path() + QStringLiteral("-link");
    QVERIFY(QFile::link(directory.path(), link));
    QCOMPARE(KeeperHome::at(link).socketPath(), KeeperHome::at(directory.path() + QStringLiteral("/.")).socketPath());
    QVERIFY(QFile::remove(link));
}

void tst_KeeperHome::isClosedToOthers()
{
    QTemporaryDir directory;
    const KeeperHome home = KeeperHome::at(directory.path());
    QVERIFY(QDir().mkpath(home.runDirectory()));
    QCOMPARE(::chmod(QFile::encodeName(home.runDirectory()).constData(), 0755), 0);
    QVERIFY(bool(home.create()));
    for (const QString &path : {home.configDirectory(), home.dataDirectory(), home.runDirectory()})
        QCOMPARE(modeOf(path), 0700);

    // A link in place of the directory may lead to somewhere that others own.
    QVERIFY(QDir(home.runDirectory()).removeRecursively());
    QVERIFY(QFile::link(QStringLiteral("/tmp"), home.runDirectory()));
    const auto made = home.create();
    QVERIFY(!made);
    QCOMPARE(made.error().text, home.runDirectory() + QStringLiteral(" is no directory; move it away."));
}

void tst_KeeperHome::idStays()
{
    QTemporaryDir directory;
    const auto id = keeperIdIn(directory.filePath(QStringLiteral("data")));
    QVERIFY(id && id->size() == 36);
    QCOMPARE(*keeperIdIn(directory.filePath(QStringLiteral("data"))), *id);
}

void tst_KeeperHome::buildChangesWithTheProgram()
{
    QTemporaryDir directory;
    QFile program(directory.filePath(QStringLiteral("graticuled")));
    QCOMPARE(buildOf(program.fileName()), QString());
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("one");
    program.flush();
    const QString first = buildOf(program.fileName());
    QVERIFY(!first.isEmpty());
    program.write("and more");
    program.flush();
    QVERIFY(buildOf(program.fileName()) != first);
}

void tst_KeeperHome::letsOwnUserIn()
{
    int ends[2];
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    QVERIFY(PrivateListener::isOwnUser(ends[0]));
    ::close(ends[0]);
    ::close(ends[1]);
    QVERIFY(!PrivateListener::isOwnUser(ends[0])); // what is no socket is nobody's
}

void tst_KeeperHome::turnsOthersAway()
{
    if (::geteuid() != 0)
        QSKIP("only root can become another user");
    QTemporaryDir directory;
    const KeeperHome home = KeeperHome::at(directory.path());
    const auto listener = PrivateListener::open(home, {});
    QVERIFY(bool(listener));
    QSignalSpy accepted(listener->get(), &PrivateListener::accepted);
    const auto serve = [] { QTest::qWait(10); };
    QCOMPARE(asAnotherUser(home.socketPath(), serve), 'x'); // the directory is closed

    // And if somebody opened it, the keeper looks who comes.
    for (const QString &path : {directory.path(), home.runDirectory(), home.socketPath()})
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0777), 0);
    QCOMPARE(asAnotherUser(home.socketPath(), serve), 'e');
    QCOMPARE(accepted.size(), 0);
}

void tst_KeeperHome::cleansUpAfterAKill()
{
    QTemporaryDir directory;
    const KeeperHome home = KeeperHome::at(directory.path());
    QVERIFY(bool(home.create()));
    // What a killed keeper leaves: a socket that nobody serves, and a lock file that nobody holds.
    {
        const auto first = PrivateListener::open(home, QStringLiteral("b1"));
        QVERIFY(bool(first));
        QVERIFY(QFile::copy(home.lockFile(), home.lockFile() + QStringLiteral(".left")));
    }
    QVERIFY(QFile::remove(home.lockFile()));
    QVERIFY(QFile::rename(home.lockFile() + QStringLiteral(".left"), home.lockFile()));
    const int dead = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    const QByteArray native = QFile::encodeName(home.socketPath());
    std::copy(native.begin(), native.end(), address.sun_path);
    QCOMPARE(::bind(dead, reinterpret_cast<const sockaddr *>(&address), sizeof(address)), 0);
    ::close(dead);
    QVERIFY(bool(PrivateListener::open(home, QStringLiteral("b2"))));
}

void tst_KeeperHome::logIsBounded()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("keeper.log"));
    {
        const KeeperLog log(path);
        const QString line(2000, QLatin1Char('x'));
        for (int i = 0; i < 2000; ++i)
            qInfo("%s", qUtf8Printable(line));
        qInfo("%s", qUtf8Printable(QString(100'000, QLatin1Char('y')))); // cut short
        qInfo("the end");
    }
    QVERIFY(QFile(path).size() <= KeeperLog::kMost + 5000);
    QVERIFY(QFile(path + QStringLiteral(".1")).size() <= KeeperLog::kMost + 5000);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().endsWith(" info: the end\n"));
    QCOMPARE(modeOf(path), 0600);
}

QTEST_GUILESS_MAIN(tst_KeeperHome)
#include "tst_keeperhome.moc"
