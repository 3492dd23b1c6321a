// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"
#include "backend/domain/fleetsnapshot.h"

#include <QList>

#include <functional>
#include <optional>

namespace graticule {

/// A time from which on something holds, until which it does.
struct TimeSpan
{
    Instant from = kNever;
    Instant until = kNever;

    friend bool operator==(const TimeSpan &, const TimeSpan &) = default;
};

/// What is told of one moment of the past, beside its snapshot.
struct PastNote
{
    Instant at = kNever;
    Instant knownAt = kNever; ///< kNever: by all that is known now
    /// Nobody watched at that moment: from when until when. The snapshot has what was known before; every verdict in it
    /// is "unknown", every feed as old as it was then.
    std::optional<TimeSpan> hole;
    int lateFacts = 0; ///< learnt after the moment, and told all the same
    Error damage;      ///< some of what led here cannot be read, the rest is told; text empty: all could be

    friend bool operator==(const PastNote &, const PastNote &) = default;
};

/// A site's verdict changed.
struct SiteTurn
{
    EntityId site;
    Instant at = kNever;
    SiteState state = SiteState::Unknown; ///< from now on; Unknown also when the site is gone
    bool stale = false;

    friend bool operator==(const SiteTurn &, const SiteTurn &) = default;
};

/// What is recorded, and how recording goes.
struct HistoryCoverage
{
    TimeSpan recorded;     ///< from the first thing to the last writing; both kNever: nothing yet
    QList<TimeSpan> holes; ///< when nobody watched, within what was asked for
    Error error;           ///< why nothing is written just now; text empty: it is
    qint64 merged = 0;     ///< snapshots that were not told apart
};

struct TurnsQuery
{
    TimeSpan span;
    EntityId site; ///< empty: of all sites
    int most = 100'000;
};

/// Answers what was. Thread-safe; every answer comes once, in a thread of its own, unless @p isWanted says by then that
/// nobody waits for it.
class PastSource
{
public:
    struct Answer
    {
        SnapshotPtr snapshot; ///< with a revision that find() knows for a while
        PastNote note;
    };
    using IsWanted = std::function<bool()>;

    virtual ~PastSource() = default;

    virtual void at(Instant at, Instant knownAt, IsWanted isWanted, std::function<void(Result<Answer>)> answer) = 0;
    /// One of the last snapshots that were answered, or null.
    virtual SnapshotPtr find(const Revision &revision) const = 0;
    virtual void coverage(const TimeSpan &span, std::function<void(Result<HistoryCoverage>)> answer) = 0;
    virtual void turns(const TurnsQuery &query, std::function<void(Result<QList<SiteTurn>>)> answer) = 0;
};

} // namespace graticule
