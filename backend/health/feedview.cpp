// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/feedview.h"

#include "backend/domain/connectionway.h"
#include "backend/domain/saying.h"

namespace graticule {
namespace {

Reason blindness(const Connection &connection, ConnectionState state)
{
    const char *code = "connection.unreachable";
    if (state == ConnectionState::Stale)
        code = "connection.stale";
    else if (state == ConnectionState::Refused)
        code = "connection.refused";
    return saidReason(code, connection.error.text.isEmpty() ? QStringList{connection.name}
                                                            : QStringList{connection.name, nested(connection.error)});
}

} // namespace

ConnectionState settledState(const Connection &connection)
{
    switch (connection.state) {
    case ConnectionState::Unknown:
    case ConnectionState::NeverAsked:
    case ConnectionState::Connecting:
    case ConnectionState::Paused:
        if (connection.error.text.isEmpty())
            return connection.state;
        return connection.error.fault == Fault::NotAllowed || connection.error.kind == ErrorKind::Certificate
                   ? ConnectionState::Refused
                   : ConnectionState::Unreachable;
    default:
        return connection.state;
    }
}

Instant staleAt(const Feed &feed)
{
    return feed.observedAt == kNever ? kNever : feed.observedAt + feed.limit + Milliseconds(1);
}

FeedView viewOf(const Feed &feed, const Table<Connection> &connections, Instant now)
{
    const bool isOld = feed.observedAt == kNever ? feed.complete : now >= staleAt(feed);
    const FeedView unknown{Sight::Unlisted, isOld, saidReason("connection.unknown"), {}};
    if (feed.connection.isEmpty())
        return {feed.complete ? Sight::Seen : Sight::Unlisted, isOld, {}, {}}; // our keeper's own word
    const Connection *own = connections.find(feed.connection);
    if (!own)
        return unknown;
    FeedView view{Sight::Seen, isOld, {}, {}};
    if (!feed.complete)
        view = {Sight::Unlisted, isOld, saidReason("feed.not-listed", {own->name}), {}};
    bool isPaused = false;
    bool isBlind = false;
    const bool leadsHere = alongWay(connections, *own, [&](const Connection &step) {
        const ConnectionState state = settledState(step);
        isPaused |= step.state == ConnectionState::Paused;
        if (state == ConnectionState::Unreachable || state == ConnectionState::Stale ||
            state == ConnectionState::Refused) {
            isBlind = true; // the one nearest to us says why
            view.sight = Sight::Blind;
            view.reason = blindness(step, state);
            view.blindBy = step.id;
        } else if (state == ConnectionState::Paused && !isBlind) {
            view.sight = feed.complete ? Sight::Last : Sight::Unlisted;
            view.reason = saidReason("connection.paused", {step.name});
        }
    });
    view.stale |= isPaused;
    return leadsHere ? view : unknown;
}

} // namespace graticule
