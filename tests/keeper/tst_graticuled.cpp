// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/controlcalls.h"
#include "backend/control/fleetclient.h"
#include "tests/testing/test.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <csignal>

using namespace graticule;

namespace {

QString program()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/graticuled");
}

struct Output
{
    int code = -1;
    QString out;
    QString err;
};

Output run(const QStringList &arguments)
{
    QProcess process;
    process.start(program(), arguments);
    process.waitForFinished(10'000);
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

void openssl(const QString &directory, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(directory);
    process.start(QStringLiteral("openssl"), arguments);
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

/// ca.pem; NAME.pem and NAME.key signed by it.
void makeCertificate(const QString &directory, const QString &name)
{
    const QStringList key{QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                          QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes")};
    const bool isAuthority = name == QLatin1String("ca");
    QStringList arguments{QStringLiteral("req"), QStringLiteral("-x509")};
    arguments += key;
    arguments += {QStringLiteral("-keyout"),     name + QStringLiteral(".key"), QStringLiteral("-out"),
                  name + QStringLiteral(".pem"), QStringLiteral("-days"),       QStringLiteral("30"),
                  QStringLiteral("-subj"),       QStringLiteral("/CN=") + name};
    if (!isAuthority)
        arguments += {QStringLiteral("-CA"),     QStringLiteral("ca.pem"),
                      QStringLiteral("-CAkey"),  QStringLiteral("ca.key"),
                      QStringLiteral("-addext"), QStringLiteral("subjectAltName=DNS:localhost,IP:127.0.0.1")};
    openssl(directory, arguments);
    QFile(directory + QLatin1Char('/') + name + QStringLiteral(".key"))
        .setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

/// A call's outcome: what is there, or why not.
template<class T> Result<T> wait(const std::function<void(ControlCalls::Reply<T>)> &ask)
{
    std::optional<Result<T>> answer;
    ask([&](const Result<T> &reply) { answer = reply; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 12'000))
        return Error{ErrorKind::TimedOut, Fault::Unknown, QStringLiteral("no answer"), {}};
    return *answer;
}

} // namespace

class tst_Graticuled : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void explainsItself();
    void checksAHome();
    void checksAConfiguration();
    void refusesToListenToTheWorld();
    void servesATeam();
    void servesTheLabAlone();
    void labEndsWithItsKeeper();
};

void tst_Graticuled::explainsItself()
{
    QVERIFY(run({QStringLiteral("--help")}).out.startsWith(QLatin1String("usage: graticuled --private")));
    QVERIFY(run({QStringLiteral("--version")}).out.startsWith(QLatin1String("graticuled ")));
    QCOMPARE(run({}).code, 2);
    QCOMPARE(run({QStringLiteral("--frobnicate")}).code, 2);
    QCOMPARE(run({QStringLiteral("dance")}).code, 2);
    QCOMPARE(run({QStringLiteral("--lab")}).code, 2);
    const auto why = [](const QStringList &arguments) { return run(arguments).err.section(QLatin1Char('\n'), 0, 0); };
    QCOMPARE(why({QStringLiteral("check"), QStringLiteral("foo")}),
             QStringLiteral("graticuled: unknown argument: foo"));
    QCOMPARE(why({QStringLiteral("--private"), QStringLiteral("--home"), QString()}),
             QStringLiteral("graticuled: --home is given an empty value"));
    QCOMPARE(why({QStringLiteral("--lab"), QStringLiteral("--dir"), QStringLiteral("x"), QStringLiteral("--sites"),
                  QStringLiteral("3")}),
             QStringLiteral("graticuled: --sites takes 6 to 100000"));
}

void tst_Graticuled::checksAHome()
{
    QTemporaryDir home;
    const QStringList check{QStringLiteral("check"), QStringLiteral("--home"), home.path()};
    QCOMPARE(run(check).code, 0);
    QCOMPARE(run(check).out, QStringLiteral("0 connections, no mistakes\n"));
    const Output nowhere =
        run({QStringLiteral("check"), QStringLiteral("--home"), home.filePath(QStringLiteral("nowhere"))});
    QCOMPARE(nowhere.code, 1);
    QCOMPARE(nowhere.err, QStringLiteral("graticuled: %1/nowhere: there is no such directory\n").arg(home.path()));
    QVERIFY(QDir(home.path()).mkpath(QStringLiteral("config/connections.d")));
    const QString path = home.filePath(QStringLiteral("config/connections.d/"));
    write(path + QStringLiteral("good.yaml"), "type: docker\naddress: unix:///var/run/docker.sock\n");
    QCOMPARE(run(check).out, QStringLiteral("1 connection, no mistakes\n"));
    write(path + QStringLiteral("bad.yaml"), "type: dokcer\naddress: unix:///x\npasued: yes\n");
    const Output output = run(check);
    QCOMPARE(output.code, 1);
    const QString expected =
        QStringLiteral("%1bad.yaml:1: type: \"dokcer\" is no type of connection; did you mean \"docker\"?\n"
                       "%1bad.yaml:3: pasued: is not known here; did you mean \"paused\"?\n");
    QCOMPARE(output.out, expected.arg(path));
    QVERIFY(QFile::remove(path + QStringLiteral("bad.yaml")));

    // What reads well and cannot be meant.
    write(path + QStringLiteral("good.yaml"),
          "type: docker\naddress: unix:///x\nlabels: {graticule.dev/country: XX, graticule.dev/position: '999,1'}\n");
    write(path + QStringLiteral("yml.yml"), "type: docker\naddress: unix:///x\n");
    const Output meant = run(check);
    QCOMPARE(meant.code, 1);
    write(path + QStringLiteral("town.yaml"), "type: docker\naddress: unix:///y\nplace: {city: Franfurt}\n");
    const Output town = run(check);
    QVERIFY2(town.out.contains(QLatin1String("town.yaml:3: place: city \"Franfurt\" is not known; did you mean "
                                             "\"Frankfurt am Main\"")),
             qPrintable(town.out));
    for (const char *part : {"good.yaml:3: labels: label graticule.dev/country \"XX\" is no ISO 3166-1 alpha-2 code",
                             "graticule.dev/position \"999,1\"",
                             "yml.yml:1: is not read: its name must end in .yaml, so call it yml.yaml"})
        QVERIFY2(meant.out.contains(QLatin1String(part)), qPrintable(meant.out));
}

void tst_Graticuled::checksAConfiguration()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("keeper.yaml"));
    const QStringList check{QStringLiteral("check"), QStringLiteral("--config"), path};
    QCOMPARE(run(check).out, path + QStringLiteral(":1: cannot be read: No such file or directory\n"));
    write(path, "data: data\nlog: loud\n");
    QVERIFY(QDir(directory.path()).mkdir(QStringLiteral("connections.d")));
    write(directory.filePath(QStringLiteral("connections.d/x.yaml")), "- a list\n");
    const Output output = run(check);
    QCOMPARE(output.code, 1);
    QCOMPARE(output.out, QStringLiteral("%1/keeper.yaml:2: log: \"loud\" is no level; known are debug, info, warning\n"
                                        "%1/connections.d/x.yaml:1: must be a map of \"key: value\" lines\n")
                             .arg(directory.path()));
}

void tst_Graticuled::refusesToListenToTheWorld()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("keeper.yaml"));
    write(path, "data: data\nlisten: 0.0.0.0:0\n");
    const Output output = run({QStringLiteral("--config"), path});
    QCOMPARE(output.code, 1);
    QVERIFY2(output.err.contains(QLatin1String("which needs TLS")), qPrintable(output.err));
    QVERIFY(!QFile::exists(directory.filePath(QStringLiteral("data"))));
}

void tst_Graticuled::servesATeam()
{
    QTemporaryDir directory;
    for (const char *name : {"ca", "keeper", "alice", "bob"})
        makeCertificate(directory.path(), QString::fromLatin1(name));
    write(directory.filePath(QStringLiteral("keeper.yaml")), R"(name: emea
data: data
listen: 0.0.0.0:0
tls: {certificate: keeper.pem, key: keeper.key, client-ca: ca.pem}
clients:
  certificates: {alice: operator, "*": viewer}
host: {labels: {graticule.dev/site: emea-1, graticule.dev/country: IE}}
)");
    QProcess keeper;
    keeper.setReadChannel(QProcess::StandardError);
    keeper.start(program(), {QStringLiteral("--config"), directory.filePath(QStringLiteral("keeper.yaml"))});
    QVERIFY(QTest::qWaitFor([&] { return keeper.canReadLine(); }, 20'000));
    const QString said = QString::fromUtf8(keeper.readLine());
    const auto match = QRegularExpression(QStringLiteral("^emea serves at 0\\.0\\.0\\.0:(\\d+)\n$")).match(said);
    QVERIFY2(match.hasMatch(), qPrintable(said));

    const auto callsAs = [&](const QString &who) {
        ControlAddress address;
        address.target = QStringLiteral("127.0.0.1:") + match.captured(1);
        address.tls = true;
        address.caFile = directory.filePath(QStringLiteral("ca.pem"));
        if (!who.isEmpty()) {
            address.certificateFile = directory.filePath(who + QStringLiteral(".pem"));
            address.keyFile = directory.filePath(who + QStringLiteral(".key"));
        }
        return ControlChannel::open(address).value();
    };
    QObject context;
    const auto describe = [&](const QString &who) {
        const ControlCalls calls(callsAs(who));
        return wait<Description>([&](const auto &done) { calls.describe(&context, done); });
    };
    const auto alice = describe(QStringLiteral("alice"));
    QVERIFY2(bool(alice), alice ? "" : qPrintable(alice.error().text));
    QCOMPARE(alice->caller, QStringLiteral("alice"));
    QCOMPARE(alice->mode, QStringLiteral("team"));
    QCOMPARE(alice->permissions, QStringList({QStringLiteral("view"), QStringLiteral("operate")}));
    QCOMPARE(describe(QStringLiteral("bob"))->permissions, QStringList({QStringLiteral("view")}));
    QVERIFY(!describe({}));

    // It reports the host that it runs on, as the site that the file says.
    SystemClock clock;
    FleetClient fleet(clock, {});
    fleet.follow(callsAs(QStringLiteral("bob")));
    QTRY_VERIFY_WITH_TIMEOUT(fleet.snapshot() && fleet.snapshot()->tables.nodes.size() == 1, 10'000);
    QStringList sites;
    fleet.snapshot()->tables.sites.forEach(
        [&](const Site &site) { sites.append(site.name + QLatin1Char(' ') + site.place.country); });
    QCOMPARE(sites, QStringList({QStringLiteral("emea-1 IE")}));

    // A viewer changes nothing.
    ConnectionConfig config;
    config.name = QStringLiteral("x");
    config.type = QStringLiteral("docker");
    config.address = QStringLiteral("unix:///nowhere.sock");
    const auto saveAs = [&](const QString &who) {
        const ControlCalls calls(callsAs(who));
        return wait<ConnectionConfig>([&](const auto &done) { calls.save(&context, config, done); });
    };
    QCOMPARE(saveAs(QStringLiteral("bob")).error().kind, ErrorKind::Refused);
    QVERIFY(bool(saveAs(QStringLiteral("alice"))));
    QVERIFY(QFile::exists(directory.filePath(QStringLiteral("connections.d/x.yaml"))));

    keeper.terminate();
    QVERIFY(keeper.waitForFinished(10'000));
    QCOMPARE(keeper.exitStatus(), QProcess::NormalExit);
    QCOMPARE(keeper.exitCode(), 0);
}

void tst_Graticuled::servesTheLabAlone()
{
    QTemporaryDir directory;
    QProcess lab;
    lab.start(program(), {QStringLiteral("--lab"), QStringLiteral("--sites"), QStringLiteral("24"),
                          QStringLiteral("--seed"), QStringLiteral("5"), QStringLiteral("--dir"), directory.path()});
    const QString europe = directory.filePath(QStringLiteral("europe.sock"));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(europe), 20'000);
    ControlAddress address;
    address.target = QStringLiteral("unix://") + europe;
    SystemClock clock;
    FleetClient fleet(clock, {});
    fleet.follow(ControlChannel::open(address).value());
    QTRY_VERIFY_WITH_TIMEOUT(fleet.snapshot() && fleet.snapshot()->tables.sites.size() >= 2, 10'000);
    fleet.snapshot()->tables.sites.forEach([](const Site &site) { QCOMPARE(site.origin, Origin::Lab); });
    fleet.stop();
    lab.terminate();
    QVERIFY(lab.waitForFinished(10'000));
    QCOMPARE(lab.exitCode(), 0);
}

void tst_Graticuled::labEndsWithItsKeeper()
{
    QTemporaryDir directory;
    QProcess lab;
    lab.start(program(), {QStringLiteral("--lab"), QStringLiteral("--child"), QStringLiteral("--sites"),
                          QStringLiteral("12"), QStringLiteral("--dir"), directory.path()});
    QVERIFY(QTest::qWaitFor([&] { return lab.canReadLine(); }, 20'000));
    QCOMPARE(lab.readLine(), QByteArray("{\"ready\":true}\n"));
    lab.write("nonsense\n{\"number\":1,\"verb\":\"lab.dance\",\"target\":\"x\"}\n");
    QVERIFY(QTest::qWaitFor([&] { return lab.canReadLine(); }));
    QVERIFY(lab.readLine().contains("The lab knows lab.fault and lab.heal, not \\\"lab.dance\\\"."));
    lab.closeWriteChannel();
    QVERIFY(lab.waitForFinished(10'000));
    QCOMPARE(lab.exitCode(), 0);
}

QTEST_GUILESS_MAIN(tst_Graticuled)
#include "tst_graticuled.moc"
