// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/console/program/program.h"
#include "tests/testing/test.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>

#include <csignal>

#include <unistd.h>

using namespace graticule;
using namespace graticule::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

/// `graticule ARGUMENTS REDIRECTION`, as a shell runs it.
Ended inShell(const Home &home, const QString &line)
{
    QProcess shell;
    shell.start(u"/bin/bash"_s, {u"-c"_s, u"exec \"$GRATICULE_BIN/graticule\" --home \"$0\" "_s + line, home.path()});
    if (!shell.waitForFinished(Home::kDeadlineMs))
        return {-1, {}, "(did not end)"};
    return {shell.exitCode(), shell.readAllStandardOutput(), shell.readAllStandardError()};
}

} // namespace

/// What the real program says, and returns, where somebody stumbles.
class TestSaysItself : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyHomeIsNoHome()
    {
        QProcess process;
        process.start(qEnvironmentVariable("GRATICULE_BIN") + u"/graticule"_s, {u"sites"_s, u"--home"_s, QString()});
        QVERIFY(process.waitForFinished(Home::kDeadlineMs));
        QCOMPARE(process.exitCode(), 1);
        QCOMPARE(process.readAllStandardError(),
                 QByteArray("graticule: --home is given an empty value; say --home DIR, "
                            "or leave it out. See `graticule sites --help`.\n"));
    }

    void aWordThatOnlyBeginsVerbsIsExplained()
    {
        const Home home;
        const Ended help = home.run({u"keeper"_s, u"--help"_s});
        QCOMPARE(help.code, 0);
        for (const char *verb : {"keeper start", "keeper stop", "keeper status"})
            QVERIFY2(help.out.contains(verb), verb);
        QVERIFY(home.run({u"connections"_s, u"--help"_s}).out.contains("connections pause NAME"));
        const Ended wrong = home.run({u"keeper"_s, u"sotp"_s});
        QCOMPARE(wrong.code, 1);
        QCOMPARE(
            wrong.err,
            QByteArray("graticule: keeper: \"sotp\" is not one of start, stop, status, add, list, remove. Did you mean "
                       "stop? See `graticule keeper --help`.\n"));
    }

    void whatCannotBePrintedIsAFailure_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArray>("why");
        const QByteArray full = "No space left on device";
        for (const char *line : {"sites --json", "sites --csv", "sites", "sites --json --watch", "--help"})
            QTest::newRow(line) << QString::fromLatin1(line) + u" >/dev/full"_s << full;
        QTest::newRow("closed") << u"sites --json >&-"_s << QByteArray("Bad file descriptor");
    }
    void whatCannotBePrintedIsAFailure()
    {
        QFETCH(QString, line);
        QFETCH(QByteArray, why);
        const Home home;
        const Ended ended = inShell(home, line);
        QCOMPARE(ended.code, 7);
        QVERIFY2(ended.err.endsWith("graticule: Cannot write to standard output: " + why + ".\n"), ended.err);
    }

    void withoutPatienceItPrintsWhatThereIs()
    {
        const Home home;
        const Ended first = home.run({u"connections"_s, u"--no-lab"_s, u"--wait"_s, u"0"_s, u"--json"_s});
        QCOMPARE(first.err, QByteArray());
        QCOMPARE(first.code, 0);
        QVERIFY(first.json().contains("connections"_L1));
        QCOMPARE(home.run({u"lab"_s, u"start"_s}).code, 0);
        const Ended lab = home.run({u"connections"_s, u"--wait"_s, u"0"_s, u"--json"_s});
        QVERIFY2(lab.code == 0 || lab.code == 5, lab.err);
        QCOMPARE(lab.json()["connections"_L1].toArray().size(), 6);
    }

    void aKeeperThatIsNotThereIsSaidAtOnce()
    {
        const Home home;
        const auto waiting =
            home.start({u"sites"_s, u"--keeper"_s, u"unix:///nowhere/keeper.sock"_s, u"--wait"_s, u"600"_s});
        QByteArray said;
        QTRY_VERIFY((said += waiting->readAllStandardError()).endsWith("Waiting for it, at most 600 s.\n"));
        QVERIFY2(said.startsWith("Nothing listens at unix:///nowhere/keeper.sock"), said);

        QElapsedTimer timer;
        timer.start();
        QProcess process;
        process.start(qEnvironmentVariable("GRATICULE_BIN") + u"/graticule"_s,
                      {u"sites"_s, u"--home"_s, u"/dev/null/home"_s});
        QVERIFY(process.waitForFinished(Home::kDeadlineMs));
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("/dev/null/home"));
        QVERIFY(timer.elapsed() < 5000);
    }

    void savedIsNotConnected()
    {
        const Home home;
        const Ended saved = home.run(
            {u"connect"_s, u"docker"_s, u"unix:///nowhere/docker.sock"_s, u"--name"_s, u"--odd"_s, u"--no-test"_s});
        QCOMPARE(saved.code, 0);
        QCOMPARE(saved.err, QByteArray("Saved, not tried. `graticule connections` shows how it is doing; `graticule "
                                       "connections remove -- --odd` undoes this.\n"));
        QCOMPARE(inShell(home, u"connections remove -- --odd"_s).code, 0);
        const Ended wrong = home.run({u"connect"_s, u"docker"_s, u"foo"_s});
        QCOMPARE(wrong.code, 6);
        QVERIFY2(wrong.err.contains("(TLS with --ca, --cert, --key)"), wrong.err);
    }

    /// Edited and deleted by hand, while the keeper runs.
    void filesAreFollowed()
    {
        const Home home;
        QCOMPARE(home.run({u"connections"_s, u"--no-lab"_s}).code, 0);
        QVERIFY(QDir().mkpath(home.path(u"config/connections.d"_s)));
        const auto write = [&](const char *name, const QByteArray &text) {
            QFile file(home.path(u"config/connections.d/"_s + QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(text);
        };
        const auto names = [&] {
            QStringList result;
            const QJsonObject listed = home.run({u"connections"_s, u"--no-lab"_s, u"--json"_s}).json();
            for (const QJsonValue &connection : listed["connections"_L1].toArray())
                result.append(connection["name"_L1].toString());
            return result.join(u' ');
        };
        write("a.yaml", "type: docker\naddress: unix:///nowhere/a.sock\n");
        write("b.yaml", "type: doc\n");
        QTRY_COMPARE(names(), u"a"_s);
        QVERIFY(home.run({u"connections"_s}).err.contains("b.yaml is left as it is"));
        write("b.yaml", "type: docker\naddress: unix:///nowhere/b.sock\n");
        QTRY_COMPARE(names(), u"a b"_s);
        QVERIFY(QFile::remove(home.path(u"config/connections.d/a.yaml"_s)));
        QTRY_COMPARE(names(), u"b"_s);
    }

    void theLabSaysWhatBecameOfIt()
    {
        const Home home;
        const auto said = [&](const QStringList &words) { return home.run(QStringList{u"lab"_s} + words); };
        QCOMPARE(said({u"stop"_s}).out, QByteArray("The lab did not run.\n"));
        QCOMPARE(said({u"fault"_s, u"site-down"_s, u"fra1"_s}).err,
                 QByteArray("graticule: The lab does not run: `graticule lab start`.\n"));
        QCOMPARE(said({u"start"_s}).code, 0);
        QCOMPARE(home.run({u"keeper"_s, u"stop"_s}).code, 0);
        QCOMPARE(said({u"heal"_s, u"all"_s}).out, QByteArray("Every fault is healed.\n")); // it was waited for
        QCOMPARE(said({u"fault"_s, u"link-cut"_s, u"fra1>iad1"_s}).out,
                 QByteArray("link-cut at fra1>iad1, until it is healed.\n"));
        const Ended wrong = said({u"fault"_s, u"link-cut"_s, u"fra1>akl1"_s});
        QCOMPARE(wrong.code, 4);
        QVERIFY2(wrong.err.contains("No link joins fra1 and akl1 in the lab. fra1 has links with "), wrong.err);
        QCOMPARE(said({u"stop"_s}).out, QByteArray("The lab has ended.\n"));
    }

    void whatIsBehindAnotherKeeperIsDoneThere()
    {
        const Home home;
        QCOMPARE(home.run({u"sites"_s, u"--wait"_s, u"30"_s}).code, 0); // with the lab
        for (const QString &verb : {u"pause"_s, u"remove"_s, u"test"_s}) {
            const Ended ended = home.run({u"connections"_s, verb, u"lab-europe"_s});
            QCOMPARE(ended.code, 6);
            QCOMPARE(ended.err,
                     QByteArray("graticule: \"lab-europe\" is behind \"lab europe\": do it at that keeper.\n"));
        }
        const Ended itself = home.run({u"connect"_s, u"grpc"_s, u"unix://"_s + home.socket()});
        QVERIFY(itself.code != 0);
        QVERIFY2(itself.err.contains("is this keeper itself"), itself.err);
    }

    /// One Ctrl+C ends a watch whose reader has stopped reading.
    void aReaderThatStopsReadingKeepsNobody()
    {
        const Home home;
        QCOMPARE(home.run({u"sites"_s, u"--wait"_s, u"30"_s}).code, 0);
        int ends[2] = {-1, -1};
        QCOMPARE(::pipe(ends), 0);
        QProcess watch;
        watch.setProgram(u"/bin/bash"_s);
        watch.setArguments({u"-c"_s, u"exec \"$GRATICULE_BIN/graticule\" sites --json --watch --home \"$0\" >\"$1\""_s,
                            home.path(), u"/proc/%1/fd/%2"_s.arg(::getpid()).arg(ends[1])});
        watch.start();
        QVERIFY(watch.waitForStarted());
        // A listing of 120 sites is more than the pipe holds: the rest of it waits for us, who read no more.
        char byte = 0;
        QCOMPARE(::read(ends[0], &byte, 1), 1); // it prints
        ::kill(pid_t(watch.processId()), SIGINT);
        QVERIFY(watch.waitForFinished(10'000));
        QCOMPARE(watch.exitStatus(), QProcess::NormalExit);
        QCOMPARE(watch.exitCode(), 0);
        ::close(ends[0]);
        ::close(ends[1]);
    }
};

QTEST_GUILESS_MAIN(TestSaysItself)
#include "tst_saysitself.moc"
