// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/settled.h"

#include <QHash>

namespace graticule {
namespace {

struct Feeds
{
    int all = 0;
    int complete = 0;
};

bool hasSettled(const Connection &connection, const Feeds &feeds)
{
    switch (connection.state) {
    case ConnectionState::Live:
    case ConnectionState::Slow:
        return feeds.all > 0 && feeds.complete == feeds.all;
    case ConnectionState::Stale:
    case ConnectionState::Unreachable:
    case ConnectionState::Refused:
    case ConnectionState::Paused:
        return true;
    case ConnectionState::Unknown:
    case ConnectionState::NeverAsked:
    case ConnectionState::Connecting:
        return false;
    }
    return false;
}

} // namespace

Settled settled(const FleetTables &tables, const QMap<EntityId, QString> &expected)
{
    QHash<EntityId, Feeds> feeds;
    tables.feeds.forEach([&](const Feed &feed) {
        Feeds &own = feeds[feed.connection];
        ++own.all;
        own.complete += feed.complete ? 1 : 0;
    });
    Settled result;
    tables.connections.forEach([&](const Connection &connection) {
        ++result.connections;
        if (!hasSettled(connection, feeds.value(connection.id)))
            result.waitingFor.append(connection.name);
    });
    for (auto it = expected.cbegin(); it != expected.cend(); ++it) {
        if (tables.connections.contains(it.key()))
            continue;
        ++result.connections;
        result.waitingFor.append(it.value());
    }
    result.waitingFor.sort();
    return result;
}

} // namespace graticule
