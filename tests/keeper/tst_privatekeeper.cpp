// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/controlcalls.h"
#include "backend/control/fleetclient.h"
#include "backend/keeper/privatekeeper.h"
#include "tests/testing/test.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <csignal>

#include <sys/stat.h>

using namespace graticule;

namespace {

/// A home with its keeper's program, and a client that follows the keeper.
class Home
{
public:
    Home()
        : keeper(KeeperHome::at(directory.path()), program())
    {
    }
    ~Home() { keeper.stop(); }

    static QString program() { return QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/graticuled"); }

    QTemporaryDir directory;
    PrivateKeeper keeper;
};

class Client
{
public:
    explicit Client(const ControlAddress &address)
        : channel(ControlChannel::open(address).value())
        , calls(channel)
        , fleet(clock, {})
    {
        fleet.follow(channel);
    }

    int sites() const { return fleet.snapshot() ? int(fleet.snapshot()->tables.sites.size()) : 0; }

    int count(SiteState state) const
    {
        int result = 0;
        if (fleet.snapshot())
            fleet.snapshot()->tables.verdicts.forEach(
                [&](const Verdict &verdict) { result += verdict.state == state && !verdict.stale; });
        return result;
    }

    int stale() const
    {
        int result = 0;
        if (fleet.snapshot())
            fleet.snapshot()->tables.verdicts.forEach([&](const Verdict &verdict) { result += verdict.stale; });
        return result;
    }

    Description describe()
    {
        std::optional<Result<Description>> answer;
        calls.describe(&context, [&](const Result<Description> &reply) { answer = reply; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }) || !*answer)
            return {};
        return **answer;
    }

    Error perform(const Action &action)
    {
        std::optional<ActionProgress> last;
        calls.perform(&context, action, [&](const ActionProgress &progress) {
            if (progress.finished)
                last = progress;
        });
        if (!QTest::qWaitFor([&] { return last.has_value(); }))
            return {ErrorKind::TimedOut, Fault::Unknown, QStringLiteral("no answer"), {}};
        return last->error;
    }

    SystemClock clock;
    QObject context;
    std::shared_ptr<ControlChannel> channel;
    ControlCalls calls;
    FleetClient fleet;
};

} // namespace

class tst_PrivateKeeper : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void startsAndEnds();
    void endsWhenNobodyIsLeft();
    void givesAHomeToOneKeeperOnly();
    void isFoundFromAnotherEnvironment();
    void survivesKill();
    void replacesAnIdleKeeperOfAnotherBuild();
    void showsTheLab();
    void returnsTheLastSnapshot();
    void restartsALabThatCrashed();
    void keepsTheFaultsOfTheLab();
    void saysAtOnceThatAHomeCannotBe();
};

void tst_PrivateKeeper::startsAndEnds()
{
    Home home;
    QVERIFY(!home.keeper.running());
    const auto started = home.keeper.ensureRunning();
    QVERIFY2(bool(started), started ? "" : qPrintable(started.error().text));
    QVERIFY(started->started);

    Client client(started->address);
    const Description description = client.describe();
    QCOMPARE(description.mode, QStringLiteral("private"));
    QCOMPARE(description.permissions.join(QLatin1Char(' ')), QStringLiteral("view operate approve admin audit"));
    QCOMPARE(description.processId, started->processId);
    QVERIFY(!description.configured);

    const auto again = home.keeper.ensureRunning();
    QVERIFY(again && !again->started);
    QCOMPARE(again->processId, started->processId);

    // Nobody else can get in.
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(home.keeper.home().runDirectory()).constData(), &status), 0);
    QCOMPARE(int(status.st_mode & 0777), 0700);

    QVERIFY(bool(home.keeper.stop()));
    QVERIFY(!home.keeper.running());
    QVERIFY(bool(home.keeper.stop()));
}

