// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/grpc/peerconnector.h"

#include "backend/connectors/commonfields.h"
#include "backend/connectors/grpc/grpcaddress.h"
#include "backend/connectors/grpc/grpcconnector.h"
#include "backend/domain/saying.h"

namespace graticule {
namespace {

constexpr Milliseconds kDeadline{10'000}; ///< the supervisor has its own; this one only frees the call
constexpr double kClockGrainMs = 1;       ///< both clocks are read in whole milliseconds

QString expectedKeeper(const ConnectionConfig &config)
{
    return config.options.value(QStringLiteral("keeper"));
}

} // namespace

PeerConnector::PeerConnector(ConnectorContext context)
    : m_context(std::move(context))
{
}

PeerConnector::~PeerConnector() = default;

void PeerConnector::start()
{
    ++m_session;
    m_isKnown = false;
    const Result<ControlAddress> address = controlAddressFor(m_context.config, m_context.secrets);
    auto channel = address ? ControlChannel::open(*address) : Result<std::shared_ptr<ControlChannel>>(address.error());
    if (!channel) {
        m_context.clock.after(Milliseconds(0), this, [this, session = m_session, error = channel.error()] {
            if (session == m_session)
                fail(error);
        });
        return;
    }
    m_calls = std::make_unique<ControlCalls>(std::move(channel).value());
}

void PeerConnector::stop()
{
    ++m_session;
    m_calls.reset();
}

void PeerConnector::fail(const Error &error)
{
    stop();
    Q_EMIT failed(error);
}

void PeerConnector::probe()
{
    if (!m_calls)
        return;
    m_context.load.countRequest();
    m_calls->describe(
        this,
        [this, session = m_session, asked = m_context.clock.steady()](const Result<Description> &reply) {
            if (session == m_session)
                described(reply, m_context.clock.steady() - asked);
        },
        kDeadline);
}

void PeerConnector::described(const Result<Description> &reply, Milliseconds took)
{
    if (!reply) {
        if (reply.error().kind != ErrorKind::TimedOut) // late answers are the supervisor's business
            fail(reply.error());
        return;
    }
    const Description &keeper = *reply;
    const QString expected = expectedKeeper(m_context.config);
    if (keeper.keeperId == m_context.keeperId) {
        fail(saidError(ErrorKind::Conflict, Fault::Input, "peer.itself", {m_context.config.address}, std::nullopt));
        return;
    }
    if (!expected.isEmpty() && keeper.keeperId != expected) {
        fail(saidError(ErrorKind::Refused, Fault::NotAllowed, "peer.another",
                       {m_context.config.address, keeper.name, keeper.keeperId, expected}, Milliseconds(30'000)));
        return;
    }
    const bool isFirst = !std::exchange(m_isKnown, true);
    Beat seen;
    seen.latencyMs = double(took.count());
    seen.probe = ProbeKind::Mesh;
    seen.rttMs = isFirst ? -1 : keeper.tookMs; // the first had to connect
    seen.site = keeper.site;
    seen.version = QStringLiteral("Graticule %1").arg(keeper.version);
    if (keeper.at != kNever) {
        seen.clockOffset = keeper.at - (m_context.clock.now() - took / 2); // it read its clock about half way
        seen.clockErrorMs = double(took.count()) / 2 + kClockGrainMs;
    }
    if (keeper.site.isEmpty())
        seen.warnings.append(phrase("phrase.peer-nowhere"));
    const quint64 session = m_session;
    if (isFirst)
        Q_EMIT listed({}); // there is nothing to read
    if (session == m_session)
        Q_EMIT beat(seen);
}

ConnectorType peerConnectorType()
{
    ConnectorType type = grpcConnectorType();
    type.type = QStringLiteral("peer");
    type.title = QStringLiteral("Keeper to measure the way to");
    type.addressHelp = QStringLiteral("https://keeper.example:7443 or unix:///run/keeper.sock; nothing is read there");
    type.fields = joined({tlsFields(), tokenField(), budgetFields(), probeFields()});
    OptionSchema keeper{QStringLiteral("keeper"),
                        QStringLiteral("Its id, as Describe tells it there; any other one is refused."),
                        {},
                        false};
    keeper.title = QStringLiteral("Keeper's id");
    keeper.example = QStringLiteral("0f3c9e0a-5b8e-4b7a-9a6e-3c1d2e4f5a6b");
    keeper.pattern = QStringLiteral("[0-9a-fA-F-]{36}");
    type.options = {keeper};
    type.check = [](const ConnectionConfig &config) {
        QStringList complaints = grpcComplaints(config);
        const bool isFar = config.address.startsWith(QLatin1String("https://")) || !config.caFile.isEmpty();
        if (isFar && config.certificateFile.isEmpty() && config.token.isEmpty())
            complaints.append(QStringLiteral("tls.certificate: is missing. Only keepers that enrolled this one are "
                                             "measured: \"graticuled enrol NAME "
                                             "--role viewer --dir DIR\" there writes what is needed."));
        return complaints;
    };
    type.create = [](ConnectorContext context) { return std::make_unique<PeerConnector>(std::move(context)); };
    type.probe = grpcWayProbe;
    return type;
}

} // namespace graticule
