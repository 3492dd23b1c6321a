// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/countedonce.h"

#include <algorithm>

namespace graticule {

namespace {

/// Null: it counts. Of one that counts for another and is not there itself nothing would count.
const Connection *uncounted(const FleetTables &tables, const EntityId &feed)
{
    const Feed *stream = tables.feeds.find(feed);
    const Connection *connection = stream ? tables.connections.find(stream->connection) : nullptr;
    const bool isUncounted = connection && tables.connections.contains(connection->countedBy);
    return isUncounted ? connection : nullptr;
}

} // namespace

bool isCounted(const FleetTables &tables, const EntityId &feed)
{
    return uncounted(tables, feed) == nullptr;
}

EntityId countedAs(const FleetTables &tables, const EntityId &id, const EntityId &feed)
{
    const Connection *connection = uncounted(tables, feed);
    const QByteArray own = connection ? connection->id.utf8() + '/' : QByteArray();
    if (own.isEmpty() || !id.utf8().startsWith(own))
        return {};
    return EntityId(connection->countedBy.utf8() + '/' + id.utf8().mid(own.size()));
}

bool isCounted(const FleetTables &tables, const Site &site)
{
    return site.feeds.isEmpty() || std::any_of(site.feeds.cbegin(), site.feeds.cend(),
                                               [&](const EntityId &feed) { return isCounted(tables, feed); });
}

} // namespace graticule
