// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/streambench.h"

#include "tests/bench/fleetwatch.h"
#include "tests/bench/phases.h"
#include "tests/bench/processfigures.h"
#include "tests/bench/producer.h"
#include "tests/bench/singlechanges.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QTemporaryDir>

#include <mutex>

namespace graticule::bench {

namespace {

/// Changes made so far to all sites; each adds 1.
double changesIn(const FleetStore &store)
{
    double sum = 0;
    store.tables().sites.forEach([&](const Site &site) { sum += site.cpu.used; });
    return sum;
}

bool isWhole(FleetStore &store, int sites)
{
    return store.isFirstDataIn() && store.tables().sites.size() >= sites;
}

} // namespace

void benchStream(int sites, int perSecond, int seconds)
{
    constexpr Milliseconds kWarmUp{5000};
    constexpr int kSamples = 6;
    const QTemporaryDir folder;
    const QString socket = folder.filePath(QStringLiteral("p.sock"));
    const Producer producer({socket, sites, perSecond, 30});
    FleetWatch watch(socket);
    watch.waitFor("the fleet", 120, [&] { return isWhole(watch.store(), sites); });
    qint64 folded = 0;
    qint64 frames = 0;
    QObject::connect(&watch.store(), &FleetStore::changed, &watch, [&](const FleetChange &change) {
        folded += qint64(change.delta.sites.upserted.size());
        ++frames;
    });
    StallWatch stalls;
    FleetWatch::run(kWarmUp);

    Phase phase("stream");
    const double before = changesIn(watch.store());
    const double producerBefore = ProcessFigures::of(producer.pid()).cpuMs;
    folded = frames = 0;
    stalls.takeLongest();
    QJsonArray memory;
    std::vector<double> stall;
    for (int i = 0; i < kSamples; ++i) {
        FleetWatch::run(Milliseconds(seconds * 1000 / kSamples));
        stall.push_back(stalls.takeLongest());
        memory.append(ProcessFigures::of(QCoreApplication::applicationPid()).pssMb);
        stalls.takeLongest(); // reading that is not the store's business
    }
    phase.set(QStringLiteral("sites"), sites);
    phase.set(QStringLiteral("updates_per_s"), double(folded) / seconds);
    phase.set(QStringLiteral("left_out"), changesIn(watch.store()) - before - double(folded));
    phase.set(QStringLiteral("frames"), double(frames));
    phase.set(QStringLiteral("gui_stall_ms_max"), *std::ranges::max_element(stall));
    phase.set(QStringLiteral("pss_mb"), memory);
    phase.set(QStringLiteral("producer_cpu_ms"), ProcessFigures::of(producer.pid()).cpuMs - producerBefore);
}

void benchDelta(int sites, int seconds)
{
    const QTemporaryDir folder;
    const QString socket = folder.filePath(QStringLiteral("p.sock"));
    const Producer producer({socket, sites, 0, 1, true});
    FleetWatch watch(socket);
    std::mutex mutex;
    std::vector<double> client; // guarded by the mutex: the client's thread adds to it
    std::vector<double> shown;
    SnapshotPtr last;
    const auto newest = [](const FleetDelta &delta) {
        double at = 0;
        for (const auto &site : delta.sites.upserted)
            at = std::max(at, site->memory.used);
        return at;
    };
    QObject::connect(
        &watch, &FleetWatch::snapshotCame, &watch,
        [&](const SnapshotPtr &snapshot) {
            const double now = steadyUs();
            const std::scoped_lock lock(mutex);
            if (last) {
                if (const double at = newest(diff(last->tables, snapshot->tables)); at > 0)
                    client.push_back((now - at) / 1000);
            }
            last = snapshot;
        },
        Qt::DirectConnection);
    QObject::connect(&watch.store(), &FleetStore::changed, &watch, [&](const FleetChange &change) {
        if (const double at = newest(change.delta); at > 0)
            shown.push_back((steadyUs() - at) / 1000);
    });
    watch.waitFor("the fleet", 120, [&] { return isWhole(watch.store(), sites); });
    FleetWatch::run(Milliseconds(3000));
    Phase phase("delta");
    {
        const std::scoped_lock lock(mutex);
        client.clear();
        shown.clear();
    }
    FleetWatch::run(Milliseconds(seconds * 1000));
    const std::scoped_lock lock(mutex);
    phase.set(QStringLiteral("sites"), sites);
    phase.set(QStringLiteral("changes"), double(client.size()));
    phase.set(QStringLiteral("snapshot_ms"), spread(client));
    phase.set(QStringLiteral("shown_ms"), spread(shown));
}

} // namespace graticule::bench
