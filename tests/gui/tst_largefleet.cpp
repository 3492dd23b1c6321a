// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/manualclock.h"
#include "tests/gui/labfleet.h"
#include "tests/testing/fleetscript.h"
#include "tests/testing/test.h"
#include "tests/ui/fakecommands.h"
#include "ui/shell/mainwindow.h"
#include "widgets/theme/themeswitch.h"

#include <QApplication>
#include <QElapsedTimer>

#include <ctime>

using namespace graticule;
using testing::FleetScript;

/// The whole window on 10,000 sites: what it costs to begin, and what it costs to follow. The limits are far above what
/// an idle machine needs; tests/bench measures.
class TestLargeFleet : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void beginsAndFollows()
    {
        ManualClock clock(FleetScript::now());
        ThemeSwitch themes(*qApp, Theme::Kind::Dark);
        testing::FakeCommands commands;
        testing::LabSnapshots lab(10'000, clock.now());
        SnapshotPtr snapshot = lab.snapshot();

        double cpuBefore = 0;
        QElapsedTimer timer;
        timer.start();
        const auto lap = [&](const char *what) {
            timespec now;
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
            const double cpu = double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
            const double ms = double(timer.nsecsElapsed()) / 1e6;
            qInfo("%-40s %8.2f ms, %8.2f ms of CPU in this thread", what, ms, cpu - cpuBefore);
            cpuBefore = cpu;
            timer.restart();
            return ms;
        };
        lap("(the lab)");
        FleetStore store(clock, snapshot);
        lap("store");
        MainWindow window(store, commands, themes);
        lap("window");
        window.setReducedMotion(true);
        window.resize(1600, 1000);
        window.show();
        lap("shown");
        QVERIFY(!window.render({1600, 1000}).isNull());
        lap("painted");
        QTRY_VERIFY(window.isSettled());
        lap("settled");

        KeeperLink link;
        link.state = KeeperLink::State::Live;
        store.setLink(link);
        const double same = [&] {
            store.take(snapshot);
            clock.advance(Milliseconds(1000));
            return lap("live again, a second's tick");
        }();
        QVERIFY(same < 1000);

        const SnapshotPtr changed = degraded(snapshot, 100);
        timer.restart();
        store.take(changed);
        clock.advance(FleetStore::kFrame);
        const double followed = lap("100 of 10,000 sites changed");
        QVERIFY2(followed < 100, "following must not cost like beginning");
        clock.advance(AttentionModel::kSettle);
        lap("what needs a person, anew");
    }

private:
    static SnapshotPtr degraded(const SnapshotPtr &before, int count)
    {
        auto after = std::make_shared<FleetSnapshot>(*before);
        ++after->revision.number;
        int left = count;
        before->tables.verdicts.forEach([&](const Verdict &verdict) {
            if (left-- <= 0)
                return;
            Verdict worse = verdict;
            worse.state = SiteState::Degraded;
            worse.reasons = {{QStringLiteral("test"), QStringLiteral("worse")}};
            after->tables.verdicts.insert(worse);
        });
        return after;
    }
};

QTEST_MAIN(TestLargeFleet)
#include "tst_largefleet.moc"