void tst_PrivateKeeper::endsWhenNobodyIsLeft()
{
    Home home;
    const auto started = home.keeper.ensureRunning({QStringLiteral("--linger"), QStringLiteral("0.5")});
    QVERIFY(bool(started));
    {
        Client client(started->address);
        QTRY_COMPARE(client.fleet.link().state, KeeperLink::State::Live);
        const bool ended = QTest::qWaitFor([&] { return !home.keeper.running(); }, 1200); // longer than it lingers
        QVERIFY(!ended);
    }
    QTRY_VERIFY(!home.keeper.running());
    QTRY_VERIFY(::kill(pid_t(started->processId), 0) != 0); // it has written its last too
}

void tst_PrivateKeeper::givesAHomeToOneKeeperOnly()
{
    Home home;
    QVERIFY(bool(home.keeper.ensureRunning()));
    QProcess second;
    second.start(Home::program(), QStringList{QStringLiteral("--private")} + home.keeper.home().arguments());
    QVERIFY(second.waitForFinished());
    QCOMPARE(second.exitCode(), 3);
    const QByteArray said = second.readAllStandardError();
    QVERIFY2(said.contains("Another keeper (process "), said.constData());
}

/// cron, su and a desktop have the same home but not the same XDG_RUNTIME_DIR, which names the socket.
void tst_PrivateKeeper::isFoundFromAnotherEnvironment()
{
    const QTemporaryDir home, runtime;
    const auto put = [](const char *name, const QString &value) { qputenv(name, QFile::encodeName(value)); };
    const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
    put("XDG_CONFIG_HOME", home.filePath(QStringLiteral("config")));
    put("XDG_DATA_HOME", home.filePath(QStringLiteral("data")));
    put("XDG_RUNTIME_DIR", runtime.path());
    const PrivateKeeper desktop(KeeperHome::standard(), Home::program());
    const auto first = desktop.ensureRunning();
    QVERIFY2(bool(first), first ? "" : qPrintable(first.error().text));

    qunsetenv("XDG_RUNTIME_DIR");
    const PrivateKeeper cron(KeeperHome::standard(), Home::program());
    QVERIFY(cron.home().socketPath() != desktop.home().socketPath());
    const auto second = cron.ensureRunning();
    QVERIFY2(bool(second), second ? "" : qPrintable(second.error().text));
    QVERIFY(!second->started);
    QCOMPARE(second->processId, first->processId);
    QCOMPARE(Client(second->address).describe().processId, first->processId);
    QProcess other; // nor does a keeper that is started by hand wait for it in vain
    other.start(Home::program(), {QStringLiteral("--private")});
    QVERIFY(other.waitForFinished(3000));
    QCOMPARE(other.exitCode(), 3);
    QVERIFY(bool(cron.stop()));
    QVERIFY(!desktop.running());
    qputenv("XDG_RUNTIME_DIR", before);
    qunsetenv("XDG_CONFIG_HOME");
    qunsetenv("XDG_DATA_HOME");
}

void tst_PrivateKeeper::survivesKill()
{
    Home home;
    const auto first = home.keeper.ensureRunning();
    QVERIFY(bool(first));
    const QString id = Client(first->address).describe().keeperId;
    QVERIFY(!id.isEmpty());
    QCOMPARE(::kill(pid_t(first->processId), SIGKILL), 0);
    QTRY_VERIFY(!home.keeper.running());

    const auto second = home.keeper.ensureRunning();
    QVERIFY2(bool(second), second ? "" : qPrintable(second.error().text));
    QVERIFY(second->started);
    QCOMPARE(Client(second->address).describe().keeperId, id);
}

