// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/historyfile.h"
#include "backend/history/pastsnapshots.h"
#include "tests/history/historyscript.h"
#include "tests/testing/test.h"

#include <QTemporaryDir>

#include <future>

using namespace graticule;
using testing::HistoryScript;
using testing::print;

/// Ten blocks; in each fra goes down and comes back.
class TestPastSnapshots : public testing::Test
{
    Q_OBJECT

private:
    static constexpr int kBlocks = 10;
    static constexpr int kLength = 100;                 ///< s of a block
    static constexpr int kEnd = kBlocks * kLength - 50; ///< s; the last thing recorded

    QTemporaryDir m_directory;
    QString path() const { return m_directory.filePath(QStringLiteral("history.db")); }

    static QStringList ask(PastSnapshots &past, double seconds)
    {
        std::promise<QStringList> told;
        past.at(
            HistoryScript::at(seconds), kNever, [] { return true; },
            [&](const Result<PastSource::Answer> &answer) {
                told.set_value(answer ? print(answer->snapshot->tables) : QStringList{answer.error().text});
            });
        return told.get_future().get();
    }

    /// What an answer is followed by was begun.
    static void settle(PastSnapshots &past)
    {
        std::promise<void> told;
        past.coverage({HistoryScript::at(0), HistoryScript::at(kEnd)}, [&](const auto &) { told.set_value(); });
        told.get_future().wait();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto file = std::move(HistoryFile::open(path())).value();
        QVERIFY(file->last());
        QVERIFY(file->beginRun(1, HistoryScript::at(0)));
        Recording recording(FleetTables(), HistoryScript::at(0));
        HistoryScript fleet;
        const auto write = [&](SiteState state, double at) {
            fleet.site("fra", state, at);
            const SnapshotPtr snapshot = fleet.snapshot(at);
            return bool(file->write({recording.take(snapshot)}, snapshot->at));
        };
        for (int block = 0; block < kBlocks; ++block) {
            QVERIFY(write(SiteState::Healthy, block * kLength));
            QVERIFY(write(SiteState::Down, block * kLength + 50));
            QVERIFY(file->tidy(recording.tables(), true));
        }
    }
    // What was read ahead of the questions tells the same as what is read for them, there and back.
    void scrubsOverTheEdgesOfBlocks()
    {
        PastSnapshots past(path(), QStringLiteral("keeper"), 1);
        const auto was = [](int second) {
            const bool isDown = second % kLength >= 50;
            return QStringList{QStringLiteral("fra %1 since %2")
                                   .arg(isDown ? QLatin1String("down") : QLatin1String("healthy"))
                                   .arg(second - second % 50)};
        };
        for (int second = 5; second < kEnd; second += 5)
            QCOMPARE(ask(past, second), was(second));
        for (int second = kEnd - 5; second > 0; second -= 5)
            QCOMPARE(ask(past, second), was(second));
    }
    // Who has looked at a moment finds both neighbours of its block read, and what lies behind them on the way there.
    void readsBothSidesAheadOfTheFirstStep_data()
    {
        QTest::addColumn<int>("step");
        QTest::newRow("onward") << 5;
        QTest::newRow("back") << -5;
    }
    void readsBothSidesAheadOfTheFirstStep()
    {
        QFETCH(int, step);
        PastSnapshots past(path(), QStringLiteral("keeper"), 1);
        ask(past, 550);
        settle(past);
        QCOMPARE(past.reads().awaited, 1);
        QVERIFY(past.reads().asked > 0);
        for (int second = 550; second > 350 && second < 750; second += step) {
            QTRY_COMPARE(past.reads().ahead, past.reads().asked); // as there is time for when a person scrubs
            ask(past, second);
            settle(past);
        }
        QCOMPARE(past.reads().awaited, 1);
    }
    void mayEndWhileItReadsAhead()
    {
        for (int round = 0; round < 20; ++round) {
            PastSnapshots past(path(), QStringLiteral("keeper"), 1);
            ask(past, 120 + round);
            ask(past, 130 + round);
        }
    }
};

QTEST_GUILESS_MAIN(TestPastSnapshots)
#include "tst_pastsnapshots.moc"
