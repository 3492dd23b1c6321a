// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/grpc/grpcconnector.h"

#include "backend/connectors/bookmarks.h"
#include "backend/connectors/commonfields.h"
#include "backend/connectors/grpc/grpcaddress.h"
#include "backend/connectors/grpc/relaylogs.h"
#include "backend/connectors/grpc/timeshift.h"
#include "backend/connectors/http/connectprobe.h"
#include "backend/connectors/secretstore.h"
#include "backend/domain/saying.h"
#include "backend/domain/unfollowedact.h"

namespace graticule {
namespace {

/// The supervisor keeps a deadline for each probe; this one only frees the call.
constexpr Milliseconds kDescribeDeadline{10'000};
/// An offset that moves by less is noise of the way; adopting it would touch every time for nothing.
constexpr Milliseconds kOffsetNoise{500};
constexpr double kClockGrainMs = 1; ///< both clocks are read in whole milliseconds

void append(FleetDelta &to, FleetDelta &&from)
{
    forEachKind(
        [](auto &into, auto &part) {
            into.upserted.insert(into.upserted.end(), std::make_move_iterator(part.upserted.begin()),
                                 std::make_move_iterator(part.upserted.end()));
            into.removed.insert(into.removed.end(), part.removed.begin(), part.removed.end());
        },
        to, from);
}

} // namespace

GrpcConnector::GrpcConnector(ConnectorContext context)
    : m_context(std::move(context))
    , m_relay(m_context.config.id)
{
    recall();
}

GrpcConnector::~GrpcConnector() = default;

void GrpcConnector::start()
{
    m_open = true;
    ++m_session;
    const Result<ControlAddress> address = controlAddressFor(m_context.config, m_context.secrets);
    if (!address) {
        fail(address.error());
        return;
    }
    auto channel = ControlChannel::open(*address);
    if (!channel) {
        fail(channel.error());
        return;
    }
    m_channel = std::move(channel).value();
    m_calls = std::make_unique<ControlCalls>(m_channel);
    probe(); // the stream follows once we know who answers
}

void GrpcConnector::stop()
{
    m_open = false;
    ++m_session;
    closeReaders(m_logs, m_context.config.name);
    m_stream.reset();
    m_tail.reset();
    m_hasTail = true;
    m_calls.reset();
    m_channel.reset();
    m_isListing = false;
    m_isComplete = false;
    m_parts = {};
}

void GrpcConnector::fail(const Error &error)
{
    if (!m_open)
        return;
    stop();
    Q_EMIT failed(error);
}

void GrpcConnector::probe()
{
    if (!m_calls)
        return;
    m_context.load.countRequest();
    m_calls->describe(
        this,
        [this, session = m_session, asked = m_context.clock.steady(),
         isFirst = !m_stream](const Result<Description> &reply) {
            if (session == m_session)
                described(reply, m_context.clock.steady() - asked, isFirst);
        },
        kDescribeDeadline);
}

void GrpcConnector::described(const Result<Description> &reply, Milliseconds took, bool hadToConnect)
{
    if (!reply) {
        // Late answers are the supervisor's business; one that never came must not end a session that goes on well.
        if (reply.error().kind != ErrorKind::TimedOut)
            fail(reply.error());
        return;
    }
    const Description &keeper = *reply;
    if (keeper.keeperId == m_context.keeperId || keeper.keeperPath.contains(m_context.keeperId)) {
        const QString text =
            keeper.keeperId == m_context.keeperId
                ? QStringLiteral("%1 is this keeper itself (\"%2\"), and a keeper cannot read itself: remove this "
                                 "connection.")
                : QStringLiteral(
                      "The keeper at %1, \"%2\", reads this one already, itself or through others, and "
                      "keepers must not read each other in a ring: remove this connection, or that one there.");
        fail({ErrorKind::Conflict, Fault::Input, text.arg(m_context.config.address, keeper.name), std::nullopt});
        return;
    }
    Beat seen;
    seen.latencyMs = double(took.count());
    if (keeper.at != kNever) {
        // The keeper read its clock about half way.
        const Milliseconds offset = keeper.at - (m_context.clock.now() - took / 2);
        if (std::chrono::abs(offset - m_clockOffset) > kOffsetNoise)
            m_clockOffset = offset;
        seen.clockOffset = offset;
        seen.clockErrorMs = double(took.count()) / 2 + kClockGrainMs;
    }
    seen.site = keeper.site;
    seen.probe = ProbeKind::Grpc;
    seen.rttMs = hadToConnect ? -1 : keeper.tookMs;
    seen.keeperPath = keeper.keeperPath;
    seen.version = QStringLiteral("Graticule %1").arg(keeper.version);
    if (!m_stream) {
        m_context.load.countRequest();
        m_stream = std::make_unique<WatchStream>(
            m_channel, WatchOrder{m_resumeFrom}, this, [this](const std::vector<WatchEvent> &events) { take(events); },
            [this](const Error &why) { fail(why); });
    }
    if (!m_tail && m_hasTail && keeper.capabilities.contains(QLatin1String("tail")))
        openTail();
    if (m_lost > 0)
        seen.warnings.append(phrase("phrase.samples-lost", {QString::number(m_lost)}));
    Q_EMIT beat(seen);
}

/// One that ends is opened again at the next beat: the facts go on without it.
void GrpcConnector::openTail()
{
    m_context.load.countRequest();
    m_tail = std::make_unique<TailStream>(
        m_channel, m_tailAt, this,
        [this](const SampleTail::Part &part, const TailPlace &reached) { takeSamples(part, reached); },
        [this](const Error &why) {
            m_hasTail = why.kind != ErrorKind::Unsupported && why.kind != ErrorKind::Refused;
            m_tail.reset();
        });
}

void GrpcConnector::takeSamples(const SampleTail::Part &part, const TailPlace &reached)
{
    m_context.load.countBytes(qint64(part.samples.size()) * 16); // about what a sample takes on the wire
    m_tailAt = reached;
    m_lost += part.lost;
    QList<Sample> samples = part.samples;
    // What we measure is our own word, whatever another keeper says of it.
    const QByteArray own = m_context.keeperId.toUtf8() + '/';
    samples.removeIf([&](const Sample &sample) {
        return sample.entity.utf8().startsWith(own) || sample.entity == m_context.config.id;
    });
    for (Sample &sample : samples)
        sample.at -= m_clockOffset;
    keepBookmark();
    if (!samples.isEmpty())
        Q_EMIT sampled(samples);
}

/// How far a run before us came with the samples of this endpoint. With the same offset of its clock, a sample that is
/// told twice is of the same moment, of which only one is stored.
void GrpcConnector::recall()
{
    if (!m_context.bookmarks)
        return;
    const QJsonObject known = m_context.bookmarks->find(m_context.config.id);
    if (known.value(QLatin1String("address")) != m_context.config.address)
        return; // another keeper, for all we know
    m_tailAt.epoch = known.value(QLatin1String("epoch")).toString().toULongLong();
    m_tailAt.next = known.value(QLatin1String("next")).toString().toULongLong();
    m_clockOffset = Milliseconds(qRound64(known.value(QLatin1String("offsetMs")).toDouble()));
}

void GrpcConnector::keepBookmark()
{
    if (!m_context.bookmarks)
        return;
    m_context.bookmarks->put(m_context.config.id,
                             {{QStringLiteral("address"), m_context.config.address},
                              {QStringLiteral("epoch"), QString::number(m_tailAt.epoch)}, // JSON has no such numbers
                              {QStringLiteral("next"), QString::number(m_tailAt.next)},
                              {QStringLiteral("offsetMs"), double(m_clockOffset.count())}});
}

void GrpcConnector::take(const std::vector<WatchEvent> &events)
{
    const quint64 session = m_session;
    for (const WatchEvent &event : events) {
        m_context.load.countBytes(qint64(event.delta.size()) * 128); // about what an entity takes on the wire
        if (event.reset) {
            m_isListing = true;
            m_parts = {};
        }
        append(m_parts, toOurClock(event.delta, m_clockOffset));
        if (!event.complete)
            continue;
        m_resumeFrom = event.revision;
        const bool isFirst = !std::exchange(m_isComplete, true);
        FleetDelta told = std::exchange(m_parts, {});
        if (std::exchange(m_isListing, false)) {
            m_relay.markListing(told);
            Q_EMIT listed(told);
        } else if (isFirst || !told.isEmpty()) {
            m_relay.markChanges(told);
            Q_EMIT changed(told);
        }
        if (session != m_session)
            return; // a slot stopped us
    }
}

void GrpcConnector::perform(const Action &action, std::function<void(const ActionProgress &)> progress)
{
    if (mayAsk())
        m_calls->perform(this, action, std::move(progress));
    else // without a verb it was asked for before, and is only to be followed
        progress({{}, true, action.verb.isEmpty() ? unfollowedAct(notConnected()) : notConnected()});
}

void GrpcConnector::offers(const EntityId &target, const EntityId &connection, ActionReply<QList<ActionOffer>> done)
{
    if (mayAsk())
        m_calls->offers(this, target, std::move(done), connection);
    else
        done(QList<ActionOffer>());
}

void GrpcConnector::preview(const Action &action, ActionReply<ActionPlan> done)
{
    mayAsk() ? m_calls->preview(this, action, std::move(done)) : done(notConnected());
}

void GrpcConnector::stopAction(const QString &key, ActionReply<ActionProgress> done)
{
    mayAsk() ? m_calls->stopAction(this, key, std::move(done)) : done(notConnected());
}

void GrpcConnector::logSources(const EntityId &target, LogSourcesReply done)
{
    mayAsk() ? LogQueries(m_channel).sources(this, target, std::move(done)) : done(notConnected());
}

Result<std::unique_ptr<LogReader>> GrpcConnector::followLogs(const LogOrder &order)
{
    if (!mayAsk())
        return notConnected();
    std::unique_ptr<LogReader> reader = std::make_unique<RelayLogReader>(m_channel, order);
    std::erase(m_logs, nullptr);
    m_logs.emplace_back(reader.get());
    return reader;
}

/// Its times are moved to our clock, as those of its facts.
void GrpcConnector::events(const EventQuery &query, std::function<void(const Result<EventAnswer> &)> done)
{
    if (!mayAsk()) {
        done(notConnected());
        return;
    }
    const auto shifted = [](Instant at, Milliseconds by) { return at == kNever ? at : at + by; };
    EventQuery theirs = query;
    theirs.from = shifted(query.from, m_clockOffset);
    theirs.until = shifted(query.until, m_clockOffset);
    LogQueries(m_channel).events(this, theirs,
                                 [offset = m_clockOffset, shifted, done = std::move(done)](Result<EventAnswer> answer) {
                                     if (answer) {
                                         answer.value().keptSince = shifted(answer->keptSince, -offset);
                                         for (FleetEvent &event : answer.value().events) {
                                             event.at = shifted(event.at, -offset);
                                             event.first = shifted(event.first, -offset);
                                         }
                                     }
                                     done(answer);
                                 });
}

bool GrpcConnector::mayAsk()
{
    if (m_calls)
        m_context.load.countRequest();
    return m_calls != nullptr;
}

Error GrpcConnector::notConnected() const
{
    return saidError(ErrorKind::Unreachable, Fault::Network, "session.not-connected", {m_context.config.name});
}

std::unique_ptr<WayProbe> grpcWayProbe(const ConnectorContext &context)
{
    const Result<ControlAddress> address = controlAddressFor(context.config, context.secrets);
    if (!address || address->target.startsWith(QLatin1String("unix:")))
        return nullptr;
    HttpEndpoint endpoint;
    endpoint.shown = context.config.address;
    QString host = address->target;
    if (!address->serverName.isEmpty()) {
        endpoint.connectTo = host.toUtf8();
        host = address->serverName + QLatin1Char(':') + host.section(QLatin1Char(':'), -1);
    }
    endpoint.url = (address->tls ? "https://" : "http://") + host.toUtf8();
    if (address->tls) {
        auto tls = TlsMaterial::load(context.config, context.secrets);
        if (!tls)
            return nullptr; // the session says why
        endpoint.tls = std::move(tls).value();
    }
    return ConnectProbe::to(endpoint, context.load, context.clock);
}

ConnectorType grpcConnectorType()
{
    ConnectorType type;
    type.type = QStringLiteral("grpc");
    type.title = QStringLiteral("Graticule keeper or control API");
    type.addressHelp = QStringLiteral("unix:///run/keeper.sock, keeper.example:7443 or https://keeper.example:7443");
    type.addressExample = QStringLiteral("https://keeper.example:7443");
    type.fields = joined({tlsFields(), tokenField(), probeFields()});
    type.check = grpcComplaints;
    type.create = [](ConnectorContext context) { return std::make_unique<GrpcConnector>(std::move(context)); };
    type.probe = grpcWayProbe;
    return type;
}

} // namespace graticule
