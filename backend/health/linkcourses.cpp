// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/linkcourses.h"

namespace graticule {
namespace {

bool isSlow(const Link &link)
{
    return link.limitMs > 0 && link.rttMs > link.limitMs;
}

Course courseOf(const Link &link)
{
    if (link.condition == Condition::Down)
        return Course::Down;
    const bool isImpaired = link.condition == Condition::Degraded && !isMeasured(link); // else its host refuses
    return isImpaired || isSlow(link) ? Course::Slow : Course::Good;
}

} // namespace

bool isMeasured(const Link &link)
{
    return link.probe != ProbeKind::Unknown && link.probe != ProbeKind::Reported;
}

Course LinkCourses::settled(const EntityId &link) const
{
    const auto entry = m_entries.constFind(link);
    return entry == m_entries.cend() ? Course::Good : entry->settled;
}

Milliseconds LinkCourses::delay(Course seen, const HealthThresholds &thresholds)
{
    return thresholds.window * (seen == Course::Good ? thresholds.goodWindows : thresholds.badWindows);
}

void LinkCourses::take(const Link &link, bool isNew, Instant now, const HealthThresholds &thresholds)
{
    const Course seen = courseOf(link);
    const auto known = m_entries.constFind(link.id);
    if (known == m_entries.cend() && seen == Course::Good)
        return;
    Entry entry = known == m_entries.cend() ? Entry() : *known;
    if (entry.due != kNever)
        m_due.erase({entry.due, link.id});
    const Milliseconds wait = delay(seen, thresholds);
    const bool isUnbroken = entry.due != kNever && (entry.seen == Course::Good) == (seen == Course::Good);
    entry.seen = seen;
    if (isNew || !isMeasured(link) || wait == Milliseconds(0))
        entry.settled = seen;
    if (entry.settled == seen)
        entry.due = kNever;
    else if (!isUnbroken)
        entry.due = now + wait;
    if (entry.settled == Course::Good && seen == Course::Good) {
        m_entries.remove(link.id);
        return;
    }
    if (entry.due != kNever)
        m_due.emplace(entry.due, link.id);
    m_entries.insert(link.id, entry);
}

void LinkCourses::forget(const EntityId &link)
{
    const auto known = m_entries.constFind(link);
    if (known == m_entries.cend())
        return;
    if (known->due != kNever)
        m_due.erase({known->due, link});
    m_entries.erase(known);
}

QList<EntityId> LinkCourses::turn(Instant now)
{
    QList<EntityId> turned;
    while (!m_due.empty() && m_due.begin()->first <= now) {
        const EntityId id = m_due.begin()->second;
        m_due.erase(m_due.begin());
        turned.append(id);
        Entry &entry = m_entries[id];
        entry.settled = entry.seen;
        entry.due = kNever;
        if (entry.settled == Course::Good)
            m_entries.remove(id);
    }
    return turned;
}

void LinkCourses::beginAgain(Instant now, const HealthThresholds &thresholds)
{
    m_due.clear();
    for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
        if (it->due == kNever)
            continue;
        it->due = now + delay(it->seen, thresholds);
        m_due.emplace(it->due, it.key());
    }
}

} // namespace graticule
