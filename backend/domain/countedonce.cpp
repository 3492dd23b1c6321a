// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/countedonce.h"

#include <algorithm>

namespace graticule {

bool isCounted(const FleetTables &tables, const EntityId &feed)
{
    const Feed *stream = tables.feeds.find(feed);
    const Connection *connection = stream ? tables.connections.find(stream->connection) : nullptr;
    // Of one that counts for another and is not there itself nothing would count.
    return !connection || connection->countedBy.isEmpty() || !tables.connections.contains(connection->countedBy);
}

bool isCounted(const FleetTables &tables, const Site &site)
{
    return site.feeds.isEmpty() || std::any_of(site.feeds.cbegin(), site.feeds.cend(),
                                               [&](const EntityId &feed) { return isCounted(tables, feed); });
}

} // namespace graticule
