// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/console/program/program.h"
#include "tests/testing/test.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalServer>

#include <csignal>

using namespace graticule;
using namespace graticule::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList kSites{u"sites"_s, u"--json"_s, u"--wait"_s, u"30"_s};

QString firstLine(const QByteArray &text)
{
    return QString::fromUtf8(text).section(u'\n', 0, 0);
}

/// "fra1 down": name and state, and whether it is stale.
QString stateOf(const QJsonObject &listing, const QString &kind, const QString &name)
{
    const QJsonObject entity = named(listing, kind, name);
    if (entity.isEmpty())
        return u"%1 is not there"_s.arg(name);
    return entity["state"_L1].toString() + (entity["stale"_L1].toBool() ? u", stale"_s : QString());
}

} // namespace

/// The real programs, each test with a home of its own.
class TestEndToEnd : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void aFreshHomeShowsTheLab()
    {
        const Home home;
        const Ended first = home.run(kSites);
        QCOMPARE(first.code, 0);
        QCOMPARE(firstLine(first.err),
                 u"Nothing is configured: showing the LAB (invented sites). `graticule lab stop` ends it; "
                 "`graticule connect docker unix:///var/run/docker.sock` connects a real endpoint."_s);
        const QJsonObject fleet = first.json();
        QCOMPARE(fleet["mode"_L1].toString(), u"live"_s);
        QCOMPARE(fleet["lab"_L1].toBool(), true);
        QCOMPARE(fleet["keeper"_L1]["state"_L1].toString(), u"live"_s);
        QCOMPARE(fleet["sites"_L1].toArray().size(), 120);
        for (const QJsonValue &site : fleet["sites"_L1].toArray())
            QCOMPARE(site["origin"_L1].toString(), u"lab"_s);

        const Ended again = home.run(kSites);
        QCOMPARE(again.code, 0);
        QCOMPARE(again.err, QByteArray());
        QCOMPARE(again.json()["sites"_L1].toArray().size(), 120);
    }

    void withoutTheLabThereIsNothing()
    {
        const Home home;
        const Ended sites = home.run({u"sites"_s, u"--no-lab"_s, u"--json"_s, u"--wait"_s, u"10"_s});
        QCOMPARE(sites.code, 0);
        QVERIFY(sites.json()["sites"_L1].toArray().isEmpty());
        QCOMPARE(home.run({u"sites"_s, u"--no-lab"_s}).err, QByteArray("There are no sites.\n"));
    }

    void aStoppedLabStaysStopped()
    {
        const Home home;
        QCOMPARE(home.run({u"lab"_s, u"start"_s, u"--sites"_s, u"12"_s}).out,
                 QByteArray("The lab runs: 12 sites, seed 1. (starting)\n"));
        QCOMPARE(home.run({u"lab"_s, u"stop"_s}).out, QByteArray("The lab has ended.\n"));
        QVERIFY(home.run(kSites).json()["sites"_L1].toArray().isEmpty());
    }

    void aFaultShowsAndHeals()
    {
        const Home home;
        QCOMPARE(home.run(kSites).code, 0);
        const auto watch = home.start({u"sites"_s, u"--json"_s, u"--watch"_s});
        const auto is = [](const QString &state) {
            return [state](const QJsonObject &line) { return stateOf(line, u"sites"_s, u"ams1"_s) == state; };
        };
        QVERIFY(!lineThat(*watch, is(u"healthy"_s)).isEmpty());
        QCOMPARE(home.run({u"lab"_s, u"fault"_s, u"site-down"_s, u"ams1"_s}).code, 0);
        const QJsonObject down = lineThat(*watch, is(u"down"_s));
        QVERIFY(!named(down, u"sites"_s, u"ams1"_s)["reasons"_L1].toArray().isEmpty());
        QCOMPARE(home.run({u"lab"_s, u"heal"_s, u"ams1"_s}).code, 0);
        QVERIFY(!lineThat(*watch, is(u"healthy"_s)).isEmpty());

        const Ended wrong = home.run({u"lab"_s, u"fault"_s, u"site-down"_s, u"nowhere"_s});
        QCOMPARE(wrong.code, 4);
    }

    /// The keeper is killed under a watching console: said at once, started again, and all is as before.
    void aKilledKeeperIsSaidAndStartedAgain()
    {
        const Home home;
        QCOMPARE(home.run(kSites).code, 0);
        const auto watch = home.start({u"sites"_s, u"--json"_s, u"--watch"_s});
        const auto link = [](const QString &state) {
            return [state](const QJsonObject &line) { return line["keeper"_L1]["state"_L1].toString() == state; };
        };
        QVERIFY(!lineThat(*watch, link(u"live"_s)).isEmpty());
        const qint64 before = home.keeper();
        home.killKeeper();
        const QJsonObject lost = lineThat(*watch, link(u"lost"_s));
        QCOMPARE(lost["sites"_L1].toArray().size(), 120); // what was known stays visible
        QVERIFY(!lost["keeper"_L1]["error"_L1]["text"_L1].toString().isEmpty());
        QVERIFY(!lineThat(*watch, link(u"live"_s)).isEmpty());
        QVERIFY(home.keeper() > 0);
        QVERIFY(home.keeper() != before);
        QVERIFY(!lineThat(*watch, [](const QJsonObject &line) {
                     return line["sites"_L1].toArray().size() == 120 &&
                            stateOf(line, u"sites"_s, u"ams1"_s) == u"healthy";
                 }).isEmpty());
    }

    /// One keeper reads another. Both die; the first, started again, shows what it knew last, marked stale.
    void theLastKnownComesBackMarkedStale()
    {
        const Home home;
        const auto other = std::make_unique<Home>();
        QCOMPARE(other->run({u"lab"_s, u"start"_s, u"--sites"_s, u"12"_s}).code, 0);
        QCOMPARE(other->run(kSites).json()["sites"_L1].toArray().size(), 12);
        const Ended connected =
            home.run({u"connect"_s, u"grpc"_s, u"unix://"_s + other->socket(), u"--name"_s, u"other"_s});
        QCOMPARE(connected.code, 0);
        QVERIFY(connected.out.startsWith("other  "));
        const QJsonObject seen = home.run(kSites).json();
        QCOMPARE(seen["sites"_L1].toArray().size(), 12);
        const QString name = seen["sites"_L1][0]["name"_L1].toString();
        QCOMPARE(stateOf(seen, u"sites"_s, name), u"healthy"_s);

        home.run({u"keeper"_s, u"stop"_s});
        QVERIFY(other->keeper() > 0);
        other->killKeeper();
        const Ended connections = home.run({u"connections"_s, u"--json"_s, u"--wait"_s, u"30"_s});
        QCOMPARE(connections.code, 0);
        QCOMPARE(stateOf(connections.json(), u"connections"_s, u"other"_s), u"unreachable"_s);
        QCOMPARE(stateOf(connections.json(), u"connections"_s, u"lab europe"_s), u"stale"_s); // out of sight behind it
        const QJsonObject remembered = home.run(kSites).json();
        QCOMPARE(remembered["sites"_L1].toArray().size(), 12);
        QCOMPARE(stateOf(remembered, u"sites"_s, name), u"unreachable"_s); // as it was, but out of sight
    }

    void twoConsolesShareOneKeeper()
    {
        const Home home;
        const auto one = home.start(kSites);
        const auto two = home.start(kSites);
        for (QProcess *console : {one.get(), two.get()}) {
            QVERIFY(console->waitForFinished(Home::kDeadlineMs));
            QCOMPARE(console->exitCode(), 0);
        }
        const QJsonObject a = QJsonDocument::fromJson(one->readAllStandardOutput()).object();
        const QJsonObject b = QJsonDocument::fromJson(two->readAllStandardOutput()).object();
        const auto keeperOf = [](const QJsonObject &fleet) {
            return fleet["snapshot"_L1].toString().section(u'/', 0, 1);
        };
        QVERIFY(!keeperOf(a).isEmpty());
        QCOMPARE(keeperOf(a), keeperOf(b));
    }

    void aBrokenFileIsNamedAndLeftAlone()
    {
        const Home home;
        QVERIFY(QDir().mkpath(home.path(u"config/connections.d"_s)));
        for (const QString &folder : {u"."_s, u"config"_s, u"config/connections.d"_s})
            QFile::setPermissions(home.path(folder), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const QByteArray text = "type: docker\naddres: unix:///var/run/docker.sock\n";
        QFile file(home.path(u"config/connections.d/desk.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();

        const Ended shown = home.run({u"connections"_s, u"--wait"_s, u"10"_s});
        QCOMPARE(shown.code, 0);
        QVERIFY2(shown.err.contains("connections.d/desk.yaml"), shown.err);
        QVERIFY2(shown.err.contains("line 2"), shown.err);
        QVERIFY2(shown.err.contains("addres"), shown.err);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), text);
    }

    void connectingTriesFirst()
    {
        const Home home;
        const Ended failed = home.run({u"connect"_s, u"docker"_s, u"unix:///nowhere/docker.sock"_s});
        QCOMPARE(failed.code, 3);
        QVERIFY2(failed.err.contains("/nowhere/docker.sock"), failed.err);
        QVERIFY2(failed.err.contains("Nothing was saved."), failed.err);
        QVERIFY(home.run({u"connections"_s, u"--no-lab"_s, u"--json"_s, u"--wait"_s, u"10"_s})
                    .json()["connections"_L1]
                    .toArray()
                    .isEmpty());

        const Ended saved = home.run(
            {u"connect"_s, u"docker"_s, u"unix:///nowhere/docker.sock"_s, u"--name"_s, u"desk"_s, u"--no-test"_s});
        QCOMPARE(saved.code, 0);
        const Ended settled = home.run({u"connections"_s, u"--json"_s, u"--wait"_s, u"20"_s});
        QCOMPARE(settled.code, 0); // a connection that has failed has settled
        QCOMPARE(stateOf(settled.json(), u"connections"_s, u"desk"_s), u"unreachable"_s);

        QCOMPARE(home.run({u"connections"_s, u"test"_s, u"desk"_s}).code, 3);
        QVERIFY(home.run({u"connections"_s, u"pause"_s, u"desk"_s}).out.startsWith("Paused desk  "));
        QCOMPARE(stateOf(home.run({u"connections"_s, u"--json"_s, u"--wait"_s, u"10"_s}).json(), u"connections"_s,
                         u"desk"_s),
                 u"paused"_s);
        QVERIFY(home.run({u"connections"_s, u"resume"_s, u"desk"_s}).out.startsWith("Resumed desk  "));
        QVERIFY(home.run({u"connections"_s, u"remove"_s, u"desk"_s}).out.startsWith("Removed desk  "));
        QCOMPARE(home.run({u"connections"_s, u"remove"_s, u"desk"_s}).code, 4);
    }

    void whatIsWrongIsNamed()
    {
        const Home home;
        const Ended type = home.run({u"connect"_s, u"dockr"_s, u"unix:///x"_s});
        QCOMPARE(type.code, 6);
        QVERIFY2(type.err.contains("dockr") && type.err.contains("docker"), type.err);
        const Ended keeper =
            home.run({u"sites"_s, u"--keeper"_s, u"unix:///nowhere/keeper.sock"_s, u"--wait"_s, u"2"_s});
        QCOMPARE(keeper.code, 2);
        QVERIFY2(keeper.err.contains("/nowhere/keeper.sock"), keeper.err);
        QCOMPARE(home.run({u"sites"_s, u"--site"_s, u"nowhere"_s, u"--no-lab"_s}).code, 4);
        QCOMPARE(home.run({u"sites"_s, u"--wait"_s, u"soon"_s}).code, 1);
        QCOMPARE(home.run({u"sties"_s}).code, 1);
    }

    /// An endpoint that accepts and never answers: the wait ends in time, prints what there is, and says so.
    void waitingEnds()
    {
        const Home home;
        QLocalServer frozen;
        QVERIFY(frozen.listen(home.path(u"frozen.sock"_s)));
        QCOMPARE(home.run({u"connect"_s, u"docker"_s, u"unix://"_s + home.path(u"frozen.sock"_s), u"--name"_s,
                           u"frozen"_s, u"--no-test"_s})
                     .code,
                 0);
        const Ended waited = home.run({u"connections"_s, u"--json"_s, u"--wait"_s, u"1"_s});
        QCOMPARE(waited.code, 5);
        QCOMPARE(waited.json()["connections"_L1].toArray().size(), 1);
        QVERIFY2(waited.err.contains("1 of 1 connections have not settled yet: frozen."), waited.err);
    }

    void aReaderThatGoesAwayIsNoFailure()
    {
        const Home home;
        QCOMPARE(home.run(kSites).code, 0);
        QProcess shell;
        shell.start(u"/bin/bash"_s,
                    {u"-c"_s, u"set -o pipefail; \"$GRATICULE_BIN/graticule\" sites --json --home \"$0\" | head -n 1"_s,
                     home.path()});
        QVERIFY(shell.waitForFinished(Home::kDeadlineMs));
        QCOMPARE(shell.exitCode(), 0);
        QCOMPARE(shell.readAllStandardOutput().count('\n'), 1);
        QCOMPARE(shell.readAllStandardError(), QByteArray());
    }

    void controlCEndsWatching()
    {
        const Home home;
        const auto watch = home.start({u"sites"_s, u"--watch"_s, u"--no-lab"_s});
        QVERIFY(watch->waitForReadyRead(Home::kDeadlineMs));
        ::kill(pid_t(watch->processId()), SIGINT);
        QVERIFY(watch->waitForFinished(Home::kDeadlineMs));
        QCOMPARE(watch->exitStatus(), QProcess::NormalExit);
        QCOMPARE(watch->exitCode(), 0);
    }

    void everyVerbHelps()
    {
        const Home home;
        const QByteArray all = home.run({u"--help"_s}).out;
        for (const QString &verb : {u"connections"_s, u"sites"_s, u"services"_s, u"nodes"_s, u"assets"_s, u"connect"_s,
                                    u"connections pause"_s, u"discover"_s, u"keeper start"_s, u"lab fault"_s}) {
            QVERIFY2(all.contains(verb.toUtf8()), qPrintable(verb));
            const Ended help = home.run(verb.split(u' ') + QStringList{u"--help"_s});
            QCOMPARE(help.code, 0);
            QVERIFY(help.out.contains("examples:") && help.out.contains("exit codes:"));
        }
        QCOMPARE(home.keeper(), 0); // help starts nothing
    }
};

QTEST_GUILESS_MAIN(TestEndToEnd)
#include "tst_endtoend.moc"
