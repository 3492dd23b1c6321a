// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/eventlog.h"

#include <algorithm>
#include <utility>

namespace graticule {

void EventLog::add(const EntityId &connection, const QList<FleetEvent> &events, Instant now)
{
    Kept &kept = m_kept[connection];
    if (kept.since == kNever)
        kept.since = now;
    if (const Instant cutAt = std::exchange(kept.cutAt, kNever); cutAt != kNever && now - cutAt > kHeldThere)
        kept.since = std::max(kept.since, now);
    for (const FleetEvent &event : events) {
        if (const quint64 before = event.key.isEmpty() ? 0 : kept.byKey.value(event.key); before > 0)
            kept.events.erase(before);
        const quint64 number = kept.next++;
        if (!event.key.isEmpty())
            kept.byKey.insert(event.key, number);
        kept.events.emplace(number, event);
        if (kept.events.size() <= kMostOfEach)
            continue;
        const auto oldest = kept.events.begin();
        kept.since = std::max(kept.since, oldest->second.at + Milliseconds(1));
        kept.byKey.remove(oldest->second.key);
        kept.events.erase(oldest);
    }
}

void EventLog::cut(const EntityId &connection, Instant now)
{
    const auto kept = m_kept.find(connection);
    if (kept != m_kept.end() && kept->cutAt == kNever)
        kept->cutAt = now;
}

void EventLog::forget(const EntityId &connection)
{
    m_kept.remove(connection);
}

EventAnswer EventLog::list(const EventQuery &query, const QSet<EntityId> &entities, Instant now) const
{
    EventAnswer answer;
    const Instant until = query.until == kNever ? now + Milliseconds(60'000) : query.until; // clocks differ a little
    for (auto it = m_kept.cbegin(); it != m_kept.cend(); ++it) {
        bool hasAny = query.target.isEmpty() || it.key() == query.target;
        for (const auto &[number, event] : it->events) {
            const bool isOfIt = query.target.isEmpty() || it.key() == query.target || entities.contains(event.entity) ||
                                entities.contains(event.node) || entities.contains(event.site);
            hasAny = hasAny || isOfIt;
            if (isOfIt && event.at >= query.from && event.at <= until)
                answer.events.append(event);
        }
        if (hasAny)
            answer.keptSince = std::max(answer.keptSince, it->since);
    }
    std::stable_sort(answer.events.begin(), answer.events.end(),
                     [](const FleetEvent &a, const FleetEvent &b) { return a.at > b.at; });
    const int most = std::clamp(query.most, 1, EventQuery::kMost);
    answer.hasMore = answer.events.size() > most;
    answer.events = answer.events.mid(0, most);
    return answer;
}

} // namespace graticule
