// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/saying.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <string_view>

namespace graticule {
namespace {

// One list, so that nothing can be said in English that the window does not know; sorted by code and number of
// arguments, to be found quickly. A text that is its argument only is not translated.
constexpr std::array kSayings = std::to_array<Saying>({
    {"connection.paused", QT_TRANSLATE_NOOP("graticule::Saying", "%1 is paused."), "t"},
    {"connection.refused", QT_TRANSLATE_NOOP("graticule::Saying", "%1 refuses us."), "t"},
    {"connection.refused", "%2", "ts"},
    {"connection.stale", QT_TRANSLATE_NOOP("graticule::Saying", "%1 is connected but silent."), "t"},
    {"connection.stale", "%2", "ts"},
    {"connection.unknown", QT_TRANSLATE_NOOP("graticule::Saying", "Nobody tells how its feed is connected."), ""},
    {"connection.unreachable", QT_TRANSLATE_NOOP("graticule::Saying", "%1 does not answer."), "t"},
    {"connection.unreachable", "%2", "ts"},
    {"docker.event-too-large", QT_TRANSLATE_NOOP("graticule::Saying", "%1 sends an event of more than 1 MB."), "t"},
    {"docker.events-ended", QT_TRANSLATE_NOOP("graticule::Saying", "%1 ended its stream of events."), "t"},
    {"docker.join-group",
     QT_TRANSLATE_NOOP(
         "graticule::Saying",
         "Add the user to the group that owns the socket: sudo usermod -aG docker $USER, then log in again."),
     ""},
    {"docker.none",
     QT_TRANSLATE_NOOP("graticule::Saying", "%1 answers in HTTP but is no Docker engine: it names no API version."),
     "t"},
    {"docker.too-old",
     QT_TRANSLATE_NOOP("graticule::Saying",
                       "%1 speaks version 1.%2 of the API; 1.%3 (Docker 20.10) is the oldest that works."),
     "ttt"},
    {"docker.unreadable", QT_TRANSLATE_NOOP("graticule::Saying", "The engine's %1 cannot be read: %2."), "tt"},
    {"feed.not-listed", QT_TRANSLATE_NOOP("graticule::Saying", "Its feed has not been listed yet."), ""},
    {"feed.not-listed", QT_TRANSLATE_NOOP("graticule::Saying", "%1 has not been listed yet."), "t"},
    {"host.unreadable", QT_TRANSLATE_NOOP("graticule::Saying", "%1 cannot be read as Linux writes it."), "t"},
    {"http.chunks", QT_TRANSLATE_NOOP("graticule::Saying", "%1 sends broken chunks: %2."), "tt"},
    {"http.encoding", QT_TRANSLATE_NOOP("graticule::Saying", "%1 answers in an encoding that was not asked for."), "t"},
    {"http.no-http", QT_TRANSLATE_NOOP("graticule::Saying", "%1 answers, but not in HTTP."), "t"},
    {"http.redirects",
     QT_TRANSLATE_NOOP("graticule::Saying",
                       "%1 redirects elsewhere (%2), which is not followed. Set the address to the final one."),
     "tn"},
    {"http.status", QT_TRANSLATE_NOOP("graticule::Saying", "%1 answers %2 when asked to %3."), "ttt"},
    {"http.status", QT_TRANSLATE_NOOP("graticule::Saying", "%1 answers %2 when asked to %3: %4"), "tttt"},
    {"http.too-large", QT_TRANSLATE_NOOP("graticule::Saying", "The answer of %1 passes our limit: %2."), "tt"},
    {"http.wants-tls",
     QT_TRANSLATE_NOOP(
         "graticule::Saying",
         "%1 speaks TLS on this port and we spoke plain HTTP. Use https://, or set tls.ca and the client certificate."),
     "t"},
    {"keeper.call-ended", QT_TRANSLATE_NOOP("graticule::Saying", "%1 ended the call."), "t"},
    {"keeper.hangs",
     QT_TRANSLATE_NOOP(
         "graticule::Saying",
         "%1 accepts the connection, but says nothing. It hangs, or is no Graticule keeper or control API."),
     "t"},
    {"keeper.message-too-large", QT_TRANSLATE_NOOP("graticule::Saying", "A message of %1 is too large: %2"), "tt"},
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
     "tt"},
    {"link.down", QT_TRANSLATE_NOOP("graticule::Saying", "no way to %1"), "t"},
    {"link.down", QT_TRANSLATE_NOOP("graticule::Saying", "no way from %1"), "tx"},
    {"link.slow", QT_TRANSLATE_NOOP("graticule::Saying", "slow to %1"), "t"},
    {"link.slow", QT_TRANSLATE_NOOP("graticule::Saying", "slow from %1"), "tx"},
    {"link.slow", QT_TRANSLATE_NOOP("graticule::Saying", "slow to %1: %2 ms, limit %3 ms"), "tnn"},
    {"link.slow", QT_TRANSLATE_NOOP("graticule::Saying", "slow from %1: %2 ms, limit %3 ms"), "tnnx"},
    {"more", QT_TRANSLATE_NOOP("graticule::Saying", "and %1 more"), "n"},
    {"net.accepts-no-more", QT_TRANSLATE_NOOP("graticule::Saying", "%1 accepts no more connections."), "t"},
    {"net.broke", QT_TRANSLATE_NOOP("graticule::Saying", "The connection to %1 broke: %2."), "tt"},
    {"net.cannot-connect", QT_TRANSLATE_NOOP("graticule::Saying", "Cannot connect to %1: %2."), "tt"},
    {"net.closed", QT_TRANSLATE_NOOP("graticule::Saying", "%1 closed the connection without an answer."), "t"},
    {"net.connect-timeout",
     QT_TRANSLATE_NOOP("graticule::Saying",
                       "%1 did not answer the connection attempt in time. It is off, or a firewall is in between."),
     "t"},
    {"net.cut", QT_TRANSLATE_NOOP("graticule::Saying", "%1 closed the connection in the middle of an answer."), "t"},
    {"net.ended", QT_TRANSLATE_NOOP("graticule::Saying", "%1 ended the connection."), "t"},
    {"net.no-route",
     QT_TRANSLATE_NOOP("graticule::Saying",
                       "There is no route to %1. Look at the network of the host that the keeper runs on."),
     "t"},
    {"net.no-socket",
     QT_TRANSLATE_NOOP("graticule::Saying",
                       "Nothing listens at %1: there is no such socket. Start the service, or mend the address."),
     "t"},
    {"net.nothing-listens",
     QT_TRANSLATE_NOOP(
         "graticule::Saying",
         "Nothing listens at %1: its host is there and refuses the connection. Start the service, or mend the port."),
     "t"},
    {"net.proxy", QT_TRANSLATE_NOOP("graticule::Saying", "The proxy for %1 does not help: %2."), "tt"},
    {"net.socket-dead",
     QT_TRANSLATE_NOOP("graticule::Saying", "Nothing listens at %1 any more. Start the service again."), "t"},
    {"net.socket-forbidden", QT_TRANSLATE_NOOP("graticule::Saying", "%1 may not be opened by this user."), "t"},
    {"net.socket-forbidden", QT_TRANSLATE_NOOP("graticule::Saying", "%1 may not be opened by this user. %2"), "ts"},
    {"net.timeout", QT_TRANSLATE_NOOP("graticule::Saying", "%1 accepted the connection but did not answer in time."),
     "t"},
    {"net.tls-timeout",
     QT_TRANSLATE_NOOP("graticule::Saying", "%1 accepted the connection but did not answer the TLS handshake in time."),
     "t"},
    {"net.unknown-name",
     QT_TRANSLATE_NOOP("graticule::Saying",
                       "The name in %1 is not known. Check how it is written, and the name servers."),
     "t"},
    {"node.degraded", QT_TRANSLATE_NOOP("graticule::Saying", "%1 of %2 nodes degraded (%3)"), "nnt"},
    {"node.degraded", QT_TRANSLATE_NOOP("graticule::Saying", "%1 of %2 nodes degraded (%3, and %4 more)"), "nntn"},
    {"node.down", QT_TRANSLATE_NOOP("graticule::Saying", "%1 of %2 nodes down (%3)"), "nnt"},
    {"node.down", QT_TRANSLATE_NOOP("graticule::Saying", "%1 of %2 nodes down (%3, and %4 more)"), "nntn"},
    {"node.maintenance", QT_TRANSLATE_NOOP("graticule::Saying", "%1 of %2 nodes under maintenance (%3)"), "nnt"},
    {"node.maintenance", QT_TRANSLATE_NOOP("graticule::Saying", "%1 of %2 nodes under maintenance (%3, and %4 more)"),
     "nntn"},
    {"replica.broken", QT_TRANSLATE_NOOP("graticule::Saying", "%1: the copy here is broken"), "t"},
    {"replica.broken", QT_TRANSLATE_NOOP("graticule::Saying", "%1: the copy here is broken, %2"), "tt"},
    {"replica.lagging", QT_TRANSLATE_NOOP("graticule::Saying", "%1: the copy here is %2 behind"), "tl"},
    {"replica.lagging", QT_TRANSLATE_NOOP("graticule::Saying", "%1: the copy here is %2 behind, %3"), "tlt"},
    {"replica.lagging-unmeasured", QT_TRANSLATE_NOOP("graticule::Saying", "%1: the copy here is behind"), "t"},
    {"replica.lagging-unmeasured", QT_TRANSLATE_NOOP("graticule::Saying", "%1: the copy here is behind, %2"), "tt"},
    {"service.failed", QT_TRANSLATE_NOOP("graticule::Saying", "%1 failed"), "t"},
    {"service.failed", QT_TRANSLATE_NOOP("graticule::Saying", "%1 failed: %2"), "tt"},
    {"service.failed", QT_TRANSLATE_NOOP("graticule::Saying", "%1 failed, %2 of %3 ready"), "tnn"},
    {"service.failed", QT_TRANSLATE_NOOP("graticule::Saying", "%1 failed, %2 of %3 ready: %4"), "tnnt"},
    {"service.restarting", QT_TRANSLATE_NOOP("graticule::Saying", "%1 restarting"), "t"},
    {"service.restarting", QT_TRANSLATE_NOOP("graticule::Saying", "%1 restarting: %2"), "tt"},
    {"service.restarting", QT_TRANSLATE_NOOP("graticule::Saying", "%1 restarting, %2 of %3 ready"), "tnn"},
    {"service.restarting", QT_TRANSLATE_NOOP("graticule::Saying", "%1 restarting, %2 of %3 ready: %4"), "tnnt"},
    {"service.unhealthy", QT_TRANSLATE_NOOP("graticule::Saying", "%1 unhealthy"), "t"},
    {"service.unhealthy", QT_TRANSLATE_NOOP("graticule::Saying", "%1 unhealthy: %2"), "tt"},
    {"service.unhealthy", QT_TRANSLATE_NOOP("graticule::Saying", "%1 unhealthy, %2 of %3 ready"), "tnn"},
    {"service.unhealthy", QT_TRANSLATE_NOOP("graticule::Saying", "%1 unhealthy, %2 of %3 ready: %4"), "tnnt"},
    {"session.flapping", QT_TRANSLATE_NOOP("graticule::Saying", "Lost %1 times within %2: %3"), "nws"},
    {"session.not-connected", QT_TRANSLATE_NOOP("graticule::Saying", "%1 is not connected now; nothing was done."),
     "t"},
    {"session.not-listed",
     QT_TRANSLATE_NOOP("graticule::Saying", "%1 answers, but has not listed what it runs for %2."), "tw"},
    {"session.paused", QT_TRANSLATE_NOOP("graticule::Saying", "%1 was paused."), "t"},
    {"session.silent", QT_TRANSLATE_NOOP("graticule::Saying", "%1 has not answered since %2."), "tc"},
    {"session.silent-connected",
     QT_TRANSLATE_NOOP("graticule::Saying", "%1 is connected but has not answered since %2."), "tc"},
    {"session.slow", QT_TRANSLATE_NOOP("graticule::Saying", "%1 answers later than its limit of %2 ms."), "tn"},
    {"site.degraded", QT_TRANSLATE_NOOP("graticule::Saying", "The platform says it is degraded."), ""},
    {"site.down", QT_TRANSLATE_NOOP("graticule::Saying", "The platform says it is down."), ""},
    {"site.maintenance", QT_TRANSLATE_NOOP("graticule::Saying", "Under maintenance."), ""},
    {"site.no-evidence", QT_TRANSLATE_NOOP("graticule::Saying", "Nothing says that this site works."), ""},
    {"site.not-watched", QT_TRANSLATE_NOOP("graticule::Saying", "No feed tells of this site."), ""},
    {"ssh.docker-says", QT_TRANSLATE_NOOP("graticule::Saying", "ssh reaches %1, but docker there says: %2."), "tt"},
    {"ssh.ended", QT_TRANSLATE_NOOP("graticule::Saying", "The ssh that spoke with %1 was ended by a signal."), "t"},
    {"ssh.login",
     QT_TRANSLATE_NOOP("graticule::Saying", "%1 does not let us log in by ssh: %2. A key without passphrase, or one "
                                            "that an agent holds, is needed; nobody is asked for a password."),
     "tt"},
    {"ssh.no-docker",
     QT_TRANSLATE_NOOP("graticule::Saying", "ssh reaches %1, but there is no docker command for that user."), "t"},
    {"ssh.no-permission",
     QT_TRANSLATE_NOOP(
         "graticule::Saying",
         "ssh reaches %1, but that user may not open the engine's socket there; add the user to its group."),
     "t"},
    {"ssh.not-installed",
     QT_TRANSLATE_NOOP("graticule::Saying",
                       "%1 needs ssh, which is not installed where the keeper runs (package openssh-client)."),
     "t"},
    {"ssh.not-started", QT_TRANSLATE_NOOP("graticule::Saying", "%1 needs ssh, which cannot be started: %2."), "tt"},
    {"ssh.other-key",
     QT_TRANSLATE_NOOP("graticule::Saying",
                       "%1 shows another host key than the one that is known. If it was set up anew, remove the old "
                       "key with ssh-keygen -R; else somebody may be in between."),
     "t"},
    {"ssh.unknown-key",
     QT_TRANSLATE_NOOP("graticule::Saying", "The host key of %1 is not known. Log in there once by ssh as the user "
                                            "that the keeper runs as, and compare the key that it shows."),
     "t"},
    {"ssh.unknown-name", QT_TRANSLATE_NOOP("graticule::Saying", "The name in %1 is not known to any name server."),
     "t"},
    {"ssh.unreachable", QT_TRANSLATE_NOOP("graticule::Saying", "%1 cannot be reached by ssh: %2."), "tt"},
    {"tls.expired",
     QT_TRANSLATE_NOOP("graticule::Saying", "The certificate of %1 expired on %2 (%3). It has to be renewed there."),
     "tdt"},
    {"tls.handshake", QT_TRANSLATE_NOOP("graticule::Saying", "The TLS handshake with %1 failed: %2."), "tt"},
    {"tls.handshake-of-keeper",
     QT_TRANSLATE_NOOP("graticule::Saying", "No TLS could be agreed with %1; does it ask for a client certificate? %2"),
     "tt"},
    {"tls.none",
     QT_TRANSLATE_NOOP("graticule::Saying",
                       "%1 does not speak TLS on this port. Check the port, or the certificate settings."),
     "t"},
    {"tls.none-of-keeper",
     QT_TRANSLATE_NOOP("graticule::Saying", "%1 does not speak TLS on this port. Check the port; a keeper of this "
                                            "machine may be spoken to without TLS, over http://."),
     "t"},
    {"tls.not-yet-valid",
     QT_TRANSLATE_NOOP("graticule::Saying",
                       "The certificate of %1 is valid only from %2 on (%3). One of the clocks may be wrong."),
     "tdt"},
    {"tls.ours-expired",
     QT_TRANSLATE_NOOP(
         "graticule::Saying",
         "%1 does not accept our certificate %2: it expired on %3. Have it renewed by whoever issued it."),
     "ttd"},
    {"tls.ours-refused", QT_TRANSLATE_NOOP("graticule::Saying", "%1 does not accept our certificate %2: %3."), "ttt"},
    {"tls.ours-refused-silently",
     QT_TRANSLATE_NOOP("graticule::Saying",
                       "%1 closes the connection after the handshake; it seems not to accept our certificate %2."),
     "tt"},
    {"tls.ours-unusable", QT_TRANSLATE_NOOP("graticule::Saying", "Our certificate %1 or its key cannot be used: %2."),
     "tt"},
    {"tls.unknown-issuer",
     QT_TRANSLATE_NOOP("graticule::Saying", "%1 shows the certificate %2 issued by \"%3\", who is not among the "
                                            "system's authorities. Set tls.ca to the authority's certificate."),
     "ttt"},
    {"tls.unknown-issuer",
     QT_TRANSLATE_NOOP("graticule::Saying", "%1 shows the certificate %2 issued by \"%3\", who is not among %4. Set "
                                            "tls.ca to the authority's certificate."),
     "tttt"},
    {"tls.untrusted",
     QT_TRANSLATE_NOOP("graticule::Saying",
                       "The certificate of %1 is not trusted (expired, wrong name or unknown authority): %2"),
     "tt"},
    {"tls.unverified",
     QT_TRANSLATE_NOOP("graticule::Saying", "%1 shows the certificate %2, which does not verify: %3."), "ttt"},
    {"tls.wants-ours",
     QT_TRANSLATE_NOOP("graticule::Saying",
                       "%1 wants a client certificate and none is configured. Set tls.certificate and tls.key."),
     "t"},
    {"tls.wrong-name",
     QT_TRANSLATE_NOOP("graticule::Saying", "%1 shows the certificate %2, which is for %3, not for the expected name. "
                                            "Set tls.server-name if that is meant."),
     "ttt"},
});

constexpr bool isLess(const Saying &a, const Saying &b)
{
    const int order = std::string_view(a.code).compare(b.code);
    return order < 0 || (order == 0 && std::string_view(a.kinds).size() < std::string_view(b.kinds).size());
}
static_assert(std::is_sorted(kSayings.begin(), kSayings.end(), isLess));

} // namespace

std::span<const Saying> allSayings()
{
    return kSayings;
}

const Saying *sayingOf(const QString &code, qsizetype arguments)
{
    const auto first =
        std::lower_bound(kSayings.begin(), kSayings.end(), code,
                         [](const Saying &saying, const QString &c) { return QLatin1String(saying.code) < c; });
    for (auto it = first; it != kSayings.end() && code == QLatin1String(it->code); ++it) {
        if (qsizetype(qstrlen(it->kinds)) == arguments)
            return it;
    }
    return nullptr;
}

} // namespace graticule
