// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/feedview.h"

#include "backend/domain/connectionway.h"

namespace graticule {
namespace {

Reason blindness(const Connection &connection, ConnectionState state)
{
    QString code = QStringLiteral("connection.unreachable");
    QString text = QStringLiteral("%1 does not answer.");
    if (state == ConnectionState::Stale) {
        code = QStringLiteral("connection.stale");
        text = QStringLiteral("%1 is connected but silent.");
    } else if (state == ConnectionState::Refused) {
        code = QStringLiteral("connection.refused");
        text = QStringLiteral("%1 refuses us.");
    }
    return {code, connection.error.text.isEmpty() ? text.arg(connection.name) : connection.error.text};
}

/// A connection that failed is as blind as before until it answers: while it is tried again, or its sites would flicker
/// with each try; while it is paused; after a restart of ours.
ConnectionState settledState(const Connection &connection)
{
    switch (connection.state) {
    case ConnectionState::Unknown:
    case ConnectionState::NeverAsked:
    case ConnectionState::Connecting:
    case ConnectionState::Paused:
        if (connection.error.text.isEmpty())
            return connection.state;
        return connection.error.fault == Fault::NotAllowed ? ConnectionState::Refused : ConnectionState::Unreachable;
    default:
        return connection.state;
    }
}

} // namespace

Instant staleAt(const Feed &feed)
{
    return feed.observedAt == kNever ? kNever : feed.observedAt + feed.limit + Milliseconds(1);
}

FeedView viewOf(const Feed &feed, const Table<Connection> &connections, Instant now)
{
    const bool isOld = feed.observedAt == kNever ? feed.complete : now >= staleAt(feed);
    const FeedView unknown{
        Sight::Unlisted,
        isOld,
        {QStringLiteral("connection.unknown"), QStringLiteral("Nobody tells how its feed is connected.")}};
    const Connection *own = connections.find(feed.connection);
    if (!own)
        return unknown;
    FeedView view{Sight::Seen, isOld, {}};
    if (!feed.complete)
        view = {Sight::Unlisted,
                isOld,
                {QStringLiteral("feed.not-listed"), QStringLiteral("%1 has not been listed yet.").arg(own->name)}};
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
        } else if (state == ConnectionState::Paused && !isBlind) {
            view.sight = feed.complete ? Sight::Last : Sight::Unlisted;
            view.reason = {QStringLiteral("connection.paused"), QStringLiteral("%1 is paused.").arg(step.name)};
        }
    });
    view.stale |= isPaused;
    return leadsHere ? view : unknown;
}

} // namespace graticule
