// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/controlserver.h"

#include "backend/control/callbackqueue.h"
#include "backend/control/controlservice.h"

#include <QFile>
#include <QRegularExpression>

#include <fcntl.h>

#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/impl/service_type.h>
#include <grpcpp/server_posix.h>

namespace graticule {
namespace {

Error refusal(ErrorKind kind, const QString &text)
{
    return {kind, Fault::Input, text, std::nullopt};
}

bool staysOnThisMachine(const QString &listen)
{
    static const QRegularExpression local(
        QStringLiteral(R"(^(|unix:.*|localhost:\d+|127\.\d+\.\d+\.\d+:\d+|\[::1\]:\d+)$)"));
    return local.match(listen).hasMatch();
}

Result<std::string> pem(const QString &path, const char *field)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refusal(ErrorKind::NotFound,
                       QStringLiteral("%1: cannot read %2: %3.").arg(QLatin1String(field), path, file.errorString()));
    return file.read(1'000'000).toStdString();
}

Result<std::shared_ptr<grpc::ServerCredentials>> credentials(const ServerOptions &options)
{
    if (!options.tls)
        return grpc::InsecureServerCredentials();
    const auto certificate = pem(options.certificateFile, "tls.certificate");
    const auto key = pem(options.keyFile, "tls.key");
    for (const auto *part : {&certificate, &key}) {
        if (!*part)
            return part->error();
    }
    grpc::SslServerCredentialsOptions ssl;
    ssl.pem_key_cert_pairs.push_back({*key, *certificate});
    if (!options.clientCaFile.isEmpty()) {
        const auto ca = pem(options.clientCaFile, "tls.client-ca");
        if (!ca)
            return ca.error();
        ssl.pem_root_certs = *ca;
        ssl.client_certificate_request = options.requireClientCertificate
                                             ? GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY
                                             : GRPC_SSL_REQUEST_CLIENT_CERTIFICATE_AND_VERIFY;
    }
    return grpc::SslServerCredentials(ssl);
}

} // namespace

class ControlServer::Private
{
public:
    std::shared_ptr<ServiceState> state;
    std::unique_ptr<grpc::Service> control;
    std::unique_ptr<grpc::Service> connections;
    std::unique_ptr<grpc::Service> lab;
    std::unique_ptr<grpc::Server> server; // before the services it calls
    int port = 0;
    QObject backend; // the hop's target: lives in the thread that started the server
};

ControlServer::ControlServer(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{
}

ControlServer::~ControlServer()
{
    m_d->state->hop.close();
    m_d->state->endAll("the keeper is going");
    m_d->server->Shutdown(std::chrono::system_clock::now() + std::chrono::milliseconds(500));
    m_d->server->Wait();
}

Result<std::unique_ptr<ControlServer>> ControlServer::start(const ServerOptions &options, SnapshotHub &hub,
                                                            KeeperCommands &commands, const ServerFaults *faults)
{
    const bool authenticates = !options.tokens.isEmpty() || !options.certificates.isEmpty();
    if (!staysOnThisMachine(options.listen) &&
        (!options.tls || !authenticates || options.anonymous != Permission::None))
        return refusal(
            ErrorKind::Invalid,
            QStringLiteral(
                "listen: %1 can be reached from other machines, which needs both TLS (tls.certificate, tls.key) and "
                "authentication (clients); listen on 127.0.0.1 or add them.")
                .arg(options.listen));
    if (!options.certificates.isEmpty() && options.clientCaFile.isEmpty())
        return refusal(ErrorKind::Invalid, QStringLiteral("tls.client-ca: needed to accept client certificates."));
    auto creds = credentials(options);
    if (!creds)
        return creds.error();

    static const bool plugins = [] {
        grpc::EnableDefaultHealthCheckService(true);
        grpc::reflection::InitProtoReflectionServerBuilderPlugin();
        return true;
    }();
    Q_UNUSED(plugins)
    keepCallbackQueue();

    auto d = std::make_unique<Private>();
    d->state = std::make_shared<ServiceState>(options, hub, commands, faults, &d->backend);
    d->control = makeControlService(d->state);
    d->connections = makeConnectionsService(d->state);
    d->lab = makeLabService(d->state);

    grpc::ServerBuilder builder;
    builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT,
                               0); // a second server on the address is an error, not a lottery
    // Consoles keep their streams alive through NATs; that is not abuse.
    builder.AddChannelArgument(GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS, 5000);
    if (!options.listen.isEmpty())
        builder.AddListeningPort(options.listen.toStdString(), *creds, &d->port);
    builder.RegisterService(d->control.get());
    builder.RegisterService(d->connections.get());
    builder.RegisterService(d->lab.get());
    d->server = builder.BuildAndStart();
    if (!d->server || (!options.listen.isEmpty() && d->port == 0))
        return refusal(
            ErrorKind::Conflict,
            QStringLiteral("listen: cannot listen on %1; is another program using it, or is the certificate not one?")
                .arg(options.listen));
    if (options.listen.startsWith(QLatin1String("unix:")))
        d->port = 0;
    return std::unique_ptr<ControlServer>(new ControlServer(std::move(d)));
}

void ControlServer::adopt(int descriptor)
{
    fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK); // gRPC expects it so
    grpc::AddInsecureChannelFromFd(m_d->server.get(), descriptor);
}

int ControlServer::port() const
{
    return m_d->port;
}

int ControlServer::watchers() const
{
    return m_d->state->watchers.load();
}

} // namespace graticule
