// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetevent.h"

#include <QHash>
#include <QSet>

#include <map>

namespace graticule {

/// The newest events of each connection. What a platform tells again, with a higher count, takes the place of what it
/// told before. Pure.
class EventLog
{
public:
    static constexpr size_t kMostOfEach = 2000;
    /// So long platforms hold what happened, and tell it who comes back.
    static constexpr Milliseconds kHeldThere{10 * 60'000};

    /// @p events of @p connection came at @p now; none: it tells events from now on.
    void add(const EntityId &connection, const QList<FleetEvent> &events, Instant now);
    /// @p connection tells nothing from @p now on, until events of it come again.
    void cut(const EntityId &connection, Instant now);
    /// The connection is gone.
    void forget(const EntityId &connection);

    /// The connections whose events are here.
    QSet<EntityId> tellers() const { return {m_kept.keyBegin(), m_kept.keyEnd()}; }
    /// Newest first; @p entities are those that the query's target stands for.
    EventAnswer list(const EventQuery &query, const QSet<EntityId> &entities, Instant now) const;

private:
    struct Kept
    {
        std::map<quint64, FleetEvent> events; ///< in the order in which they came
        QHash<QString, quint64> byKey;
        quint64 next = 1;
        Instant since = kNever; ///< nothing is missing from then on
        Instant cutAt = kNever; ///< it tells nothing since then; never: it does
    };
    QHash<EntityId, Kept> m_kept;
};

} // namespace graticule
