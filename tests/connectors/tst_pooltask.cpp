// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/pooltask.h"
#include "tests/testing/test.h"

#include <QProcess>

using namespace graticule;

namespace {

constexpr char kEnding[] = "--end-while-an-answer-is-on-its-way"; // what this program does then
constexpr int kEnded = 7;

int endWhileAnAnswerIsOnItsWay(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QObject context;
    runInPool<int>(
        &context, [] { return 1; }, [](int) {});
    QThreadPool::globalInstance()->waitForDone();
    return kEnded;
}

} // namespace

/// Work in the thread pool, and who hears of it.
class TestPoolTask : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void answersInTheCallingThread()
    {
        QThread *worked = nullptr;
        QThread *heard = nullptr;
        runInPool<QThread *>(
            this, [] { return QThread::currentThread(); },
            [&](QThread *thread) {
                worked = thread;
                heard = QThread::currentThread();
            });
        QTRY_VERIFY(heard);
        QCOMPARE(heard, thread());
        QVERIFY(worked != heard);
    }

    void whoIsGoneHearsNothing()
    {
        bool hasHeard = false;
        bool hasAnother = false;
        auto context = std::make_unique<QObject>();
        runInPool<int>(
            context.get(), [] { return 1; }, [&](int) { hasHeard = true; });
        QThreadPool::globalInstance()->waitForDone();
        context.reset();
        runInPool<int>(
            this, [] { return 2; }, [&](int) { hasAnother = true; });
        QTRY_VERIFY(hasAnother);
        QVERIFY(!hasHeard);
    }

    /// The last one: its answer is on its way while the application ends, which then has to end all the same. A keeper
    /// that was told to end waited for itself.
    void anAnswerThatNobodyFetchesKeepsNoApplicationAlive()
    {
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {QLatin1String(kEnding)});
        QVERIFY(program.waitForFinished(60'000));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), kEnded);
    }
};

int main(int argc, char **argv)
{
    if (argc == 2 && QByteArray(argv[1]) == kEnding)
        return endWhileAnAnswerIsOnItsWay(argc, argv);
    const QCoreApplication application(argc, argv);
    TestPoolTask test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_pooltask.moc"
