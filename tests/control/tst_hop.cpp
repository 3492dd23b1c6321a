// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/hop.h"
#include "tests/testing/test.h"

#include <QThread>

using namespace graticule;

namespace {

/// Counts who listens to its end.
class Receiver : public QObject
{
public:
    int listeners() const { return receivers(SIGNAL(destroyed(QObject *))); }
};

} // namespace

class TestHop : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void aTaskRunsInTheReceiversThread()
    {
        QObject receiver;
        const Hop hop(&receiver);
        QThread *ranIn = nullptr;
        std::unique_ptr<QThread> other(QThread::create([&] { hop.post([&] { ranIn = QThread::currentThread(); }); }));
        other->start();
        QTRY_COMPARE(ranIn, QThread::currentThread());
        QVERIFY(other->wait());
    }

    void nothingRunsAfterClose()
    {
        QObject receiver;
        const Hop hop(&receiver);
        bool ran = false;
        QVERIFY(hop.post([&] { ran = true; }));
        hop.close();
        QVERIFY(!hop.post([&] { ran = true; }));
        QCoreApplication::processEvents();
        QVERIFY(!ran);
    }

    void aDeadReceiverIsSaid()
    {
        auto receiver = std::make_unique<QObject>();
        const Hop hop(receiver.get());
        receiver.reset();
        QVERIFY(!hop.post([] {}));
    }

    // A keeper beats every two seconds for months; each beat is a call, each call a hop.
    void hopsLeaveNothingBehind()
    {
        Receiver receiver;
        for (int i = 0; i < 1000; ++i)
            Hop(&receiver).post([] {});
        QCoreApplication::processEvents();
        QCOMPARE(receiver.listeners(), 0);
    }
};

QTEST_GUILESS_MAIN(TestHop)
#include "tst_hop.moc"
