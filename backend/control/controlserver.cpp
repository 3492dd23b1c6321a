// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/controlserver.h"

#include "backend/authority/certificate.h"
#include "backend/control/callbackqueue.h"
#include "backend/control/controlservice.h"

#include <QFile>
#include <QRegularExpression>

#include <fcntl.h>

#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/impl/service_type.h>
#include <grpcpp/security/tls_certificate_provider.h>
#include <grpcpp/security/tls_credentials_options.h>
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

Result<Done> readable(const QString &path, const char *field)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refusal(ErrorKind::NotFound,
                       QStringLiteral("%1: cannot read %2: %3.").arg(QLatin1String(field), path, file.errorString()));
    return Done();
}

/// gRPC looks at the files this often; what changed counts for connections made afterwards.
constexpr unsigned kLookEverySeconds = 2;

Result<std::shared_ptr<grpc::ServerCredentials>> credentials(const ServerOptions &options)
{
    if (!options.tls)
        return grpc::InsecureServerCredentials();
    const bool asksForCertificates = !options.clientCaFile.isEmpty();
    for (const Result<Done> &part :
         {readable(options.certificateFile, "tls.certificate"), readable(options.keyFile, "tls.key"),
          asksForCertificates ? readable(options.clientCaFile, "tls.client-ca") : Result<Done>(Done())}) {
        if (!part)
            return part.error();
    }
    const Result<Done> pair = checkKeyPair(options.certificateFile, options.keyFile);
    if (!pair)
        return pair.error();
    grpc::experimental::TlsServerCredentialsOptions tls(
        std::make_shared<grpc::experimental::FileWatcherCertificateProvider>(
            options.keyFile.toStdString(), options.certificateFile.toStdString(), options.clientCaFile.toStdString(),
            kLookEverySeconds));
    tls.watch_identity_key_cert_pairs();
    if (asksForCertificates) {
        tls.watch_root_certs();
        tls.set_cert_request_type(options.requireClientCertificate
                                      ? GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY
                                      : GRPC_SSL_REQUEST_CLIENT_CERTIFICATE_AND_VERIFY);
    }
    return grpc::experimental::TlsServerCredentials(tls);
}

} // namespace

class ControlServer::Private
{
public:
    /// Ends what certificates that have expired began, and comes back when the next one does.
    void lookForExpired()
    {
        // At least this often, since a wall clock can be set and a machine can sleep.
        constexpr Milliseconds kLookAtLeast{60'000};
        const int round = ++rounds;
        const Instant now = clock.now();
        state->setNow(now);
        const Instant next = state->access()->nextExpiry(now);
        if (next != kNever)
            clock.after(std::min(kLookAtLeast, next - now), &backend, [this, round] {
                if (round == rounds) // else other rules have come, with a look of their own
                    lookForExpired();
            });
    }

    explicit Private(Clock *given)
        : clock(given ? *given : machine)
    {
    }

    SystemClock machine;
    Clock &clock;
    int rounds = 0;
    std::shared_ptr<ServiceState> state;
    std::unique_ptr<grpc::Service> control;
    std::unique_ptr<grpc::Service> connections;
    std::unique_ptr<grpc::Service> history;
    std::unique_ptr<grpc::Service> actions;
    std::unique_ptr<grpc::Service> records;
    std::unique_ptr<grpc::Service> logs;
    std::unique_ptr<grpc::Service> events;
    std::unique_ptr<grpc::Service> rules;
    std::unique_ptr<grpc::Service> same;
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
    if (!staysOnThisMachine(options.listen) && (!options.tls || !options.access.knowsCallers()))
        return refusal(
            ErrorKind::Invalid,
            QStringLiteral(
                "listen: %1 can be reached from other machines, which needs both TLS (tls.certificate, tls.key) and "
                "authentication (clients); listen on 127.0.0.1 or add them.")
                .arg(options.listen));
    if (options.access.usesCertificates() && options.clientCaFile.isEmpty())
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

    auto d = std::make_unique<Private>(options.clock);
    d->state = std::make_shared<ServiceState>(options, hub, commands, faults, &d->backend);
    d->lookForExpired();
    d->control = makeControlService(d->state);
    d->connections = makeConnectionsService(d->state);
    d->history = makeHistoryService(d->state);
    d->actions = makeActionsService(d->state);
    d->records = makeRecordsService(d->state);
    d->logs = makeLogsService(d->state);
    d->events = makeEventsService(d->state);
    d->rules = makeRulesService(d->state);
    d->same = makeSameService(d->state);
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
    builder.RegisterService(d->history.get());
    builder.RegisterService(d->actions.get());
    builder.RegisterService(d->records.get());
    builder.RegisterService(d->logs.get());
    builder.RegisterService(d->events.get());
    builder.RegisterService(d->rules.get());
    builder.RegisterService(d->same.get());
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

void ControlServer::setAccess(const AccessRules &rules)
{
    AccessRules allowed = rules;
    if (!staysOnThisMachine(m_d->state->options.listen))
        allowed.anonymous = CallerRole::None; // rules made for another address must not open this one
    m_d->state->setAccess(allowed);
    m_d->lookForExpired();
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
