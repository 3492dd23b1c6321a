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

} // namespace graticule
