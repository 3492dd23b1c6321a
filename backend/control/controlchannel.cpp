// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/controlchannel.h"

#include "backend/control/callbackqueue.h"
#include "backend/control/channelaccess.h"
#include "backend/domain/bearertoken.h"

#include <QFile>
#include <QRegularExpression>

#include <grpcpp/grpcpp.h>

namespace graticule {
namespace {

Result<std::string> readPem(const QString &path, const char *what)
{
    if (path.isEmpty())
        return std::string();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{
            ErrorKind::NotFound, Fault::Input,
            QStringLiteral("Cannot read the %1 file %2: %3.").arg(QLatin1String(what), path, file.errorString()),
            std::nullopt};
    }
    return file.read(1'000'000).toStdString();
}

grpc::ChannelArguments arguments(const ControlAddress &address)
{
    grpc::ChannelArguments args;
    // A keeper that comes back must be seen within a beat or two, so gRPC's own back-off (up to 120 s) is kept short;
    // the callers have back-offs of their own.
    args.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 200);
    args.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, 1000);
    args.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, 2000);
    args.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1); // a new channel makes a new connection
    args.SetMaxReceiveMessageSize(16 << 20);
    args.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0); // only where we are told to go
    if (!address.serverName.isEmpty())
        args.SetSslTargetNameOverride(address.serverName.toStdString());
    return args;
}

bool isLoopback(const QString &target)
{
    static const QRegularExpression loopback(
        QStringLiteral(R"(^(unix:.*|localhost:\d+|127\.\d+\.\d+\.\d+:\d+|\[::1\]:\d+)$)"));
    return loopback.match(target).hasMatch();
}

} // namespace

ControlChannel::ControlChannel(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{
}
ControlChannel::~ControlChannel() = default;

const ControlAddress &ControlChannel::address() const
{
    return m_d->address;
}

Result<std::shared_ptr<ControlChannel>> ControlChannel::open(const ControlAddress &address)
{
    if (!isBearerToken(address.token))
        return Error{ErrorKind::Invalid, Fault::Input,
                     QStringLiteral("token: it has characters that no token has (a space, a line break, or one beyond "
                                    "ASCII); it must be a single line."),
                     std::nullopt};
    std::shared_ptr<grpc::ChannelCredentials> credentials;
    if (address.tls) {
        const Result<std::string> ca = readPem(address.caFile, "authority");
        const Result<std::string> certificate = readPem(address.certificateFile, "certificate");
        const Result<std::string> key = readPem(address.keyFile, "key");
        for (const auto *part : {&ca, &certificate, &key}) {
            if (!*part)
                return part->error();
        }
        credentials = grpc::SslCredentials({*ca, *key, *certificate});
    } else if (!isLoopback(address.target)) {
        return Error{
            ErrorKind::Invalid, Fault::Input,
            QStringLiteral(
                "%1 is not on this machine, so it is reached over TLS only: use https:// and name its authority.")
                .arg(address.target),
            std::nullopt};
    } else {
        credentials = grpc::InsecureChannelCredentials();
    }
    keepCallbackQueue();
    auto d = std::make_unique<Private>();
    d->address = address;
    d->channel = grpc::CreateCustomChannel(address.target.toStdString(), credentials, arguments(address));
    return std::shared_ptr<ControlChannel>(new ControlChannel(std::move(d)));
}

void prepare(grpc::ClientContext &context, const ControlAddress &address, Milliseconds deadline)
{
    if (deadline.count() > 0)
        context.set_deadline(std::chrono::system_clock::now() + deadline);
    if (!address.token.isEmpty())
        context.AddMetadata("authorization", "Bearer " + address.token.toStdString());
}

Error errorFrom(const grpc::Status &status, const ControlAddress &address)
{
    const QString said = QString::fromStdString(status.error_message());
    const QString target = address.target;
    const auto error = [&](ErrorKind kind, Fault fault, const QString &text, bool retry) {
        return Error{kind, fault, text, retry ? std::optional(Milliseconds(0)) : std::nullopt};
    };
    switch (status.error_code()) {
    case grpc::StatusCode::UNAVAILABLE:
        if (said.contains(QLatin1String("CERTIFICATE_VERIFY_FAILED")) ||
            said.contains(QLatin1String("peer certificate")) || said.contains(QLatin1String("Peer name")))
            return error(
                ErrorKind::Certificate, Fault::NotAllowed,
                QStringLiteral("The certificate of %1 is not trusted (expired, wrong name or unknown authority): %2")
                    .arg(target, said),
                true);
        if (said.contains(QLatin1String("Ssl handshake failed")) || said.contains(QLatin1String("handshake")))
            return error(ErrorKind::Certificate, Fault::NotAllowed,
                         QStringLiteral("No TLS could be agreed with %1; does it ask for a client certificate? %2")
                             .arg(target, said),
                         true);
        if (said.contains(QLatin1String("ocket closed")) || said.contains(QLatin1String("reset")) ||
            said.contains(QLatin1String("GOAWAY")) || said.contains(QLatin1String("is going")))
            return error(ErrorKind::Disconnected, Fault::Endpoint,
                         QStringLiteral("%1 ended the connection.").arg(target), true);
        return error(ErrorKind::Unreachable, Fault::Network,
                     QStringLiteral("Nothing answers at %1: %2").arg(target, said), true);
    case grpc::StatusCode::DEADLINE_EXCEEDED:
        return error(ErrorKind::TimedOut, Fault::Endpoint, QStringLiteral("%1 did not answer in time.").arg(target),
                     true);
    case grpc::StatusCode::UNAUTHENTICATED:
        return error(ErrorKind::Refused, Fault::NotAllowed,
                     QStringLiteral("%1 wants a client certificate or a token: %2").arg(target, said), true);
    case grpc::StatusCode::PERMISSION_DENIED:
        return error(ErrorKind::Refused, Fault::NotAllowed, said, true);
    case grpc::StatusCode::INVALID_ARGUMENT:
        return error(ErrorKind::Invalid, Fault::Input, said, false);
    case grpc::StatusCode::NOT_FOUND:
        return error(ErrorKind::NotFound, Fault::Input, said, false);
    case grpc::StatusCode::ALREADY_EXISTS:
        return error(ErrorKind::Conflict, Fault::Input, said, false);
    case grpc::StatusCode::UNIMPLEMENTED:
        return error(ErrorKind::Unsupported, Fault::Endpoint,
                     QStringLiteral("%1 does not serve this part of the control API: %2").arg(target, said), true);
    case grpc::StatusCode::RESOURCE_EXHAUSTED:
        return error(ErrorKind::TooLarge, Fault::Endpoint,
                     QStringLiteral("A message of %1 is too large: %2").arg(target, said), true);
    case grpc::StatusCode::CANCELLED:
        return error(ErrorKind::Disconnected, Fault::Endpoint, QStringLiteral("%1 ended the call.").arg(target), true);
    case grpc::StatusCode::OK:
        return error(ErrorKind::Disconnected, Fault::Endpoint, QStringLiteral("%1 ended the stream.").arg(target),
                     true);
    case grpc::StatusCode::INTERNAL:
    case grpc::StatusCode::DATA_LOSS:
        return error(ErrorKind::Malformed, Fault::Endpoint,
                     QStringLiteral("What %1 answers is not the control API: %2").arg(target, said), true);
    default:
        return error(ErrorKind::Unknown, Fault::Endpoint, QStringLiteral("%1: %2").arg(target, said), true);
    }
}

} // namespace graticule
