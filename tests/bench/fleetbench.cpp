// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/fleetbench.h"

#include "backend/domain/manualclock.h"
#include "backend/fleet/fleet.h"
#include "models/fleetstore.h"
#include "models/sitesmodel.h"
#include "tests/bench/phases.h"
#include "tests/gui/labfleet.h"

namespace graticule::bench {
namespace {

constexpr int kChanged = 100;
constexpr int kRounds = 200;

double sinceMs(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

/// @p count of the sites, other ones each round, with a figure that differs from the last time.
FleetDelta someChange(const std::vector<Site> &sites, int round)
{
    FleetDelta delta;
    for (int i = 0; i < kChanged; ++i) {
        Site site = sites[size_t(round * 7919 + i * 997) % sites.size()];
        site.cpu.used = round + 0.123; // no figure that it may have already
        delta.sites.upsert(std::move(site));
    }
    return delta;
}

std::vector<Site> sitesOf(const SnapshotPtr &snapshot)
{
    std::vector<Site> sites;
    snapshot->tables.sites.forEach([&](const Site &site) { sites.push_back(site); });
    return sites;
}

void benchPublish(int count)
{
    const Instant now = instantFromMs(1'000'000'000'000);
    const SnapshotPtr start = testing::LabSnapshots(count, now).snapshot();
    const std::vector<Site> sites = sitesOf(start);
    const EntityId source("endpoint");
    Fleet fleet(QStringLiteral("bench"), 1);
    fleet.list(source, diff(FleetTables(), start->tables));
    SnapshotPtr last = fleet.publish(now);

    std::vector<double> fold;
    std::vector<double> publish;
    std::vector<double> compare;
    Phase phase("publish");
    phase.setUnit(QStringLiteral("rounds"));
    for (int round = 0; round < kRounds; ++round) {
        const FleetDelta delta = someChange(sites, round);
        QElapsedTimer timer;
        timer.start();
        fleet.apply(source, delta);
        fold.push_back(sinceMs(timer));
        timer.start();
        SnapshotPtr next = fleet.publish(now);
        publish.push_back(sinceMs(timer));
        timer.start();
        const FleetDelta seen = diff(last->tables, next->tables);
        compare.push_back(sinceMs(timer));
        if (seen.sites.upserted.size() != kChanged)
            qFatal("diff saw %zu changes", seen.sites.upserted.size());
        phase.addFrame(fold.back() + publish.back());
        last = std::move(next);
    }
    phase.set(QStringLiteral("sites"), double(sites.size()));
    phase.set(QStringLiteral("fold_ms"), spread(fold));
    phase.set(QStringLiteral("publish_ms"), spread(publish));
    phase.set(QStringLiteral("diff_ms"), spread(compare));
}

void benchModel(int count)
{
    ManualClock clock;
    SnapshotPtr snapshot = testing::LabSnapshots(count, clock.now()).snapshot();
    const std::vector<Site> sites = sitesOf(snapshot);
    FleetStore store(clock, snapshot);
    KeeperLink live; // without its keeper a store also looks for what has gone stale
    live.state = KeeperLink::State::Live;
    store.setLink(live);
    SitesModel model(store);
    qsizetype rows = 0;
    QObject::connect(&model, &QAbstractItemModel::dataChanged, &model,
                     [&](const QModelIndex &first, const QModelIndex &last) { rows += last.row() - first.row() + 1; });
    Phase phase("model");
    phase.setUnit(QStringLiteral("rounds"));
    for (int round = 0; round < kRounds; ++round) {
        auto next = std::make_shared<FleetSnapshot>(*snapshot);
        ++next->revision.number;
        next->tables.apply(someChange(sites, round));
        clock.advance(FleetStore::kFrame); // the store takes one at most each frame
        rows = 0;
        QElapsedTimer timer;
        timer.start();
        store.take(next);
        phase.addFrame(sinceMs(timer));
        if (rows != kChanged)
            qFatal("the model told of %lld rows", static_cast<long long>(rows));
        snapshot = next;
    }
    phase.set(QStringLiteral("model_rows"), model.rowCount());
}

} // namespace

void benchFleet(int sites)
{
    benchPublish(sites);
    benchModel(10'000);
}

} // namespace graticule::bench
