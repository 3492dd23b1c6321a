// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/link.h"
#include "backend/health/thresholds.h"

#include <QHash>

#include <set>
#include <utility>

namespace graticule {

/// What a link is taken for.
enum class Course { Good, Slow, Down };

/// Measured by a probe, not merely reported by a platform or the lab.
bool isMeasured(const Link &link);

/// What links are taken for, with delays: a measured one turns bad only when it was bad for a while without a break,
/// and good when it was good for a longer one, so that what alternates turns nothing. The first that is told of a link,
/// and what a platform says in its own words, holds at once. A value; costs nothing for links that are simply good.
class LinkCourses
{
public:
    Course settled(const EntityId &link) const;
    /// @p link was told or changed.
    void take(const Link &link, bool isNew, Instant now, const HealthThresholds &thresholds);
    void forget(const EntityId &link);
    /// Lets those turn that are due at @p now; which they are.
    QList<EntityId> turn(Instant now);
    /// The clock was set back to @p now: what is waited for begins again.
    void beginAgain(Instant now, const HealthThresholds &thresholds);
    /// When the next one turns if nothing more is told; kNever: none.
    Instant nextDue() const { return m_due.empty() ? kNever : m_due.begin()->first; }
    bool isEmpty() const { return m_entries.isEmpty(); }

private:
    struct Entry
    {
        Course settled = Course::Good;
        Course seen = Course::Good; ///< the last that was told
        Instant due = kNever;       ///< then it becomes what was seen; kNever: it is that
    };
    static Milliseconds delay(Course seen, const HealthThresholds &thresholds);

    QHash<EntityId, Entry> m_entries; // of those that are not and do not become other than good
    std::set<std::pair<Instant, EntityId>> m_due;
};

} // namespace graticule