void tst_PrivateKeeper::replacesAnIdleKeeperOfAnotherBuild()
{
    Home home;
    const auto first = home.keeper.ensureRunning();
    QVERIFY(bool(first));
    // What the lock file says of the build is all that a console can know before it connects.
    QFile lock(home.keeper.home().lockFile());
    QVERIFY(lock.open(QIODevice::WriteOnly | QIODevice::Truncate));
    lock.write(QByteArray::number(first->processId) + "\nanother\n");
    lock.close();
    {
        Client watching(first->address);
        QTRY_COMPARE(watching.fleet.link().state, KeeperLink::State::Live);
        const auto kept = home.keeper.ensureRunning();
        QVERIFY(kept && kept->processId == first->processId);
    }
    QTRY_VERIFY(home.keeper.ensureRunning()->processId != first->processId);
}

void tst_PrivateKeeper::showsTheLab()
{
    Home home;
    const auto started = home.keeper.ensureRunning();
    QVERIFY(bool(started));
    Client client(started->address);
    std::optional<Result<LabStatus>> lab;
    client.calls.startLab(&client.context, 60, 7, [&](const Result<LabStatus> &reply) { lab = reply; });
    QTRY_VERIFY(lab.has_value());
    QVERIFY2(bool(*lab), *lab ? "" : qPrintable(lab->error().text));
    QVERIFY((*lab)->running);
    QTRY_COMPARE_WITH_TIMEOUT(client.sites(), 60, 20'000);
    QTRY_VERIFY(client.count(SiteState::Healthy) > 40);
    QVERIFY(client.describe().configured);

    // A frozen region is out of sight within two beats and one more second, and back as soon as it thaws.
    const int seen = client.count(SiteState::Healthy) + client.count(SiteState::Degraded);
    const EntityId europe("europe");
    const Error none = client.perform(
        {QStringLiteral("lab.fault"), europe, {{QStringLiteral("kind"), QStringLiteral("endpoint-frozen")}}, {}});
    QCOMPARE(none.text, QString());
    QTRY_VERIFY_WITH_TIMEOUT(client.count(SiteState::Unreachable) > 5, 5'500);
    QVERIFY(client.count(SiteState::Healthy) > 5);
    QCOMPARE(client.perform({QStringLiteral("lab.heal"), europe, {}, {}}).text, QString());
    QTRY_VERIFY_WITH_TIMEOUT(client.count(SiteState::Healthy) + client.count(SiteState::Degraded) >= seen - 2, 10'000);
}

void tst_PrivateKeeper::returnsTheLastSnapshot()
{
    Home home;
    QString line;
    {
        const auto started = home.keeper.ensureRunning();
        QVERIFY(bool(started));
        Client client(started->address);
        client.calls.startLab(&client.context, 30, 3, [](const Result<LabStatus> &) {});
        QTRY_COMPARE_WITH_TIMEOUT(client.sites(), 30, 20'000);
        QVERIFY(bool(home.keeper.stop()));
    }
    // Without its world, the lab cannot come back: what is left is what was last seen.
    QFile lab(home.keeper.home().labFile());
    QVERIFY(lab.open(QIODevice::ReadOnly));
    QCOMPARE(lab.readAll(), QByteArray("running: true\nsites: 30\nseed: 3\n"));
    const auto again = home.keeper.ensureRunning();
    QVERIFY(again && again->started);
    Client client(again->address);
    // The very first snapshot has them.
    QTRY_VERIFY(client.fleet.snapshot());
    QCOMPARE(client.sites(), 30);
    QTRY_VERIFY_WITH_TIMEOUT(client.count(SiteState::Healthy) > 15, 20'000);
}

void tst_PrivateKeeper::restartsALabThatCrashed()
{
    Home home;
    const auto started = home.keeper.ensureRunning();
    QVERIFY(bool(started));
    Client client(started->address);
    client.calls.startLab(&client.context, 12, 3, [](const Result<LabStatus> &) {});
    QTRY_COMPARE_WITH_TIMEOUT(client.sites(), 12, 20'000);

    QProcess children;
    children.start(QStringLiteral("pgrep"), {QStringLiteral("-P"), QString::number(started->processId)});
    QVERIFY(children.waitForFinished());
    const pid_t lab = children.readAllStandardOutput().trimmed().toInt();
    QVERIFY(lab > 1);
    QCOMPARE(::kill(lab, SIGKILL), 0);
    std::optional<LabStatus> status;
    const auto ask = [&] {
        client.calls.labStatus(&client.context, [&](const Result<LabStatus> &reply) {
            if (reply)
                status = *reply;
        });
    };
    QTRY_VERIFY((ask(), status && !status->text.isEmpty()));
    QCOMPARE(status->text, QStringLiteral("The lab's process ended unexpectedly and was started again."));
    QTRY_VERIFY_WITH_TIMEOUT(client.count(SiteState::Unreachable) == 0 && client.count(SiteState::Healthy) > 5, 20'000);
    QCOMPARE(client.sites(), 12);
}

/// Faults wait for a lab that is starting, and outlive keeper and lab until they are healed.
void tst_PrivateKeeper::keepsTheFaultsOfTheLab()
{
    Home home;
    const auto fault = [](const char *site) {
        return Action{QStringLiteral("lab.fault"),
                      EntityId(QByteArray(site)),
                      {{QStringLiteral("kind"), QStringLiteral("site-down")}},
                      {}};
    };
    {
        const auto started = home.keeper.ensureRunning();
        QVERIFY(bool(started));
        Client client(started->address);
        QCOMPARE(client.perform(fault("ams1")).text, QStringLiteral("The lab does not run: `graticule lab start`."));
        bool isStarting = false;
        client.calls.startLab(&client.context, 120, 1, [&](const Result<LabStatus> &lab) { isStarting = bool(lab); });
        QTRY_VERIFY(isStarting);
        QCOMPARE(client.perform(fault("ams1")).text, QString()); // before the lab has come up
        QCOMPARE(client.perform(fault("akl1")).text, QString());
        QCOMPARE(client.perform({QStringLiteral("lab.heal"), EntityId("akl1"), {}, {}}).text, QString());
        QVERIFY(bool(home.keeper.stop()));
    }
    const auto again = home.keeper.ensureRunning();
    QVERIFY(again && again->started);
    Client client(again->address);
    const auto state = [&](const QString &name) {
        SiteState found = SiteState::Unknown;
        if (!client.fleet.snapshot())
            return found;
        const FleetTables &tables = client.fleet.snapshot()->tables;
        tables.sites.forEach([&](const Site &site) {
            const Verdict *verdict = tables.verdicts.find(site.id);
            if (site.name == name && verdict && !verdict->stale)
                found = verdict->state;
        });
        return found;
    };
    QTRY_COMPARE_WITH_TIMEOUT(state(QStringLiteral("ams1")), SiteState::Down, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(state(QStringLiteral("akl1")), SiteState::Healthy, 20'000);
    QCOMPARE(client.perform({QStringLiteral("lab.heal"), EntityId("all"), {}, {}}).text, QString());
    QTRY_COMPARE_WITH_TIMEOUT(state(QStringLiteral("ams1")), SiteState::Healthy, 20'000);
    QFile lab(home.keeper.home().labFile());
    QVERIFY(lab.open(QIODevice::ReadOnly));
    QCOMPARE(lab.readAll(), QByteArray("running: true\nsites: 120\nseed: 1\n"));
}

void tst_PrivateKeeper::saysAtOnceThatAHomeCannotBe()
{
    PrivateKeeper keeper(KeeperHome::at(QStringLiteral("/dev/null/home")), Home::program());
    QElapsedTimer timer;
    timer.start();
    const auto running = keeper.ensureRunning();
    QVERIFY(!running);
    QVERIFY2(running.error().text.contains(QLatin1String("/dev/null/home")), qPrintable(running.error().text));
    QVERIFY(timer.elapsed() < 2000);
}

QTEST_GUILESS_MAIN(tst_PrivateKeeper)
#include "tst_privatekeeper.moc"
