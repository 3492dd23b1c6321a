// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/historybench.h"

#include "backend/history/historyfile.h"
#include "backend/history/historyreader.h"
#include "backend/history/pastsnapshots.h"
#include "tests/bench/fleetwatch.h"
#include "tests/bench/phases.h"
#include "tests/gui/labfleet.h"
#include "tests/testing/must.h"

#include <QFileInfo>
#include <QRandomGenerator>

#include <future>

namespace graticule::bench {
namespace {

using testing::must;

constexpr qint64 kFrame = 16;                            // ms: who scrubs asks with each frame
const Instant kBegin = instantFromMs(1'772'323'200'000); // 2026-03-01 00:00 UTC

/// One entity of the fleet in another state than before, as most changes are: a verdict, or a figure of a site.
void change(FleetTables &tables, const std::vector<EntityId> &ids, Instant at, QRandomGenerator &random,
            FleetDelta &delta)
{
    const EntityId &id = ids[random.bounded(quint32(ids.size()))];
    if (random.bounded(3) == 0) {
        Site site = *tables.sites.find(id);
        site.cpu.used = site.cpu.total * random.bounded(1.0);
        delta.sites.upsert(std::move(site));
    } else {
        const SiteState state = SiteState(1 + random.bounded(4));
        Verdict verdict{id, state, false, at, {}};
        if (state != SiteState::Healthy)
            verdict.reasons = {{QStringLiteral("service.notready"),
                                QStringLiteral("checkout has %1 of 12 instances ready").arg(random.bounded(12))}};
        delta.verdicts.upsert(std::move(verdict));
    }
}

void writeHistory(const QString &path, int sites, int days, qint64 changes)
{
    Phase phase("history-write");
    phase.setUnit(QStringLiteral("flushes"));
    const auto file = must(HistoryFile::open(path));
    must(file->last());
    must(file->beginRun(1, kBegin));
    FleetTables tables = testing::LabSnapshots(sites, kBegin).snapshot()->tables;
    std::vector<EntityId> ids;
    tables.sites.forEach([&](const Site &site) { ids.push_back(site.id); });
    std::sort(ids.begin(), ids.end());
    Recording::Step first;
    first.change = {kBegin, diff(FleetTables(), tables)};
    must(file->write({first}, kBegin));
    must(file->tidy(tables, true));

    QRandomGenerator random(11);
    const qint64 seconds = qint64(days) * 86'400;
    constexpr qint64 kFlush = 60; // s: once a second would be the same changes in more transactions
    qint64 made = 0;
    for (qint64 second = 0; second < seconds; second += kFlush) {
        std::vector<Recording::Step> steps;
        for (qint64 s = second; s < second + kFlush; ++s) {
            Recording::Step step;
            step.change.at = kBegin + std::chrono::seconds(s + 1);
            for (const qint64 due = changes * (s + 1) / seconds; made < due; ++made)
                change(tables, ids, step.change.at, random, step.change.delta);
            for (const auto &verdict : step.change.delta.verdicts.upserted)
                step.turns.push_back({verdict->id, step.change.at, verdict->state, false});
            tables.apply(step.change.delta);
            steps.push_back(std::move(step));
        }
        must(file->write(steps, kBegin + std::chrono::seconds(second + kFlush)));
        must(file->tidy(tables));
    }
    phase.set(QStringLiteral("changes"), double(file->changesWritten()));
}

Instant moment(QRandomGenerator &random, int days)
{
    return kBegin + std::chrono::seconds(random.bounded(days * 86'400));
}

/// Asked, and told.
void waitFor(PastSnapshots &past, Instant at)
{
    std::promise<void> told;
    past.at(
        at, kNever, [] { return true; },
        [&](const Result<PastSource::Answer> &answer) {
            must(answer);
            told.set_value();
        });
    told.get_future().wait();
}

} // namespace

void benchHistory(const QString &path, int sites, int days, qint64 changes)
{
    if (!QFileInfo::exists(path))
        writeHistory(path, sites, days, changes);
    QRandomGenerator random(5);
    {
        Phase phase("history-cold");
        phase.setUnit(QStringLiteral("moments"));
        for (int round = 0; round < 40; ++round) {
            const Instant at = moment(random, days);
            QElapsedTimer timer;
            timer.start();
            const auto reader = must(HistoryReader::open(path));
            must(reader->at(at, Instant::max()));
            phase.addFrame(double(timer.nsecsElapsed()) / 1e6);
        }
        phase.set(QStringLiteral("file_mb"), double(QFileInfo(path).size()) / 1e6);
    }
    PastSnapshots past(path, QStringLiteral("bench"), 1);
    for (const int direction : {1, -1}) {
        Phase phase(direction > 0 ? "history-scrub" : "history-back");
        phase.setUnit(QStringLiteral("moments"));
        int late = 0;
        for (int round = 0; round < 5; ++round) {
            Instant at = moment(random, days - 1) + std::chrono::hours(12);
            waitFor(past, at);
            for (int step = 0; step < 400; ++step) {
                at += direction * std::chrono::seconds(10);
                QElapsedTimer timer;
                timer.start();
                waitFor(past, at);
                phase.addFrame(double(timer.nsecsElapsed()) / 1e6);
                late += timer.elapsed() > kFrame ? 1 : 0;
                FleetWatch::run(Milliseconds(std::max<qint64>(0, kFrame - timer.elapsed())));
            }
        }
        phase.set(QStringLiteral("over_a_frame"), late);
    }
}

} // namespace graticule::bench
