// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"
#include "backend/history/recording.h"

#include <QStringList>

namespace graticule::testing {

/// A keeper's day in a few lines: what there is, and snapshots of it at given seconds.
class HistoryScript
{
public:
    /// Seconds since the script's day began, 2026-03-03 09:00 UTC.
    static Instant at(double seconds)
    {
        return Instant(Milliseconds(1772528400000)) + Milliseconds(qint64(seconds * 1000));
    }

    void site(const char *id, SiteState state, double since)
    {
        Site site;
        site.id = EntityId(id);
        site.name = QString::fromLatin1(id).toUpper();
        site.feeds = {EntityId("feed")};
        tables.sites.insert(std::move(site));
        tables.verdicts.insert(Verdict{EntityId(id), state, false, at(since), {}});
    }
    void feed(double since, double observedAt, Milliseconds limit = Milliseconds(30'000))
    {
        tables.feeds.insert(Feed{EntityId("feed"), EntityId("connection"), QStringLiteral("inventory"), at(since),
                                 at(observedAt), limit, true});
    }
    void placement(const char *id, Health health, double since)
    {
        Placement placement;
        placement.id = EntityId(id);
        placement.site = EntityId("fra");
        placement.health = health;
        placement.since = at(since);
        tables.placements.insert(std::move(placement));
    }
    SnapshotPtr snapshot(double seconds)
    {
        auto made = std::make_shared<FleetSnapshot>();
        made->revision = {QStringLiteral("keeper"), 1, ++m_number};
        made->at = at(seconds);
        made->tables = tables;
        return made;
    }

    FleetTables tables;

private:
    quint64 m_number = 0;
};

/// "fra down since 60", "feed watched" or "feed until 25", "web stopped since 12", sorted; seconds as in HistoryScript.
inline QStringList print(const FleetTables &tables)
{
    static const char *const states[] = {"unknown", "healthy", "degraded", "down", "unreachable", "maintenance"};
    static const char *const healths[] = {"unknown",    "healthy", "starting", "unhealthy",
                                          "restarting", "stopped", "failed"};
    const auto seconds = [](Instant at) { return QString::number(double((at - HistoryScript::at(0)).count()) / 1000); };
    QStringList lines;
    tables.verdicts.forEach([&](const Verdict &verdict) {
        lines << QStringLiteral("%1 %2 since %3")
                     .arg(verdict.id.toString(), QLatin1String(states[int(verdict.state)]), seconds(verdict.since));
    });
    tables.feeds.forEach([&](const Feed &feed) {
        lines << feed.id.toString() + (feed.observedAt == kNever
                                           ? QStringLiteral(" watched")
                                           : QStringLiteral(" until ") + seconds(feed.observedAt));
    });
    tables.placements.forEach([&](const Placement &placement) {
        lines << QStringLiteral("%1 %2 since %3")
                     .arg(placement.id.toString(), QLatin1String(healths[int(placement.health)]),
                          seconds(placement.since));
    });
    lines.sort();
    return lines;
}

} // namespace graticule::testing
