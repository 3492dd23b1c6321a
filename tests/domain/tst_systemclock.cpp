// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/clock.h"
#include "tests/testing/test.h"

#include <QEventLoop>
#include <QThread>

#include <atomic>

using namespace graticule;
using namespace std::chrono_literals;

class TestSystemClock : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void callsInTheOrderOfMoments()
    {
        SystemClock clock;
        QObject context;
        QString called;
        const Milliseconds began = clock.steady();
        for (const auto &[delay, name] : {std::pair(30ms, 'c'), {10ms, 'a'}, {0ms, '0'}, {20ms, 'b'}, {30ms, 'd'}})
            clock.after(delay, &context, [&called, name] { called += QLatin1Char(name); });
        QTRY_COMPARE(called, QStringLiteral("0abcd"));
        QVERIFY(clock.steady() - began >= 29ms); // both ends are rounded down
    }

    void forgetsWhoseContextDied()
    {
        SystemClock clock;
        QObject context;
        auto dying = std::make_unique<QObject>();
        QString called;
        clock.after(5ms, dying.get(), [&] { called += QLatin1Char('x'); });
        clock.after(10ms, &context, [&] { called += QLatin1Char('a'); });
        dying.reset();
        QTRY_COMPARE(called, QStringLiteral("a"));
    }

    /// A dialog's loop must not hold up what waits.
    void goesOnInALoopOfATask()
    {
        SystemClock clock;
        QObject context;
        QString called;
        QEventLoop loop;
        clock.after(5ms, &context, [&] {
            called += QLatin1Char('(');
            loop.exec();
            called += QLatin1Char(')');
        });
        clock.after(5ms, &context, [&] { called += QLatin1Char('a'); });
        clock.after(10ms, &context, [&] {
            called += QLatin1Char('b');
            clock.after(5ms, &context, [&] { loop.quit(); });
        });
        QTRY_COMPARE(called, QStringLiteral("(ab)"));
    }

    void callsInTheThreadOfTheContext()
    {
        SystemClock clock;
        QThread thread;
        thread.start();
        QObject moved;
        QObject other;
        std::atomic<QThread *> before = nullptr;
        std::atomic<QThread *> after = nullptr;
        other.moveToThread(&thread);
        clock.after(5ms, &other, [&] { before = QThread::currentThread(); });
        clock.after(5ms, &moved, [&] { after = QThread::currentThread(); });
        moved.moveToThread(&thread);
        QTRY_COMPARE(before.load(), &thread);
        QTRY_COMPARE(after.load(), &thread);
        thread.quit();
        thread.wait();
    }
};

QTEST_GUILESS_MAIN(TestSystemClock)
#include "tst_systemclock.moc"
