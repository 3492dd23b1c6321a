// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/callerror.h"

#include "backend/control/entitycodec.h"
#include "backend/domain/saying.h"

#include <control.pb.h>
#include <grpcpp/grpcpp.h>

#include <algorithm>

namespace graticule {
namespace {

Error error(ErrorKind kind, Fault fault, const QString &text, std::optional<Milliseconds> retry = Milliseconds(0))
{
    return {kind, fault, text, retry};
}

bool hasAny(const QString &text, std::initializer_list<const char *> parts)
{
    return std::any_of(parts.begin(), parts.end(),
                       [&](const char *part) { return text.contains(QLatin1String(part), Qt::CaseInsensitive); });
}

// All of this runs in gRPC's threads, which may still be at work while the process ends: no static objects here.

/// @p said without what gRPC puts before the reason: that it tried all addresses, a name of its own, and which address.
QString reason(const QString &said)
{
    QString text = said;
    const QLatin1String tried("failed to connect to all addresses; last error: ");
    if (text.startsWith(tried))
        text.remove(0, tried.size());
    const auto isWord = [](const QString &part) {
        return std::all_of(part.cbegin(), part.cend(), [](QChar c) { return c.isUpper() || c == QLatin1Char('_'); });
    };
    const QString separator = QStringLiteral(": ");
    if (text.contains(separator) && isWord(text.section(separator, 0, 0)))
        text = text.section(separator, 1);
    for (const char *family : {"ipv4:", "ipv6:", "unix:"}) {
        if (text.startsWith(QLatin1String(family)))
            text = text.section(separator, 1);
    }
    return text;
}

/// What the keeper says itself, with the code by which a reader's language has it; or nothing.
std::optional<Error> toldError(const grpc::Status &status, const QString &said)
{
    control::v1::Error message;
    if (status.error_details().empty() || !message.ParseFromString(status.error_details()))
        return {};
    const Error told = decode(message);
    return told.text == said && !said.isEmpty() ? std::optional(told) : std::nullopt;
}

Error notAKeeper(const char *saying, const QStringList &arguments)
{
    return saidError(ErrorKind::Malformed, Fault::Endpoint, saying, arguments);
}

/// A handshake that failed, or nothing.
std::optional<Error> tlsError(const QString &said, const QString &target)
{
    if (hasAny(said, {"CERTIFICATE_VERIFY_FAILED", "peer certificate", "Peer name"}))
        return saidError(ErrorKind::Certificate, Fault::NotAllowed, "tls.untrusted", {target, reason(said)});
    if (hasAny(said, {"wrong version number", "WRONG_VERSION_NUMBER", "packet length", "record layer"}))
        return saidError(ErrorKind::Malformed, Fault::Endpoint, "tls.none-of-keeper", {target});
    // No alert came, so nobody refused anything: whoever took the connection was silent until the attempt was given up.
    if (hasAny(said, {"Handshake read failed", "Handshake write failed", "Handshake timed out", "handshaker shutdown"}))
        return saidError(ErrorKind::TimedOut, Fault::Endpoint, "net.tls-timeout", {target});
    if (hasAny(said, {"handshake"}))
        return saidError(ErrorKind::Certificate, Fault::NotAllowed, "tls.handshake-of-keeper", {target, reason(said)});
    return {};
}

/// Something took the connection, but does not speak as a keeper does; or nothing.
std::optional<Error> speechError(const QString &said, const QString &target)
{
    // A server of HTTP/1 that answers 200 leaves gRPC without words: "last error: OK".
    if (hasAny(said, {"http1.x"}) || said.endsWith(QLatin1String("last error: OK")))
        return notAKeeper("keeper.none-http1", {target});
    if (hasAny(said, {"parsing HTTP/2", "parsing HTTP2"}))
        return notAKeeper("keeper.none-no-http2", {target});
    if (hasAny(said, {"SETTINGS frame"}))
        return saidError(ErrorKind::TimedOut, Fault::Endpoint, "keeper.hangs", {target});
    return {};
}

/// There is a socket's file or there is not: no network has to do with it.
Error socketError(const QString &said, const QString &target)
{
    if (hasAny(said, {"No such file"}))
        return saidError(ErrorKind::Unreachable, Fault::Endpoint, "keeper.no-socket", {target});
    if (hasAny(said, {"Connection refused"}))
        return saidError(ErrorKind::Unreachable, Fault::Endpoint, "keeper.socket-dead", {target});
    if (hasAny(said, {"Permission denied"}))
        return saidError(ErrorKind::Refused, Fault::NotAllowed, "net.socket-forbidden", {target});
    return saidError(ErrorKind::Unreachable, Fault::Endpoint, "net.cannot-connect", {target, reason(said)});
}

Error networkError(const QString &said, const QString &target)
{
    const auto unreachable = [&](const char *saying) {
        return saidError(ErrorKind::Unreachable, Fault::Network, saying, {target});
    };
    if (hasAny(said, {"Connection refused"})) // the host said so: the way there is open
        return saidError(ErrorKind::Unreachable, Fault::Endpoint, "net.nothing-listens", {target});
    if (hasAny(said, {"DNS", "name resolution", "Domain name", "resolve"}))
        return unreachable("net.unknown-name");
    if (hasAny(said, {"No route", "unreachable"}))
        return unreachable("net.no-route");
    if (hasAny(said, {"timed out", "timeout"}))
        return unreachable("net.connect-timeout");
    return saidError(ErrorKind::Unreachable, Fault::Network, "net.cannot-connect", {target, reason(said)});
}

} // namespace

Error connectionError(const QString &said, const ControlAddress &address)
{
    const QString &target = address.target;
    if (const auto tls = tlsError(said, target))
        return *tls;
    if (const auto speech = speechError(said, target))
        return *speech;
    if (hasAny(said, {"ocket closed", "reset", "GOAWAY", "is going"}))
        return saidError(ErrorKind::Disconnected, Fault::Endpoint, "net.ended", {target});
    return target.startsWith(QLatin1String("unix:")) ? socketError(said, target) : networkError(said, target);
}

Error errorFrom(const grpc::Status &status, const ControlAddress &address)
{
    const QString said = QString::fromStdString(status.error_message());
    const QString &target = address.target;
    if (const auto told = toldError(status, said))
        return *told;
    // A proxy, or another service that speaks HTTP/2; gRPC makes a code of its own of what that answers.
    const QLatin1String statusIs("http2 header with status: ");
    if (const qsizetype at = said.indexOf(statusIs); at >= 0)
        return notAKeeper("keeper.none-status", {target, said.mid(at + statusIs.size(), 3)});
    if (hasAny(said, {"content-type"}))
        return notAKeeper("keeper.none-language", {target});
    switch (status.error_code()) {
    case grpc::StatusCode::UNAVAILABLE:
        return connectionError(said, address);
    case grpc::StatusCode::DEADLINE_EXCEEDED:
        return saidError(ErrorKind::TimedOut, Fault::Endpoint, "keeper.timeout", {target});
    case grpc::StatusCode::UNAUTHENTICATED:
        return saidError(ErrorKind::Refused, Fault::NotAllowed, "keeper.wants-credentials", {target, said});
    case grpc::StatusCode::PERMISSION_DENIED:
        return error(ErrorKind::Refused, Fault::NotAllowed, said);
    case grpc::StatusCode::INVALID_ARGUMENT:
        return error(ErrorKind::Invalid, Fault::Input, said, std::nullopt);
    case grpc::StatusCode::NOT_FOUND:
        return error(ErrorKind::NotFound, Fault::Input, said, std::nullopt);
    case grpc::StatusCode::ALREADY_EXISTS:
        return error(ErrorKind::Conflict, Fault::Input, said, std::nullopt);
    case grpc::StatusCode::UNIMPLEMENTED:
        return saidError(ErrorKind::Unsupported, Fault::Endpoint, "keeper.no-such-call", {target, said});
    case grpc::StatusCode::RESOURCE_EXHAUSTED:
        return saidError(ErrorKind::TooLarge, Fault::Endpoint, "keeper.message-too-large", {target, said});
    case grpc::StatusCode::CANCELLED:
        return saidError(ErrorKind::Disconnected, Fault::Endpoint, "keeper.call-ended", {target});
    case grpc::StatusCode::OK:
        return saidError(ErrorKind::Disconnected, Fault::Endpoint, "keeper.stream-ended", {target});
    case grpc::StatusCode::INTERNAL:
    case grpc::StatusCode::DATA_LOSS:
        return saidError(ErrorKind::Malformed, Fault::Endpoint, "keeper.not-the-api", {target, said});
    default:
        return error(ErrorKind::Unknown, Fault::Endpoint, QStringLiteral("%1: %2").arg(target, said));
    }
}

} // namespace graticule
