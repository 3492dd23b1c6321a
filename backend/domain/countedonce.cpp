// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/countedonce.h"

#include <algorithm>

namespace graticule {

const Connection *uncountedBy(const FleetTables &tables, const EntityId &feed)
{
    const Feed *stream = tables.feeds.find(feed);
    const Connection *connection = stream ? tables.connections.find(stream->connection) : nullptr;
    // Of one that counts for another and is not there itself nothing would count.
    const bool isUncounted = connection && tables.connections.contains(connection->countedBy);
    return isUncounted ? connection : nullptr;
}

bool isCounted(const FleetTables &tables, const EntityId &feed)
{
    return uncountedBy(tables, feed) == nullptr;
}

EntityId calledBy(const EntityId &to, const EntityId &from, const EntityId &id)
{
    const QByteArray own = from.utf8() + '/';
    if (from.isEmpty() || !id.utf8().startsWith(own))
        return {};
    QByteArray called = id.utf8();
    return EntityId(called.replace(own, to.utf8() + '/')); // also where it names the site at which it is
}

EntityId countedAs(const FleetTables &tables, const EntityId &id, const EntityId &feed)
{
    const Connection *connection = uncountedBy(tables, feed);
    return connection ? calledBy(connection->countedBy, connection->id, id) : EntityId();
}

bool isCounted(const FleetTables &tables, const Site &site)
{
    const auto counts = [&](const EntityId &feed) { return isCounted(tables, feed); };
    if (site.feeds.isEmpty() || std::any_of(site.feeds.cbegin(), site.feeds.cend(), counts))
        return true;
    return std::none_of(site.feeds.cbegin(), site.feeds.cend(),
                        [&](const EntityId &feed) { return tables.sites.contains(countedAs(tables, site.id, feed)); });
}

} // namespace graticule
