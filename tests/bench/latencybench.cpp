// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/latencybench.h"

#include "backend/domain/manualclock.h"
#include "models/latency/latencyplan.h"
#include "models/samplecalls.h"
#include "tests/bench/phases.h"
#include "ui/latency/latencycells.h"
#include "ui/latency/latencypage.h"
#include "widgets/basic/undobar.h"

#include <QApplication>
#include <QElapsedTimer>

namespace graticule::bench {
namespace {

constexpr int kRounds = 20;
constexpr int kSeconds = 8;
constexpr double kIdle = 0.05; // ms: nothing was to be done

/// A keeper that knows what all links came to, as soon as the event loop comes to it.
class AllWindows : public SampleCalls
{
public:
    void samples(QObject *, const SamplesQuery &, Reply<SamplesAnswer>) override {}
    void linkWindows(QObject *context, const LinkWindowsQuery &query, Reply<LinkWindowsAnswer> done) override
    {
        LinkWindowsAnswer answer;
        for (const EntityId &link : query.links) {
            LinkWindow window;
            window.link = link;
            window.count = 300;
            window.p50 = 12;
            window.p95 = window.p99 = 14;
            window.loss = 0;
            window.usual = LinkUsual{7, {12, 1}, {14, 1}, {15, 1}, {0, 0}};
            answer.windows.append(window);
        }
        QMetaObject::invokeMethod(
            context, [done, answer] { done(answer); }, Qt::QueuedConnection);
    }
    void coverage(QObject *, const TimeSpan &, Reply<HistoryCoverage>) override {}
    void turns(QObject *, const TurnsQuery &, Reply<QList<SiteTurn>>) override {}
};

EntityId siteId(int number)
{
    return EntityId("bench/site/" + QByteArray::number(number));
}

EntityId linkId(int from, int to)
{
    return EntityId("bench/link/" + QByteArray::number(from) + '/' + QByteArray::number(to));
}

SnapshotPtr meshOf(int side, Instant now)
{
    auto snapshot = std::make_shared<FleetSnapshot>();
    snapshot->revision = {QStringLiteral("bench"), 1, 1};
    snapshot->at = now;
    Feed feed;
    feed.id = EntityId("bench/feed");
    feed.observedAt = now;
    feed.limit = std::chrono::hours(1);
    snapshot->tables.feeds.insert(feed);
    for (int from = 0; from < side; ++from) {
        Site site;
        site.id = siteId(from);
        site.name = QStringLiteral("site%1").arg(from);
        site.region = QStringLiteral("region %1").arg(from % 8);
        snapshot->tables.sites.insert(site);
        for (int to = 0; to < side; ++to) {
            if (to == from)
                continue;
            Link link;
            link.id = linkId(from, to);
            link.from = siteId(from);
            link.to = siteId(to);
            link.feed = feed.id;
            link.rttMs = 12;
            link.loss = 0;
            link.condition = Condition::Up;
            link.probe = ProbeKind::Mesh;
            snapshot->tables.links.insert(link);
        }
    }
    return snapshot;
}

template<class Work> void measure(const char *name, Work work)
{
    Phase phase(name);
    for (int round = 0; round < kRounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        work();
        phase.addFrame(double(timer.nsecsElapsed()) / 1e6);
    }
}

} // namespace

namespace {

/// Turns of the event loop while the page shows the matrix and each second a link is new: CPU of the GUI thread, ms.
void benchPage(ManualClock &clock, FleetStore &store, SampleCalls &calls)
{
    ThemeSwitch themes(*qApp, Theme::Kind::Dark);
    QWidget desk;
    UndoBar said(themes, &desk);
    LatencyPage page(themes, store, calls, said);
    page.resize(1600, 1000);
    page.restoreState({{QStringLiteral("most"), 500}});
    page.show();
    std::unique_ptr<Phase> phase;
    for (int second = 0; second < kSeconds; ++second) {
        auto next = std::make_shared<FleetSnapshot>(*store.snapshot());
        ++next->revision.number;
        next->at = clock.now();
        Link link = *next->tables.links.find(linkId(second, second + 1));
        link.rttMs = 1 + second;
        next->tables.links.insert(link);
        store.take(next);
        const auto turn = [&](auto &&work) {
            const Cpu before = Cpu::now();
            work();
            const double spent = Cpu::now().gui - before.gui;
            if (phase && spent > kIdle)
                phase->addFrame(spent);
        };
        if (second == 1) { // what is made once is shown by then
            phase = std::make_unique<Phase>("latency-page");
            phase->setUnit(QStringLiteral("turns"));
        }
        turn([&] { clock.advance(std::chrono::seconds(1)); });
        QElapsedTimer timer;
        timer.start();
        do
            turn([] { QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20); });
        while (timer.elapsed() < 1000 || (!page.isSettled() && timer.elapsed() < 10'000));
    }
}

} // namespace

void benchLatency(int side)
{
    ManualClock clock;
    const SnapshotPtr snapshot = meshOf(side, clock.now());
    FleetStore store(clock, snapshot);
    AllWindows calls;
    const LatencyFilter filter{{}, {}, side};
    LatencyPlan plan;
    measure("latency-regions", [&] { linkedRegions(snapshot->tables); });
    measure("latency-plan", [&] { plan = latencyPlan(snapshot->tables, filter); });
    QHash<EntityId, LinkWindow> windows;
    for (const EntityId &link : std::as_const(plan.links))
        windows.insert(link, {link, 300, 12, 14, 14, 1, 0, {}});
    const LatencyCells::View view{snapshot->tables, windows, false, LatencyMode::P95, clock.now()};
    measure("latency-cells", [&] { LatencyCells::matrixOf(plan, view); });
    benchPage(clock, store, calls);
}

} // namespace graticule::bench
