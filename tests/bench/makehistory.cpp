// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/makehistory.h"

#include "backend/connectors/lab/labworld.h"
#include "backend/domain/clock.h"
#include "backend/health/healthengine.h"
#include "backend/history/recordwriter.h"
#include "backend/keeper/keeperhome.h"
#include "backend/telemetry/samplearchive.h"
#include "tests/bench/phases.h"

#include <QFileInfo>

#include <cstdio>
#include <random>

using namespace std::chrono_literals;

namespace graticule::bench {
namespace {

constexpr Milliseconds kStep = 30s;
constexpr int kFaultsADay = 24;
constexpr Milliseconds kNight = 8h;

/// The keeper of that lab: what it knows, and where it writes it.
class Past
{
public:
    Past(const KeeperHome &home, int sites, Instant begin)
        : m_home(home)
        , m_world({7, sites, true}, begin)
        , m_tables(m_world.tables(begin))
    {
        m_tables.feeds.forEachItem([this](const auto &feed) { m_feeds.push_back(feed); });
        startKeeper(begin);
    }

    void startKeeper(Instant at)
    {
        m_writer.emplace(Recorder::Options{.path = m_home.historyFile(), .epoch = quint64(toMs(at))}, at);
        m_head = std::make_unique<SampleHead>();
        m_archive = std::make_unique<SampleArchive>(m_home.samplesFile(), SampleLimits(), *m_head);
        if (!m_archive->open(at))
            qFatal("%s", qPrintable(m_archive->error().text));
    }
    void endKeeper(Instant at)
    {
        flush(at);
        m_writer->end(at);
        m_stored += m_archive->counts().stored;
        m_archive->close(at);
        m_archive.reset();
    }
    /// What happened until @p at.
    void step(Instant at)
    {
        makeTrouble(at);
        for (int region = 0; region < kLabRegionCount; ++region) {
            const LabStep step = m_world.step(region, at);
            m_tables.apply(step.delta);
            m_samples += step.samples;
        }
        for (const auto &one : m_feeds) {
            Feed proven = *one;
            proven.observedAt = at;
            proven.limit = 3 * kStep;
            m_tables.feeds.insert(std::move(proven));
        }
        HealthStep health = HealthEngine::step(std::move(m_health), m_tables, at);
        m_health = std::move(health.memory);
        FleetDelta verdicts;
        verdicts.verdicts = std::move(health.verdicts);
        m_tables.apply(verdicts);
        m_snapshots.push_back(std::make_shared<const FleetSnapshot>(
            FleetSnapshot{{QStringLiteral("past"), 1, ++m_number}, at, m_tables}));
    }
    void flush(Instant at)
    {
        if (!m_writer->write(std::exchange(m_snapshots, {}), at))
            qFatal("%s", qPrintable(m_writer->error().text));
        m_archive->take(std::exchange(m_samples, {}), at);
        if (!m_archive->flush(at))
            qFatal("%s", qPrintable(m_archive->error().text));
        while (m_archive->maintain(at)) {
        }
    }
    int faults() const { return m_faultsMade; }
    qint64 stored() const { return m_stored; }

private:
    void makeTrouble(Instant at)
    {
        for (auto fault = m_healAt.begin(); fault != m_healAt.end() && fault->first <= at;) {
            (void)m_world.heal(fault->second); // by another one that ended at the same place
            fault = m_healAt.erase(fault);
        }
        if (m_random() % (24h / kStep) >= kFaultsADay)
            return;
        static constexpr std::array kinds{"site-down", "site-down", "link-cut",
                                          "link-slow", "link-slow", "replica-lag"};
        const QString kind = QLatin1String(kinds[m_random() % kinds.size()]);
        const LabFleet &fleet = m_world.fleet();
        const QString target = kind == u"replica-lag" && !fleet.assets.empty()
                                   ? fleet.assets[m_random() % fleet.assets.size()].value->name
                                   : fleet.sites[m_random() % fleet.sites.size()].now->name;
        if (!m_world.inject(kind, target, at))
            return; // a site without links
        ++m_faultsMade;
        m_healAt.emplace(at + Milliseconds(180'000 + m_random() % 5'400'000), target);
    }

    const KeeperHome &m_home;
    LabWorld m_world;
    FleetTables m_tables;
    std::vector<std::shared_ptr<const Feed>> m_feeds;
    HealthMemory m_health;
    std::vector<SnapshotPtr> m_snapshots;
    QList<Sample> m_samples;
    std::optional<RecordWriter> m_writer;
    std::unique_ptr<SampleHead> m_head;
    std::unique_ptr<SampleArchive> m_archive;
    std::minstd_rand m_random{3};
    std::multimap<Instant, QString> m_healAt;
    int m_faultsMade = 0;
    qint64 m_stored = 0;
    quint64 m_number = 0;
};

double megabytes(const QString &path)
{
    double sum = 0;
    for (const char *part : {"", "-wal"})
        sum += double(QFileInfo(path + QLatin1String(part)).size()) / 1e6;
    return sum;
}

} // namespace

void makeHistory(const QString &directory, int sites, int days)
{
    constexpr int kFlushEvery = 20; // steps
    const KeeperHome home = KeeperHome::at(directory);
    if (const auto made = home.create(); !made)
        qFatal("%s", qPrintable(made.error().text));
    if (QFileInfo::exists(home.historyFile()) || QFileInfo::exists(home.samplesFile()))
        qFatal("%s has a history already", qPrintable(directory));
    Phase phase("make-history");
    phase.setUnit(QStringLiteral("days"));
    const Instant end = SystemClock().now();
    const Instant begin = end - std::chrono::days(days);
    const Instant night = begin + std::chrono::days(days) / 2;
    Past past(home, sites, begin);
    QElapsedTimer day;
    day.start();
    int steps = 0;
    bool hasSlept = false;
    for (Instant at = begin + kStep; at <= end; at += kStep) {
        if (!hasSlept && at >= night) {
            hasSlept = true;
            past.endKeeper(at);
            at += kNight;
            past.startKeeper(at);
        }
        past.step(at);
        if (++steps % kFlushEvery == 0)
            past.flush(at);
        if (steps % (24h / kStep) == 0) {
            phase.addFrame(double(day.restart()));
            std::fprintf(stderr, "%s\n", qPrintable(toIso(at)));
        }
    }
    past.endKeeper(end);
    phase.set(QStringLiteral("sites"), sites);
    phase.set(QStringLiteral("days"), days);
    phase.set(QStringLiteral("faults"), past.faults());
    phase.set(QStringLiteral("samples"), double(past.stored()));
    phase.set(QStringLiteral("history_mb"), megabytes(home.historyFile()));
    phase.set(QStringLiteral("samples_mb"), megabytes(home.samplesFile()));
}

} // namespace graticule::bench
