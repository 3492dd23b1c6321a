// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/entitytable/entityplaces.h"

#include "backend/domain/countedonce.h"
#include "models/entitytable/staleness.h"
#include "models/sitetable/sitefield.h"
#include "models/statetext.h"

#include <algorithm>
#include <limits>

namespace graticule {

EntityPlaces::SiteSeat EntityPlaces::seatOf(const EntityId &site, const FleetTables &tables)
{
    const auto value = [this](Value which, const QString &text, const QString &shown = {}) {
        return m_values[size_t(which)].add(text, shown);
    };
    const Site *facts = tables.sites.find(site);
    SiteSeat seat;
    seat.id = site;
    seat.name = value(Value::Site, facts ? facts->name : site.toString());
    const QString country = facts ? facts->place.country : QString();
    seat.country = value(Value::Country, country, SiteFields::country(country));
    seat.region = value(Value::Region, facts ? facts->region : QString());
    const QString provider = facts ? facts->provider : QString();
    seat.provider = value(Value::Provider, provider, StateText::providerTitle(provider));
    seat.isOld = isOldEvidence(tables.verdicts.find(site));
    return seat;
}

int EntityPlaces::connectionOf(const EntityId &feed, const FleetTables &tables)
{
    const Feed *facts = tables.feeds.find(feed);
    const Connection *connection = facts ? tables.connections.find(facts->connection) : nullptr;
    return m_values[size_t(Value::Connection)].add(connection ? connection->name : QString());
}

EntityPlaces::FeedSeat EntityPlaces::feedSeatOf(const EntityId &feed, const FleetTables &tables)
{
    const Connection *uncounted = uncountedBy(tables, feed);
    return {feed, connectionOf(feed, tables), uncounted ? uncounted->id : EntityId(),
            uncounted ? uncounted->countedBy : EntityId()};
}

EntityId EntityPlaces::countedAs(int part, const EntityId &id) const
{
    const FeedSeat &seat = m_feeds[size_t(m_parts[size_t(part)].feed)];
    return calledBy(seat.countedBy, seat.by, id);
}

int EntityPlaces::siteNumber(const EntityId &site, const FleetTables &tables)
{
    const auto found = m_siteNumbers.constFind(site);
    if (found != m_siteNumbers.cend())
        return *found;
    m_sites.push_back(seatOf(site, tables));
    return *m_siteNumbers.insert(site, int(m_sites.size()) - 1);
}

int EntityPlaces::feedNumber(const EntityId &feed, const FleetTables &tables)
{
    const auto found = m_feedNumbers.constFind(feed);
    if (found != m_feedNumbers.cend())
        return *found;
    m_feeds.push_back(feedSeatOf(feed, tables));
    return *m_feedNumbers.insert(feed, int(m_feeds.size()) - 1);
}

int EntityPlaces::add(int row, const EntityId &site, const EntityId &feed, const QString &image,
                      const FleetTables &tables)
{
    int number = int(m_parts.size());
    if (m_free.empty()) {
        m_parts.emplace_back();
    } else {
        number = m_free.back();
        m_free.pop_back();
    }
    if (size_t(row) >= m_first.size())
        m_first.resize(size_t(row) + 1, kNone);
    Part part;
    part.row = row;
    part.next = m_first[size_t(row)];
    part.site = siteNumber(site, tables);
    part.feed = feedNumber(feed, tables);
    part.image = m_values[size_t(Value::Image)].add(image);
    if (part.next != kNone)
        m_parts[size_t(part.next)].previous = number;
    m_first[size_t(row)] = number;
    m_parts[size_t(number)] = part;
    return number;
}

void EntityPlaces::remove(int number)
{
    const Part part = m_parts[size_t(number)];
    if (part.previous != kNone)
        m_parts[size_t(part.previous)].next = part.next;
    else
        m_first[size_t(part.row)] = part.next;
    if (part.next != kNone)
        m_parts[size_t(part.next)].previous = part.previous;
    m_parts[size_t(number)] = {};
    m_free.push_back(number);
}

const QString &EntityPlaces::siteName(int part) const
{
    return values(Value::Site).text(valueOf(Value::Site, part));
}

int EntityPlaces::valueOf(Value value, int number) const
{
    const Part &part = m_parts[size_t(number)];
    switch (value) {
    case Value::Site:
        return m_sites[size_t(part.site)].name;
    case Value::Country:
        return m_sites[size_t(part.site)].country;
    case Value::Region:
        return m_sites[size_t(part.site)].region;
    case Value::Provider:
        return m_sites[size_t(part.site)].provider;
    case Value::Connection:
        return m_feeds[size_t(part.feed)].connection;
    case Value::Image:
        break;
    }
    return part.image;
}

std::vector<qint64> EntityPlaces::oldest(const FleetTables &tables, int rows) const
{
    const qint64 never = toMs(kNever);
    std::vector<qint64> observed;
    observed.reserve(m_feeds.size());
    for (const FeedSeat &seat : m_feeds) {
        const Feed *feed = tables.feeds.find(seat.id);
        observed.push_back(feed ? toMs(feed->observedAt) : never);
    }
    constexpr qint64 kUnset = std::numeric_limits<qint64>::max();
    std::vector<qint64> result(size_t(rows), kUnset);
    for (const Part &part : m_parts) {
        if (part.row != kNone)
            result[size_t(part.row)] = std::min(result[size_t(part.row)], observed[size_t(part.feed)]);
    }
    std::replace(result.begin(), result.end(), kUnset, never);
    return result;
}

std::vector<bool> EntityPlaces::refresh(const FleetChange &change)
{
    const FleetTables &after = change.after->tables;
    std::vector<bool> dirty;
    const auto look = [&](const EntityId &site) {
        const auto found = m_siteNumbers.constFind(site);
        if (found == m_siteNumbers.cend())
            return;
        SiteSeat seat = seatOf(site, after);
        if (seat == m_sites[size_t(*found)])
            return;
        m_sites[size_t(*found)] = std::move(seat);
        dirty.resize(m_sites.size());
        dirty[size_t(*found)] = true;
    };
    for (const auto &site : change.delta.sites.upserted) {
        // Sites change most often, and then mostly figures.
        const Site *was = change.before->tables.sites.find(site->id);
        if (!was || was->name != site->name || was->region != site->region || was->provider != site->provider ||
            was->place.country != site->place.country)
            look(site->id);
    }
    for (const EntityId &site : change.delta.sites.removed)
        look(site);
    for (const auto &verdict : change.delta.verdicts.upserted) {
        if (isOldEvidence(verdict.get()) != isOldEvidence(change.before->tables.verdicts.find(verdict->id)))
            look(verdict->id);
    }
    for (const EntityId &verdict : change.delta.verdicts.removed)
        look(verdict);

    const auto isNewFeed = [&](const auto &feed) {
        const Feed *was = change.before->tables.feeds.find(feed->id);
        return !was || was->connection != feed->connection;
    };
    const auto isOtherwise = [&](const auto &connection) {
        const Connection *was = change.before->tables.connections.find(connection->id);
        return !was || was->name != connection->name || was->countedBy != connection->countedBy;
    };
    const auto &feeds = change.delta.feeds.upserted;
    const auto &connections = change.delta.connections.upserted;
    if (std::any_of(feeds.begin(), feeds.end(), isNewFeed) ||
        std::any_of(connections.begin(), connections.end(), isOtherwise) || !change.delta.connections.removed.empty()) {
        for (FeedSeat &seat : m_feeds)
            seat = feedSeatOf(seat.id, after);
        dirty.assign(m_sites.size(), true); // rare
    }
    return dirty;
}

} // namespace graticule
