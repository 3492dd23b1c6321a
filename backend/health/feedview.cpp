// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/feedview.h"

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

/// A connection that is tried again after a failure is as blind as before, or its sites would flicker with each try.
ConnectionState settledState(const Connection &connection)
{
    switch (connection.state) {
    case ConnectionState::Unknown:
    case ConnectionState::NeverAsked:
    case ConnectionState::Connecting:
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

FeedView viewOf(const Feed &feed, const Connection *connection, Instant now)
{
    FeedView view;
    view.stale = feed.observedAt == kNever ? feed.complete : now >= staleAt(feed);
    const ConnectionState state = connection ? settledState(*connection) : ConnectionState::Live;
    switch (state) {
    case ConnectionState::Unreachable:
    case ConnectionState::Stale:
    case ConnectionState::Refused:
        view.sight = Sight::Blind;
        view.reason = blindness(*connection, state);
        return view;
    case ConnectionState::Paused:
        view.stale = true;
        view.sight = feed.complete ? Sight::Last : Sight::Unlisted;
        view.reason = {QStringLiteral("connection.paused"), QStringLiteral("%1 is paused.").arg(connection->name)};
        return view;
    default:
        break;
    }
    if (feed.complete) {
        view.sight = Sight::Seen;
    } else {
        view.sight = Sight::Unlisted;
        view.reason = {QStringLiteral("feed.not-listed"),
                       QStringLiteral("%1 has not been listed yet.")
                           .arg(connection ? connection->name : QStringLiteral("Its feed"))};
    }
    return view;
}

} // namespace graticule
