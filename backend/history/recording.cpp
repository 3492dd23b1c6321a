// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/recording.h"

#include "backend/history/worthrecording.h"

#include <algorithm>

namespace graticule {
namespace {

/// What the platform says to have happened so long ago was not seen at once.
constexpr Milliseconds kLate{5'000};
/// What is learnt of later than that comes with times of its own.
constexpr Milliseconds kRemembered = std::chrono::days(1);
/// Who falls silent changes nothing, so all feeds are looked at.
constexpr Milliseconds kLookForHoles{5'000};

} // namespace

Recording::Recording(FleetTables tables, Instant from)
    : m_tables(std::move(tables))
    , m_from(from)
    , m_at(from)
{
    // Spans of an earlier run ended with it.
    m_tables.feeds.forEach([this](const Feed &feed) { m_watched.insert(feed.id, {}); });
}

Recording::Step Recording::take(const SnapshotPtr &snapshot)
{
    if (snapshot->at < m_at)
        ++m_moved;
    m_at = std::max(m_at, snapshot->at);
    Step step;
    step.change.at = m_at;
    if (m_taken) {
        record(diff(m_taken->tables, snapshot->tables), step);
    } else {
        // What was recorded before we began and is not there any more is gone; the rest is compared one by one.
        record(diff(m_tables, snapshot->tables), step);
        shareWith(snapshot->tables);
    }
    m_taken = snapshot;
    if (m_at - m_lookedForHoles >= kLookForHoles)
        findHoles(step);
    m_tables.apply(step.change.delta);
    return step;
}

/// What was read from a file and is the same as what there is need not be there twice.
void Recording::shareWith(const FleetTables &now)
{
    forEachKind(
        [](auto &recorded, const auto &there) {
            there.forEachItem([&](const auto &item) {
                if (const auto *same = recorded.find(item->id); same && same != item.get() && *same == *item)
                    recorded.insert(item);
            });
        },
        m_tables, now);
}

void Recording::record(const FleetDelta &difference, Step &step)
{
    forEachKind(
        [this](auto &recorded, const auto &from, auto &to) {
            to.removed = from.removed;
            std::erase_if(to.removed, [&](const EntityId &id) { return !recorded.contains(id); });
            for (const auto &item : from.upserted) {
                if (auto kept = worthRecording(recorded.find(item->id), item))
                    to.upserted.push_back(std::move(kept));
            }
        },
        m_tables, difference, step.change.delta);

    // Feeds are their own case: whether they are watched is what is told of them.
    auto &feeds = step.change.delta.feeds;
    feeds.upserted.clear();
    for (const auto &feed : difference.feeds.upserted)
        recordFeed(*feed, step);
    for (const EntityId &id : difference.feeds.removed)
        dropFeed(id, step);

    for (const auto &placement : step.change.delta.placements.upserted)
        noteLate(*placement, step);
    for (const EntityId &id : step.change.delta.placements.removed)
        m_lastPlacements.remove(id);
    for (const auto &verdict : step.change.delta.verdicts.upserted) {
        const Verdict *before = m_tables.verdicts.find(verdict->id);
        if (!before || before->state != verdict->state || before->stale != verdict->stale)
            step.turns.push_back({verdict->id, m_at, verdict->state, verdict->stale});
    }
    for (const EntityId &id : step.change.delta.verdicts.removed)
        step.turns.push_back({id, m_at, SiteState::Unknown, true});
}

/// A proof that comes within the feed's limit after the one before leaves no hole.
void Recording::recordFeed(const Feed &feed, Step &step)
{
    Watched &watched = m_watched[feed.id];
    const Feed *recorded = m_tables.feeds.find(feed.id);
    const bool isProven = feed.observedAt != kNever && feed.observedAt >= m_from;
    // The snapshot's own moment, not that of the proof: an endpoint that sleeps proves nothing.
    const bool isFresh = isProven && m_at - feed.observedAt <= feed.limit;
    const bool hasHole =
        watched.isOpen && (!isFresh || feed.since > watched.until || feed.observedAt - watched.until > feed.limit);
    Feed kept = feed;
    kept.observedAt = isFresh ? kNever : isProven ? feed.observedAt : recorded ? recorded->observedAt : feed.observedAt;
    if (hasHole) {
        step.spans.push_back({feed.id, watched.from, watched.until});
        LateFact late{watched.until, m_at, {}};
        Feed ended = feed;
        ended.observedAt = watched.until;
        late.delta.feeds.upsert(std::move(ended));
        if (late.since < m_at)
            step.late.push_back(std::move(late));
        watched = {};
    }
    if (isFresh) {
        if (!watched.isOpen) {
            watched = {std::clamp(feed.since, m_from, feed.observedAt), feed.observedAt, feed.limit, true};
            step.spans.push_back({feed.id, watched.from, std::nullopt});
        }
        watched.until = std::max(watched.until, feed.observedAt);
        watched.limit = feed.limit;
    }
    if (!recorded || *recorded != kept)
        step.change.delta.feeds.upsert(std::move(kept));
}

void Recording::findHoles(Step &step)
{
    m_lookedForHoles = m_at;
    m_lastPlacements.removeIf([this](auto entry) { return m_at - entry.value() > kRemembered; });
    QList<EntityId> silent;
    for (auto watched = m_watched.cbegin(); watched != m_watched.cend(); ++watched) {
        if (watched->isOpen && m_at - watched->until > watched->limit)
            silent.append(watched.key());
    }
    for (const EntityId &id : std::as_const(silent)) {
        if (const Feed *feed = m_taken->tables.feeds.find(id))
            recordFeed(*feed, step);
    }
}

void Recording::dropFeed(const EntityId &id, Step &step)
{
    const Watched watched = m_watched.take(id);
    if (watched.isOpen)
        step.spans.push_back({id, watched.from, watched.until});
}

/// Containers say since when they are as they are.
void Recording::noteLate(const Placement &placement, Step &step)
{
    const Placement *before = m_tables.placements.find(placement.id);
    const Instant known = std::max(m_from, m_lastPlacements.value(placement.id, kNever));
    m_lastPlacements.insert(placement.id, m_at);
    const bool isNews = before && (before->health != placement.health || before->ready != placement.ready);
    const Instant since = std::max(placement.since, before && m_taken ? known : kNever);
    if (!isNews || placement.since == kNever || placement.since <= before->since || m_at - since <= kLate)
        return;
    LateFact late{since, m_at, {}};
    late.delta.placements.upsert(placement);
    step.late.push_back(std::move(late));
}

Recording::Mark Recording::mark() const
{
    return {m_tables, m_watched};
}

std::vector<WatchedSpan> Recording::Mark::end() const
{
    std::vector<WatchedSpan> spans;
    for (auto watched = m_watched.cbegin(); watched != m_watched.cend(); ++watched) {
        if (watched->isOpen)
            spans.push_back({watched.key(), watched->from, watched->until});
    }
    return spans;
}

} // namespace graticule
