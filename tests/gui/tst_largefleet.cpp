// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/manualclock.h"
#include "tests/gui/labfleet.h"
#include "tests/testing/fleetscript.h"
#include "tests/testing/test.h"
#include "tests/ui/fakecommands.h"
#include "ui/shell/mainwindow.h"
#include "widgets/theme/themeswitch.h"

#include <QApplication>

using namespace graticule;
using testing::FleetScript;

/// The whole window on 10,000 sites: it begins, follows and says the same as a small one. tests/bench measures what
/// that costs.
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
        const SnapshotPtr snapshot = lab.snapshot();
        FleetStore store(clock, snapshot);
        const RegionsModel regions(store);
        MainWindow window(store, commands, themes);
        window.setReducedMotion(true);
        window.resize(1600, 1000);
        window.show();
        QVERIFY(!window.render({1600, 1000}).isNull());
        QTRY_VERIFY(window.isSettled());
        QCOMPARE(regions.totals().total(), int(snapshot->tables.sites.size()));

        KeeperLink link;
        link.state = KeeperLink::State::Live;
        store.setLink(link);
        const int degradedBefore = regions.totals().of(SiteState::Degraded);
        const SnapshotPtr changed = degraded(snapshot, 100);
        int became = 0;
        changed->tables.verdicts.forEach([&](const Verdict &verdict) {
            const Verdict *was = snapshot->tables.verdicts.find(verdict.id);
            became += verdict.state == SiteState::Degraded && was->state != SiteState::Degraded && !was->stale;
        });
        QVERIFY(became > 50);
        store.take(changed);
        clock.advance(FleetStore::kFrame);
        QCOMPARE(regions.totals().of(SiteState::Degraded), degradedBefore + became);
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
