// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/pooltask.h"
#include "tests/testing/test.h"

using namespace graticule;

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
        QObject context;
        runInPool<int>(
            &context, [] { return 1; }, [](int) {});
        QThreadPool::globalInstance()->waitForDone();
    }
};

QTEST_GUILESS_MAIN(TestPoolTask)
#include "tst_pooltask.moc"
