// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/console/program/program.h"
#include "tests/testing/test.h"

#include <QDir>
#include <QFile>
#include <QSettings>

#include <csignal>

using namespace graticule;
using namespace graticule::testing;
using namespace Qt::Literals::StringLiterals;

/// One window per home, by real processes on Qt's offscreen platform; and what the window finds again at its next
/// start.
class TestSingleWindow : public testing::Test
{
    Q_OBJECT

    /// Starts the window and waits for its first picture.
    static std::unique_ptr<QProcess> window(const Home &home, const QStringList &options = {})
    {
        qputenv("GRATICULE_TRACE_START", "1");
        auto process = home.start(QStringList{u"--no-lab"_s} + options);
        qunsetenv("GRATICULE_TRACE_START");
        return process;
    }
    static bool isPainted(QProcess &process)
    {
        return QTest::qWaitFor([&] { return process.peek(4000).contains("@mark window"); }, Home::kDeadlineMs);
    }
    static void end(QProcess &process)
    {
        ::kill(pid_t(process.processId()), SIGTERM);
        QVERIFY(process.waitForFinished(Home::kDeadlineMs));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
    }
    static QVariant kept(const Home &home, const QString &key)
    {
        return QSettings(home.path(u"config/console.ini"_s), QSettings::IniFormat).value(key);
    }
    static void keep(const Home &home, const QByteArray &text)
    {
        QDir().mkpath(home.path(u"config"_s));
        QFile file(home.path(u"config/console.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

private Q_SLOTS:
    void aSecondStartRaisesTheFirstWindow()
    {
        const Home home;
        const auto first = window(home);
        QVERIFY(isPainted(*first));
        const Ended second = home.run({u"--page"_s, u"settings"_s});
        QCOMPARE(second.code, 0);
        QVERIFY2(second.err.contains("Graticule is open already"), second.err);
        QCOMPARE(first->state(), QProcess::Running);
        end(*first);
        QCOMPARE(kept(home, u"page"_s), u"settings"_s); // what the second was started for
    }

    void homesDoNotMeet()
    {
        const Home home;
        const Home other;
        const auto first = window(home);
        QVERIFY(isPainted(*first));
        const auto second = window(other);
        QVERIFY(isPainted(*second));
        QCOMPARE(second->state(), QProcess::Running);
    }

    /// The lock of a killed window is nobody's, and its socket is in nobody's way.
    void aKilledWindowLeavesRoom()
    {
        const Home home;
        const auto first = window(home);
        QVERIFY(isPainted(*first));
        first->kill();
        QVERIFY(first->waitForFinished(Home::kDeadlineMs));
        const auto second = window(home);
        QVERIFY(isPainted(*second));
        QCOMPARE(home.run({}).code, 0);
        QCOMPARE(second->state(), QProcess::Running);
    }

    void aFrozenWindowIsNamedInTime()
    {
        const Home home;
        const auto first = window(home);
        QVERIFY(isPainted(*first));
        ::kill(pid_t(first->processId()), SIGSTOP);
        const auto second = home.start({u"--no-lab"_s});
        QByteArray said;
        const QByteArray expected =
            "The window of this home (process " + QByteArray::number(first->processId()) + ") does not answer.";
        QVERIFY(QTest::qWaitFor(
            [&] {
                said += second->readAllStandardError();
                return said.contains(expected);
            },
            10'000));
        QVERIFY2(said.contains("`graticule --new-window` opens another"), said);
        const auto third = window(home, {u"--new-window"_s});
        QVERIFY(isPainted(*third));
        ::kill(pid_t(first->processId()), SIGCONT);
        second->kill(); // its dialog has nobody to answer it
        second->waitForFinished();
    }

    void settingsAndPageComeBack()
    {
        const Home home;
        keep(home, "[General]\npage=connections\n[settings]\nappearance=light\ntimes=lunar\nfuture=1\n");
        const auto process = window(home);
        QVERIFY(isPainted(*process));
        end(*process);
        QCOMPARE(kept(home, u"page"_s), u"connections"_s);
        QCOMPARE(kept(home, u"settings/appearance"_s), u"light"_s);
        QCOMPARE(kept(home, u"settings/times"_s), u"lunar"_s); // of a newer version
        QCOMPARE(kept(home, u"settings/future"_s), u"1"_s);
        QFile file(home.path(u"config/console.ini"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("@Variant")); // a person can read it
    }

    void aBrokenFileIsKeptAsideAndTold()
    {
        const Home home;
        const QByteArray broken = "[General\nthis is \0 no file\n";
        keep(home, broken);
        const auto process = window(home);
        QVERIFY(isPainted(*process));
        const QByteArray said = process->readAllStandardError();
        QVERIFY2(said.contains("console.ini could not be understood. It is now console.ini.broken"), said);
        end(*process);
        QFile aside(home.path(u"config/console.ini.broken"_s));
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), broken);
        QCOMPARE(kept(home, u"settings/appearance"_s), u"dark"_s);
    }
};

QTEST_GUILESS_MAIN(TestSingleWindow)
#include "tst_singlewindow.moc"
