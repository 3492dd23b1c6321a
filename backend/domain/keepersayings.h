// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/saying.h"

#include <QtGlobal>

#include <array>

// What a keeper says of itself, of its connections and of what it was asked to keep (connection., feed., keeper.,
// peer., rules., same., session.); a part of what sayinglist.cpp joins, sorted as there.

namespace graticule {

inline constexpr std::array kKeeperSayings = std::to_array<Saying>({
    {"connection.paused", QT_TRANSLATE_NOOP("graticule::Saying", "%1 is paused."), "t"},
    {"connection.refused", QT_TRANSLATE_NOOP("graticule::Saying", "%1 refuses us."), "t"},
    {"connection.refused", "%2", "ts"},
    {"connection.stale", QT_TRANSLATE_NOOP("graticule::Saying", "%1 is connected but silent."), "t"},
    {"connection.stale", "%2", "ts"},
    {"connection.unknown", QT_TRANSLATE_NOOP("graticule::Saying", "Nobody tells how its feed is connected."), ""},
    {"connection.unreachable", QT_TRANSLATE_NOOP("graticule::Saying", "%1 does not answer."), "t"},
    {"connection.unreachable", "%2", "ts"},
    {"feed.not-listed", QT_TRANSLATE_NOOP("graticule::Saying", "Its feed has not been listed yet."), ""},
    {"feed.not-listed", QT_TRANSLATE_NOOP("graticule::Saying", "%1 has not been listed yet."), "t"},
    {"keeper.call-ended", QT_TRANSLATE_NOOP("graticule::Saying", "%1 ended the call."), "t"},
    {"keeper.cut-off",
     QT_TRANSLATE_NOOP("graticule::Saying",
                       "We are cut off: %1 of %2 hosts that this keeper asks fell silent together."),
     "nn"},
    {"keeper.hangs",
     QT_TRANSLATE_NOOP(
         "graticule::Saying",
         "%1 accepts the connection, but says nothing. It hangs, or is no Graticule keeper or control API."),
     "t"},
    {"keeper.message-too-large", QT_TRANSLATE_NOOP("graticule::Saying", "A message of %1 is too large: %2"), "tt"},
    {"keeper.needs-role",
     QT_TRANSLATE_NOOP("graticule::Saying",
                       "This needs the role %1; on this keeper you are %2. Ask its administrator."),
     "tt"},
    {"keeper.no-socket",
     QT_TRANSLATE_NOOP("graticule::Saying",
                       "Nothing listens at %1: there is no such socket. Start the keeper, or mend the address."),
     "t"},
    {"keeper.no-such-call",
     QT_TRANSLATE_NOOP("graticule::Saying", "%1 does not serve this part of the control API: %2"), "tt"},
    {"keeper.none-http1",
     QT_TRANSLATE_NOOP("graticule::Saying", "Something answers at %1, but it is no Graticule keeper or control API (it "
                                            "speaks HTTP/1). Check host and port."),
     "t"},
    {"keeper.none-language",
     QT_TRANSLATE_NOOP("graticule::Saying", "Something answers at %1, but it is no Graticule keeper or control API (it "
                                            "speaks another language over HTTP/2). Check host and port."),
     "t"},
    {"keeper.none-no-http2",
     QT_TRANSLATE_NOOP("graticule::Saying", "Something answers at %1, but it is no Graticule keeper or control API (it "
                                            "does not speak HTTP/2). Check host and port."),
     "t"},
    {"keeper.none-status",
     QT_TRANSLATE_NOOP("graticule::Saying", "Something answers at %1, but it is no Graticule keeper or control API (it "
                                            "answers with HTTP status %2). Check host and port."),
     "tt"},
    {"keeper.not-the-api", QT_TRANSLATE_NOOP("graticule::Saying", "What %1 answers is not the control API: %2"), "tt"},
    {"keeper.socket-dead",
     QT_TRANSLATE_NOOP("graticule::Saying", "Nothing listens at %1 any more. Start the keeper again."), "t"},
    {"keeper.stream-ended", QT_TRANSLATE_NOOP("graticule::Saying", "%1 ended the stream."), "t"},
    {"keeper.timeout", QT_TRANSLATE_NOOP("graticule::Saying", "%1 did not answer in time."), "t"},
    {"keeper.wants-credentials", QT_TRANSLATE_NOOP("graticule::Saying", "%1 wants a client certificate or a token: %2"),
     "tp"},
    {"peer.another",
     QT_TRANSLATE_NOOP("graticule::Saying",
                       "At %1 answers the keeper \"%2\" with id %3, and %4 is expected: nothing is measured there."),
     "tttt"},
    {"peer.itself",
     QT_TRANSLATE_NOOP("graticule::Saying", "%1 is this keeper itself: there is no way to measure. Remove it."), "t"},
    {"rules.changed",
     QT_TRANSLATE_NOOP("graticule::Saying", "%1 was changed meanwhile, and nothing was saved; read it again."), "t"},
    {"rules.mistaken", QT_TRANSLATE_NOOP("graticule::Saying", "Nothing was saved: %1."), "t"},
    {"rules.no-files", QT_TRANSLATE_NOOP("graticule::Saying", "This keeper has no files, so no label rules."), ""},
    {"rules.none", QT_TRANSLATE_NOOP("graticule::Saying", "This keeper has no label rules."), ""},
    {"rules.not-written", QT_TRANSLATE_NOOP("graticule::Saying", "Cannot write %1: %2."), "tt"},
    {"rules.untouched", QT_TRANSLATE_NOOP("graticule::Saying", "%1. It was left untouched."), "t"},
    {"same.declared",
     QT_TRANSLATE_NOOP("graticule::Saying", "They declare themselves to be \"%1\" and \"%2\"; change their labels."),
     "tt"},
    {"same.gone", QT_TRANSLATE_NOOP("graticule::Saying", "There is no service \"%1\" any more."), "t"},
    {"same.no-service", QT_TRANSLATE_NOOP("graticule::Saying", "There is no service \"%1\"."), "t"},
    {"same.none", QT_TRANSLATE_NOOP("graticule::Saying", "At this keeper nobody says which services are the same."),
     ""},
    {"same.not-said", QT_TRANSLATE_NOOP("graticule::Saying", "Nobody said anything of these two."), ""},
    {"same.not-told", QT_TRANSLATE_NOOP("graticule::Saying", "\"%1\" is not told of by Docker or Kubernetes here."),
     "t"},
    {"same.one-already", QT_TRANSLATE_NOOP("graticule::Saying", "\"%1\" is one service already."), "t"},
    {"same.too-many", QT_TRANSLATE_NOOP("graticule::Saying", "There are too many decisions; take some back."), ""},
    {"same.unreadable", QT_TRANSLATE_NOOP("graticule::Saying", "%1 cannot be read: %2."), "tt"},
    {"session.ended", QT_TRANSLATE_NOOP("graticule::Saying", "%1 was removed, or read again with other settings."),
     "t"},
    {"session.flapping", QT_TRANSLATE_NOOP("graticule::Saying", "Lost %1 times within %2: %3"), "nws"},
    {"session.no-answer", QT_TRANSLATE_NOOP("graticule::Saying", "%1 did not answer within %2."), "tw"},
    {"session.not-connected", QT_TRANSLATE_NOOP("graticule::Saying", "%1 is not connected now; nothing was done."),
     "t"},
    {"session.not-listed",
     QT_TRANSLATE_NOOP("graticule::Saying", "%1 answers, but has not listed what it runs for %2."), "tw"},
    {"session.paused", QT_TRANSLATE_NOOP("graticule::Saying", "%1 was paused."), "t"},
    {"session.silent", QT_TRANSLATE_NOOP("graticule::Saying", "%1 has not answered since %2."), "tc"},
    {"session.silent-connected",
     QT_TRANSLATE_NOOP("graticule::Saying", "%1 is connected but has not answered since %2."), "tc"},
    {"session.slow", QT_TRANSLATE_NOOP("graticule::Saying", "%1 answers later than its limit of %2 ms."), "tn"},
});

} // namespace graticule
