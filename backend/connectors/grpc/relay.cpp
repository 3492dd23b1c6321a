// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/grpc/relay.h"

namespace graticule {

void markRelayed(FleetDelta &delta, const EntityId &connection)
{
    for (auto &item : delta.connections.upserted) {
        if (!item->through.isEmpty())
            continue;
        Connection c = *item;
        c.through = connection;
        item = std::make_shared<const Connection>(std::move(c));
    }
    for (auto &item : delta.feeds.upserted) {
        if (!item->connection.isEmpty())
            continue;
        Feed f = *item;
        f.connection = connection;
        item = std::make_shared<const Feed>(std::move(f));
    }
}

} // namespace graticule
