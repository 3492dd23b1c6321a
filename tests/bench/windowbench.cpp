// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/windowbench.h"

#include "backend/domain/manualclock.h"
#include "tests/bench/phases.h"
#include "tests/gui/labfleet.h"
#include "tests/models/fakeacting.h"
#include "tests/ui/fakecommands.h"
#include "ui/shell/mainwindow.h"
#include "widgets/theme/themeswitch.h"

#include <QApplication>
#include <QElapsedTimer>

namespace graticule::bench {
namespace {

constexpr int kLooks = 8;
constexpr int kTicks = 30;

double run(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

/// Everything that waits, painted too.
void settle(const MainWindow &window)
{
    QElapsedTimer patience;
    patience.start();
    do
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    while (!window.isSettled() && patience.elapsed() < 5'000);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

Link linkOf(int number, const std::vector<EntityId> &sites, const EntityId &feed)
{
    Link link;
    link.id = EntityId("bench/link/" + QByteArray::number(number));
    link.from = sites[size_t(number) % sites.size()];
    link.to = sites[(size_t(number) + 1 + size_t(number) / sites.size()) % sites.size()];
    link.feed = feed;
    link.rttMs = 10 + number % 90;
    link.limitMs = 120;
    link.loss = 0;
    link.condition = Condition::Up;
    link.probe = ProbeKind::Mesh;
    return link;
}

SnapshotPtr withLinks(const SnapshotPtr &lab, int count)
{
    auto snapshot = std::make_shared<FleetSnapshot>(*lab);
    std::vector<EntityId> sites;
    EntityId feed;
    lab->tables.sites.forEach([&](const Site &site) {
        sites.push_back(site.id);
        feed = site.feeds.first();
    });
    for (int number = 0; number < count; ++number)
        snapshot->tables.links.insert(linkOf(number, sites, feed));
    return snapshot;
}

EntityId anySite(const FleetSnapshot &snapshot)
{
    EntityId any;
    snapshot.tables.sites.forEach([&any](const Site &site) { any = site.id; });
    return any;
}

/// @p changed of the bench's links have another round trip; one in fifty is over its limit.
SnapshotPtr measured(const SnapshotPtr &before, int links, int changed, int round)
{
    auto after = std::make_shared<FleetSnapshot>(*before);
    ++after->revision.number;
    for (int i = 0; i < changed; ++i) {
        const int number = int((qint64(round) * changed + i) % links);
        Link link = *before->tables.links.find(EntityId("bench/link/" + QByteArray::number(number)));
        link.rttMs = number % 50 == round % 50 ? 150 + round % 7 : 10 + (number + round * 7) % 90;
        after->tables.links.insert(link);
    }
    return after;
}

void benchLooks(MainWindow &window, ThemeSwitch &themes)
{
    for (const QString &page : window.pages()) {
        window.showPage(page);
        settle(window);
        Phase phase("look-" + page.toUtf8());
        phase.setUnit(QStringLiteral("changes"));
        std::vector<double> dressing;
        for (int round = 0; round < kLooks; ++round) {
            phase.addFrame(run([&] {
                dressing.push_back(run([&] { themes.toggle(); }));
                window.repaint();
            }));
            settle(window);
        }
        phase.set(QStringLiteral("dressing_ms"), spread(dressing));
        phase.set(QStringLiteral("widgets"), int(window.findChildren<QWidget *>().size()));
    }
    window.showPage(window.pages().constFirst());
    settle(window);
}

} // namespace

void benchWindow(int sites, int links)
{
    const Instant now{Milliseconds(1'790'000'000'000)};
    ManualClock clock(now);
    ThemeSwitch themes(*qApp, Theme::Kind::Dark);
    testing::FakeCommands commands;
    testing::FakeActing acting;
    SnapshotPtr snapshot = withLinks(testing::LabSnapshots(sites, now).snapshot(), links);
    FleetStore store(clock);
    KeeperLink link;
    link.state = KeeperLink::State::Live;
    store.setLink(link);
    store.take(snapshot);
    MainWindow window(store, commands, themes);
    window.setActing(acting);
    window.setReducedMotion(true);
    window.resize(1600, 1000);
    window.show();
    settle(window);
    window.openSite(anySite(*snapshot));
    settle(window);
    benchLooks(window, themes);
    for (const int changed : {1, links / 100, links}) {
        Phase phase("links-" + QByteArray::number(changed));
        phase.setUnit(QStringLiteral("ticks"));
        for (int round = 0; round < kTicks; ++round) {
            snapshot = measured(snapshot, links, changed, round);
            phase.addFrame(run([&] {
                store.take(snapshot);
                clock.advance(FleetStore::kFrame);
                clock.advance(Milliseconds(1000) - FleetStore::kFrame);
            }));
            settle(window);
        }
        phase.set(QStringLiteral("links"), links);
    }
}

} // namespace graticule::bench
