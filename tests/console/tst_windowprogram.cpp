// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/console/program/program.h"
#include "tests/testing/test.h"

#include <QDir>
#include <QFile>
#include <QtEndian>

#include <csignal>

using namespace graticule;
using namespace graticule::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

/// "1280x800" of a PNG, from its header chunk.
QString sizeOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return u"no file"_s;
    const QByteArray head = file.read(24);
    if (!head.startsWith("\x89PNG") || head.size() < 24)
        return u"no PNG"_s;
    return u"%1x%2"_s.arg(qFromBigEndian<quint32>(head.constData() + 16))
        .arg(qFromBigEndian<quint32>(head.constData() + 20));
}

QStringList lines(const QByteArray &text)
{
    return QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
}

QStringList snapshot(const QStringList &options)
{
    return QStringList{u"snapshot"_s, u"--wait"_s, u"30"_s} + options;
}

} // namespace

/// `graticule` with a window (on Qt's offscreen platform), and the pictures of it that need none.
class TestWindowProgram : public testing::Test
{
    Q_OBJECT

    /// Starts the window; its marks come on standard output.
    static std::unique_ptr<QProcess> window(const Home &home, const QStringList &options = {})
    {
        qputenv("GRATICULE_TRACE_START", "1");
        auto process = home.start(options);
        qunsetenv("GRATICULE_TRACE_START");
        return process;
    }
    static bool isPainted(QProcess &process)
    {
        return QTest::qWaitFor([&] { return process.peek(1000).contains("@mark settled"); }, Home::kDeadlineMs);
    }

private Q_SLOTS:
    void drawsAPageAndSaysWhatIsOnIt()
    {
        const Home home;
        const QString file = home.path(u"overview.png"_s);
        const Ended drawn = home.run(snapshot(
            {u"--page"_s, u"overview"_s, u"--size"_s, u"1280x800"_s, u"--theme"_s, u"light"_s, u"-o"_s, file}));
        QVERIFY2(drawn.code == 0, drawn.err);
        QCOMPARE(sizeOf(file), u"1280x800"_s);
        const QStringList said = lines(drawn.out);
        QCOMPARE(said.value(0), u"LAB: what the lab tells of is invented."_s);
        QVERIFY2(said.value(1).startsWith(u"Sites: 120 ("_s), drawn.out);
        QVERIFY(lines(drawn.err).contains(u"Wrote %1."_s.arg(file)));

        const QString drawer = home.path(u"drawer.png"_s);
        QCOMPARE(home.run(snapshot({u"--site"_s, u"fra1"_s, u"--size"_s, u"1600x1000"_s, u"-o"_s, drawer})).code, 0);
        QCOMPARE(sizeOf(drawer), u"1600x1000"_s);
        const QString connections = home.path(u"connections.png"_s);
        QCOMPARE(home.run(snapshot({u"--page"_s, u"connections"_s, u"-o"_s, connections})).code, 0);
        QCOMPARE(sizeOf(connections), u"1600x1000"_s);

        QCOMPARE(home.run(snapshot({u"--site"_s, u"nowhere"_s, u"-o"_s, drawer})).code, 4);
        QCOMPARE(home.run(snapshot({u"-o"_s, home.path(u"no/such/folder.png"_s)})).code, 7);
    }

    void refusesWhatItCannotDraw()
    {
        const Home home;
        QCOMPARE(home.run(snapshot({u"--page"_s, u"weather"_s})).code, 1);
        QCOMPARE(home.run(snapshot({u"--size"_s, u"large"_s})).code, 1);
        QCOMPARE(home.run(snapshot({u"--size"_s, u"10x10"_s})).code, 1);
        QCOMPARE(home.run(snapshot({u"--theme"_s, u"pink"_s})).code, 1);
        QCOMPARE(home.keeper(), 0); // and starts nothing for it
    }

    void withoutADisplayItSaysWhatToDo()
    {
        const Home home;
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
            environment.remove(name);
        process.setProcessEnvironment(environment);
        process.start(qEnvironmentVariable("GRATICULE_BIN") + u"/graticule"_s, {u"--home"_s, home.path()});
        QVERIFY(process.waitForFinished(Home::kDeadlineMs));
        QCOMPARE(process.exitCode(), 7);
        QVERIFY(process.readAllStandardError().contains("`graticule snapshot -o FILE.png`"));
    }

    /// Killed at any moment, the window shows the same fleet when it is started again, before any keeper answers.
    void showsItsCacheWhenNoKeeperAnswers()
    {
        const Home home;
        auto first = window(home);
        QVERIFY(isPainted(*first));
        const auto cached = [&] { return QFile::exists(home.path(u"data/console/private.snapshot"_s)); };
        QVERIFY(QTest::qWaitFor(cached, Home::kDeadlineMs));
        QVERIFY2(first->readAllStandardError().contains("showing the LAB"), "said on stderr");
        first->kill();
        QVERIFY(first->waitForFinished(Home::kDeadlineMs));
        home.killKeeper();

        // No keeper can be started here any more: a file stands where its configuration was.
        QVERIFY(QFile::rename(home.path(u"config"_s), home.path(u"config.away"_s)));
        QFile config(home.path(u"config"_s));
        QVERIFY(config.open(QIODevice::WriteOnly));
        auto second = window(home);
        QVERIFY(isPainted(*second));
    }

    /// The keeper killed under the window is started again by it.
    void startsItsKeeperAgain()
    {
        const Home home;
        const auto process = window(home);
        QVERIFY(isPainted(*process));
        const qint64 before = home.keeper();
        QVERIFY(before > 0);
        home.killKeeper();
        QVERIFY(QTest::qWaitFor([&] { return home.keeper() > 0; }, Home::kDeadlineMs));
        QVERIFY(home.keeper() != before);
        QCOMPARE(process->state(), QProcess::Running);
    }

    void endsInOrderAndRemembers()
    {
        const Home home;
        const auto process = window(home, {u"--no-lab"_s});
        QVERIFY(isPainted(*process));
        ::kill(pid_t(process->processId()), SIGTERM);
        QVERIFY(process->waitForFinished(Home::kDeadlineMs));
        QCOMPARE(process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(process->exitCode(), 0);
        QVERIFY(QFile::exists(home.path(u"config/console.ini"_s)));
        QVERIFY(QFile::exists(home.path(u"data/console/private.snapshot"_s)));
    }
};

QTEST_GUILESS_MAIN(TestWindowProgram)
#include "tst_windowprogram.moc"
