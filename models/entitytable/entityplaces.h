// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"
#include "models/entitytable/valuelist.h"
#include "models/fleetindex.h"

#include <algorithm>
#include <array>

namespace graticule {

/// Where the rows of a table are: for each placement, replica or node a part, which belongs to a row, stands at a site
/// and is seen by a feed. Sites and feeds are numbered, so that a walk over all parts reads plain numbers. A value; one
/// thread at a time.
class EntityPlaces
{
public:
    static constexpr int kNone = -1;

    struct Part
    {
        int row = kNone; ///< kNone: free
        int next = kNone;
        int previous = kNone;
        int site = 0;
        int feed = 0;
        int image = 0;
    };

    /// Of what a part stands in: for columns of the type Where.
    enum class Value { Site, Country, Region, Connection, Image, Provider };

    int add(int row, const EntityId &site, const EntityId &feed, const QString &image, const FleetTables &tables);
    void remove(int part);

    const std::vector<Part> &parts() const { return m_parts; }
    const Part &part(int part) const { return m_parts[size_t(part)]; }
    int first(int row) const { return size_t(row) < m_first.size() ? m_first[size_t(row)] : kNone; }
    int next(int part) const { return m_parts[size_t(part)].next; }

    /// The state of what is there is the last known one: the evidence is too old, or the site cannot be seen.
    bool isOld(int part) const { return m_sites[size_t(m_parts[size_t(part)].site)].isOld; }
    /// What another connection to the same endpoint, which counts instead, would call @p id, under which the part
    /// stands; empty: there is none.
    EntityId countedAs(int part, const EntityId &id) const;
    /// Of a connection that does not count.
    bool hasUncounted() const
    {
        return std::any_of(m_feeds.begin(), m_feeds.end(),
                           [](const FeedSeat &feed) { return !feed.countedBy.isEmpty(); });
    }
    const EntityId &feedId(int part) const { return m_feeds[size_t(m_parts[size_t(part)].feed)].id; }
    const EntityId &siteId(int part) const { return m_sites[size_t(m_parts[size_t(part)].site)].id; }
    const QString &siteName(int part) const;

    const ValueList &values(Value value) const { return m_values[size_t(value)]; }
    int valueOf(Value value, int part) const;

    /// For each row the oldest evidence of its parts, in ms; by the number of the row, @p rows of them.
    std::vector<qint64> oldest(const FleetTables &tables, int rows) const;

    /// Follows sites, feeds and connections. Calls @p touched(row) for rows of which something reads another way.
    template<class Touched> void apply(const FleetChange &change, Touched touched)
    {
        const std::vector<bool> dirty = refresh(change);
        if (dirty.empty())
            return;
        for (const Part &part : m_parts) {
            if (part.row != kNone && dirty[size_t(part.site)])
                touched(part.row);
        }
    }

private:
    struct SiteSeat
    {
        EntityId id;
        int name = 0;
        int country = 0;
        int region = 0;
        int provider = 0;
        bool isOld = false;

        friend bool operator==(const SiteSeat &, const SiteSeat &) = default;
    };
    struct FeedSeat
    {
        EntityId id;
        int connection = 0;
        EntityId by;        ///< the connection, when it does not count
        EntityId countedBy; ///< the one that counts instead
    };

    SiteSeat seatOf(const EntityId &site, const FleetTables &tables);
    int connectionOf(const EntityId &feed, const FleetTables &tables);
    FeedSeat feedSeatOf(const EntityId &feed, const FleetTables &tables);
    int siteNumber(const EntityId &site, const FleetTables &tables);
    int feedNumber(const EntityId &feed, const FleetTables &tables);
    /// By site: what is said of it is no longer true. Empty: nothing of the kind.
    std::vector<bool> refresh(const FleetChange &change);

    std::vector<Part> m_parts;
    std::vector<int> m_free;
    std::vector<int> m_first; ///< part, by row
    std::vector<SiteSeat> m_sites;
    std::vector<FeedSeat> m_feeds;
    QHash<EntityId, int> m_siteNumbers;
    QHash<EntityId, int> m_feedNumbers;
    std::array<ValueList, 6> m_values;
};

} // namespace graticule
