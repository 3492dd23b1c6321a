// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/callerror.h"

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

Error notAKeeper(const QString &target, const QString &why)
{
    return error(
        ErrorKind::Malformed, Fault::Endpoint,
        QStringLiteral("Something answers at %1, but it is no Graticule keeper or control API (%2). Check host "
                       "and port.")
            .arg(target, why));
}

/// A handshake that failed, or nothing.
std::optional<Error> tlsError(const QString &said, const QString &target)
{
    if (hasAny(said, {"CERTIFICATE_VERIFY_FAILED", "peer certificate", "Peer name"}))
        return error(
            ErrorKind::Certificate, Fault::NotAllowed,
            QStringLiteral("The certificate of %1 is not trusted (expired, wrong name or unknown authority): %2")
                .arg(target, reason(said)));
    if (hasAny(said, {"wrong version number", "WRONG_VERSION_NUMBER", "packet length", "record layer"}))
        return error(
            ErrorKind::Malformed, Fault::Endpoint,
            QStringLiteral("%1 does not speak TLS on this port. Check the port; a keeper of this machine may be "
                           "spoken to without TLS, over http://.")
                .arg(target));
    if (hasAny(said, {"handshake"}))
        return error(ErrorKind::Certificate, Fault::NotAllowed,
                     QStringLiteral("No TLS could be agreed with %1; does it ask for a client certificate? %2")
                         .arg(target, reason(said)));
    return {};
}

/// Something took the connection, but does not speak as a keeper does; or nothing.
std::optional<Error> speechError(const QString &said, const QString &target)
{
    // A server of HTTP/1 that answers 200 leaves gRPC without words: "last error: OK".
    if (hasAny(said, {"http1.x"}) || said.endsWith(QLatin1String("last error: OK")))
        return notAKeeper(target, QStringLiteral("it speaks HTTP/1"));
    if (hasAny(said, {"parsing HTTP/2", "parsing HTTP2"}))
        return notAKeeper(target, QStringLiteral("it does not speak HTTP/2"));
    if (hasAny(said, {"SETTINGS frame"}))
        return error(
            ErrorKind::TimedOut, Fault::Endpoint,
            QStringLiteral("%1 accepts the connection, but says nothing. It hangs, or is no Graticule keeper or "
                           "control API.")
                .arg(target));
    return {};
}

/// There is a socket's file or there is not: no network has to do with it.
Error socketError(const QString &said, const QString &target)
{
    if (hasAny(said, {"No such file"}))
        return error(
            ErrorKind::Unreachable, Fault::Endpoint,
            QStringLiteral("Nothing listens at %1: there is no such socket. Start the keeper, or mend the address.")
                .arg(target));
    if (hasAny(said, {"Connection refused"}))
        return error(ErrorKind::Unreachable, Fault::Endpoint,
                     QStringLiteral("Nothing listens at %1 any more. Start the keeper again.").arg(target));
    if (hasAny(said, {"Permission denied"}))
        return error(ErrorKind::Refused, Fault::NotAllowed,
                     QStringLiteral("%1 may not be opened by this user.").arg(target));
    return error(ErrorKind::Unreachable, Fault::Endpoint,
                 QStringLiteral("Cannot connect to %1: %2.").arg(target, reason(said)));
}

Error networkError(const QString &said, const QString &target)
{
    const auto unreachable = [&](const QString &text) {
        return error(ErrorKind::Unreachable, Fault::Network, text.arg(target));
    };
    if (hasAny(said, {"Connection refused"}))
        return unreachable(QStringLiteral("%1 refuses connections: nothing listens there."));
    if (hasAny(said, {"DNS", "name resolution", "Domain name", "resolve"}))
        return unreachable(QStringLiteral("The name in %1 is not known."));
    if (hasAny(said, {"No route", "unreachable"}))
        return unreachable(QStringLiteral("There is no route to %1."));
    if (hasAny(said, {"timed out", "timeout"}))
        return unreachable(QStringLiteral("%1 did not answer the connection attempt in time."));
    return unreachable(QStringLiteral("Cannot connect to %1: ") + reason(said).replace(u'%', u' ') + u'.');
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
        return error(ErrorKind::Disconnected, Fault::Endpoint, QStringLiteral("%1 ended the connection.").arg(target));
    return target.startsWith(QLatin1String("unix:")) ? socketError(said, target) : networkError(said, target);
}

Error errorFrom(const grpc::Status &status, const ControlAddress &address)
{
    const QString said = QString::fromStdString(status.error_message());
    const QString &target = address.target;
    // A proxy, or another service that speaks HTTP/2; gRPC makes a code of its own of what that answers.
    const QLatin1String statusIs("http2 header with status: ");
    if (const qsizetype at = said.indexOf(statusIs); at >= 0)
        return notAKeeper(target,
                          QStringLiteral("it answers with HTTP status %1").arg(said.mid(at + statusIs.size(), 3)));
    if (hasAny(said, {"content-type"}))
        return notAKeeper(target, QStringLiteral("it speaks another language over HTTP/2"));
    switch (status.error_code()) {
    case grpc::StatusCode::UNAVAILABLE:
        return connectionError(said, address);
    case grpc::StatusCode::DEADLINE_EXCEEDED:
        return error(ErrorKind::TimedOut, Fault::Endpoint, QStringLiteral("%1 did not answer in time.").arg(target));
    case grpc::StatusCode::UNAUTHENTICATED:
        return error(ErrorKind::Refused, Fault::NotAllowed,
                     QStringLiteral("%1 wants a client certificate or a token: %2").arg(target, said));
    case grpc::StatusCode::PERMISSION_DENIED:
        return error(ErrorKind::Refused, Fault::NotAllowed, said);
    case grpc::StatusCode::INVALID_ARGUMENT:
        return error(ErrorKind::Invalid, Fault::Input, said, std::nullopt);
    case grpc::StatusCode::NOT_FOUND:
        return error(ErrorKind::NotFound, Fault::Input, said, std::nullopt);
    case grpc::StatusCode::ALREADY_EXISTS:
        return error(ErrorKind::Conflict, Fault::Input, said, std::nullopt);
    case grpc::StatusCode::UNIMPLEMENTED:
        return error(ErrorKind::Unsupported, Fault::Endpoint,
                     QStringLiteral("%1 does not serve this part of the control API: %2").arg(target, said));
    case grpc::StatusCode::RESOURCE_EXHAUSTED:
        return error(ErrorKind::TooLarge, Fault::Endpoint,
                     QStringLiteral("A message of %1 is too large: %2").arg(target, said));
    case grpc::StatusCode::CANCELLED:
        return error(ErrorKind::Disconnected, Fault::Endpoint, QStringLiteral("%1 ended the call.").arg(target));
    case grpc::StatusCode::OK:
        return error(ErrorKind::Disconnected, Fault::Endpoint, QStringLiteral("%1 ended the stream.").arg(target));
    case grpc::StatusCode::INTERNAL:
    case grpc::StatusCode::DATA_LOSS:
        return error(ErrorKind::Malformed, Fault::Endpoint,
                     QStringLiteral("What %1 answers is not the control API: %2").arg(target, said));
    default:
        return error(ErrorKind::Unknown, Fault::Endpoint, QStringLiteral("%1: %2").arg(target, said));
    }
}

} // namespace graticule
