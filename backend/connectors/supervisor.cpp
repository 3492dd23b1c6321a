// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/supervisor.h"

#include "backend/domain/saying.h"

namespace graticule {
namespace {

double slowAfter(const ConnectionConfig &config)
{
    bool isNumber = false;
    const double ms = config.options.value(QStringLiteral("slow-after")).toDouble(&isNumber);
    return isNumber && ms > 0 ? ms : Supervisor::kSlowAfterMs;
}

bool hasFailed(ConnectionState state)
{
    return state == ConnectionState::Unreachable || state == ConnectionState::Stale ||
           state == ConnectionState::Refused;
}

/// How an act ends that nobody can follow any more.
Error gone(const QString &name)
{
    const Error why = saidError(ErrorKind::Disconnected, Fault::Network, "session.ended", {name}, std::nullopt);
    return saidError(why.kind, why.fault, "act.cut", {name, nested(why)}, std::nullopt);
}

} // namespace

Supervisor::Supervisor(const ConnectorType &type, ConnectionConfig config, SupervisorContext context, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_context(std::move(context))
    , m_makeWay(type.probe)
    , m_calmBeat(std::max(kBeat, type.calmBeat))
    , m_load(m_context.clock, m_config.budgetRequests, m_config.budgetBytes)
    , m_report(m_config, m_context.keeperId, std::max(ConnectionReport::kFeedLimit, m_calmBeat + kBeat))
    , m_slow(slowAfter(m_config))
    , m_connector(type.create(connectorContext()))
    , m_ways(m_context.clock, m_load, m_context.chance, m_config.probeSeconds)
    , m_timers(std::make_unique<QObject>())
    , m_acts(*m_connector, m_context.clock, m_config.name)
{
    connect(m_connector.get(), &Connector::listed, this, &Supervisor::onListed);
    connect(m_connector.get(), &Connector::changed, this, &Supervisor::onChanged);
    connect(m_connector.get(), &Connector::beat, this, &Supervisor::onBeat);
    connect(m_connector.get(), &Connector::failed, this, &Supervisor::onFailed);
    connect(m_connector.get(), &Connector::sampled, this, &Supervisor::sampled);
    connect(m_connector.get(), &Connector::happened, this, &Supervisor::happened);
    connect(&m_ways, &WaySchedule::measured, this, [this](Measurement found) {
        found.site = m_site;
        Q_EMIT measured(found);
    });
}

ConnectorContext Supervisor::connectorContext()
{
    return {m_config,           m_context.clock,    m_load, m_context.sites, m_context.secrets,
            m_context.keeperId, m_context.bookmarks};
}

Supervisor::~Supervisor()
{
    m_connector->disconnect(this);
    if (m_open)
        m_connector->stop();
    // What a keeper does goes on there; what a platform did for us has ended with our session.
    if (m_keeperPath.isEmpty())
        m_acts.cut(gone(m_config.name), /*goesOn=*/false);
}

void Supervisor::after(Milliseconds delay, std::function<void()> task)
{
    m_context.clock.after(delay, m_timers.get(), std::move(task));
}

void Supervisor::announce()
{
    show(isIdle() ? ConnectionState::Paused : ConnectionState::NeverAsked, failure());
}

void Supervisor::restore(const Feed &feed, const Error &failure)
{
    m_report.restore(feed);
    show(connection().state, failure);
}

void Supervisor::start()
{
    if (std::exchange(m_started, true))
        return;
    announce();
    if (!isIdle())
        queue();
}

void Supervisor::setPaused(bool paused)
{
    if (m_config.paused == paused)
        return;
    m_config.paused = paused;
    if (!m_resting)
        becomeIdleOrGoOn();
}

void Supervisor::setResting(bool resting)
{
    if (m_resting == resting)
        return;
    m_resting = resting;
    m_report.setWarnings(resting ? QStringList{phrase("phrase.peer-rests")} : QStringList());
    if (m_config.paused)
        tell();
    else
        becomeIdleOrGoOn();
}

void Supervisor::setTwins(const QStringList &names, const Connection *counted)
{
    const QString list = names.join(QStringLiteral(", "));
    const QString said = names.isEmpty() ? QString()
                         : counted       ? phrase("phrase.same-cluster-uncounted", {list, counted->name})
                                         : phrase("phrase.same-cluster", {list});
    if (m_report.setStanding(said, counted ? counted->id : EntityId()))
        tell();
}

void Supervisor::becomeIdleOrGoOn()
{
    const Error known = failure();
    m_ways.stop();
    close(saidError(ErrorKind::Cancelled, Fault::Input, "session.paused", {m_config.name}, std::nullopt));
    const ConnectionState waiting = m_started ? ConnectionState::Connecting : ConnectionState::NeverAsked;
    show(isIdle() ? ConnectionState::Paused : waiting, known);
    if (!isIdle() && m_started)
        queue();
}

void Supervisor::retryNow()
{
    if (m_open || isIdle() || !m_started || m_report.connection().retryAt == kNever)
        return;
    m_timers = std::make_unique<QObject>();
    m_place.reset();
    show(connection().state, connection().error);
    queue();
}

void Supervisor::queue()
{
    m_context.gate.enter(m_timers.get(), [this](StartGate::Place place) {
        m_place = std::move(place);
        open();
    });
}

void Supervisor::open()
{
    m_open = true;
    m_hasListed = false;
    m_heard = false;
    m_probing = false;
    m_began = m_context.clock.steady();
    m_heardAt = m_began;
    m_pause = kBeat;
    m_load.beginListing();
    if (!hasFailed(connection().state))
        show(ConnectionState::Connecting, failure());
    const bool measuresWay = m_makeWay && m_context.measures && m_config.probeSeconds > 0;
    m_ways.use(measuresWay ? m_makeWay(connectorContext()) : nullptr);
    m_connector->start();
    if (m_open)
        sendProbe();
}

/// Ends session and timers; what a platform was doing for us ends with @p why.
void Supervisor::close(const Error &why)
{
    if (std::exchange(m_open, false))
        m_connector->stop();
    m_timers = std::make_unique<QObject>();
    m_place.reset();
    m_slow = SlowJudge(m_slow.limitMs());
    m_acts.cut(why, /*goesOn=*/!m_keeperPath.isEmpty());
}

void Supervisor::onListed(const FleetDelta &all)
{
    if (!m_open)
        return;
    Q_EMIT listed(all);
    facts();
}

void Supervisor::onChanged(const FleetDelta &delta)
{
    if (!m_open)
        return;
    if (!delta.isEmpty())
        Q_EMIT changed(delta);
    // A connector that resumes where its last session ended does not list again.
    if (!m_hasListed && m_everListed)
        facts();
}

/// The endpoint's facts stand as of now. What happened since they did last was missed, also within a session: a hole.
void Supervisor::facts()
{
    m_heard = true;
    m_heardAt = m_context.clock.steady();
    m_report.takeListing(/*anew=*/true, m_context.clock.now());
    m_load.endListing();
    m_hasListed = true;
    m_everListed = true;
    m_place.reset();
    settle();
    tell();
    m_acts.follow();
}

void Supervisor::sendProbe()
{
    m_probing = true;
    m_isLost = false;
    ++m_probe;
    m_probedAt = m_context.clock.steady();
    watchProbe(kBeat);
    m_connector->probe();
}

void Supervisor::watchProbe(Milliseconds delay)
{
    after(delay, [this, probe = m_probe] {
        if (m_probing && probe == m_probe)
            missed();
    });
}

void Supervisor::onBeat(const Beat &beat)
{
    if (!m_open || !m_probing)
        return;
    const Milliseconds now = m_context.clock.steady();
    m_probing = false;
    m_heard = true;
    m_heardAt = now;
    m_slow.add(beat.latencyMs);
    m_report.takeBeat(beat, m_context.clock.now(), now);
    m_beatProbe = beat.probe;
    if (!beat.site.isEmpty() && beat.site != m_site) {
        m_site = beat.site;
        Q_EMIT moved();
    }
    if (!beat.identities.isEmpty() && beat.identities != m_identities) {
        m_identities = beat.identities;
        Q_EMIT identified();
    }
    if (beat.rttMs >= 0)
        Q_EMIT measured({beat.probe, beat.site, beat.rttMs, m_isLost});
    m_keeperPath = beat.keeperPath;
    if (beat.latencyMs >= 0)
        Q_EMIT sampled({{m_config.id, QStringLiteral("latency.ms"), m_context.clock.now(), beat.latencyMs}});
    if (m_hasListed) {
        m_report.takeListing(false, m_context.clock.now());
        settle();
    } else if (now - m_began >= kListing) {
        const Error late =
            saidError(ErrorKind::TimedOut, Fault::Endpoint, "session.not-listed",
                      {m_config.address, argument(now - m_began >= kListingMost ? kListingMost : kListing)});
        if (now - m_began >= kListingMost) {
            fail(late);
            return;
        }
        show(ConnectionState::Stale, late);
    }
    tell();
    m_pause = isCalm() ? m_calmBeat : kBeat;
    after(std::max(Milliseconds(0), m_pause - (now - m_probedAt)), [this] { sendProbe(); });
}

/// Nothing was late or silent lately.
bool Supervisor::isCalm() const
{
    return m_hasListed && connection().state == ConnectionState::Live && !m_isLost && !m_slow.mayBeLate() &&
           m_context.clock.steady() - m_began >= kProbation;
}

void Supervisor::countLost()
{
    m_isLost = true;
    if (m_beatProbe != ProbeKind::Unknown)
        Q_EMIT measured({m_beatProbe, {}, -1, false});
}

void Supervisor::missed()
{
    countLost();     // it is asked again below, and so may be lost again
    m_place.reset(); // others must not wait for a silent one
    const Milliseconds now = m_context.clock.steady();
    const bool mayBeLate = !m_heard || m_slow.mayBeLate();
    const Instant asked = m_context.clock.now() - (now - m_probedAt);
    const Instant since = connection().lastSeen != kNever ? connection().lastSeen : asked;
    const Error silence =
        saidError(ErrorKind::TimedOut, Fault::Endpoint, m_heard ? "session.silent-connected" : "session.silent",
                  {m_config.address, argument(since)});
    if (now - m_heardAt >= kGiveUp + m_pause - kBeat) { // what we did not ask, nobody had to answer
        fail(silence);
        return;
    }
    if (!mayBeLate || now - m_probedAt >= 2 * kBeat)
        show(ConnectionState::Stale, silence);
    watchProbe(kBeat);
    m_connector->probe(); // what was asked of an endpoint that hangs may be lost; the first answer counts
}

/// Live or slow, when the session has earned it.
void Supervisor::settle()
{
    const Milliseconds held = m_context.clock.steady() - m_began;
    if (m_backOff.flaps() >= kFlapping && held < kProbation)
        return;
    if (m_slow.isSlow()) {
        show(ConnectionState::Slow, saidError(ErrorKind::TimedOut, Fault::Endpoint, "session.slow",
                                              {m_config.address, QString::number(m_slow.limitMs())}));
    } else {
        show(ConnectionState::Live);
    }
}

void Supervisor::onFailed(const Error &error)
{
    if (!m_open)
        return;
    m_open = false; // the connector has ended its session itself
    fail(error);
}

void Supervisor::fail(const Error &error)
{
    // Who answers that he will not have us does answer; how fast, we cannot tell.
    if (m_probing && !m_isLost &&
        (error.kind == ErrorKind::Unreachable || error.kind == ErrorKind::TimedOut ||
         error.kind == ErrorKind::Disconnected))
        countLost();
    if (m_hasListed)
        m_backOff.countDrop();
    close(error);
    const Milliseconds wait = m_backOff.next(error, m_began, m_context.clock.steady(), m_context.chance());
    show(connectionStateFor(error), withFlaps(error), m_context.clock.now() + wait);
    after(wait, [this] { queue(); });
}

Error Supervisor::withFlaps(const Error &error) const
{
    if (m_backOff.flaps() < kFlapping)
        return error;
    const Milliseconds since = m_context.clock.steady() - m_backOff.flappingSince();
    return saidError(error.kind, error.fault, "session.flapping",
                     {QString::number(m_backOff.flaps()), argument(since), nested(error)}, error.retryAfter);
}

void Supervisor::show(ConnectionState state, const Error &error, Instant retryAt)
{
    m_report.setState(state, error, retryAt, m_context.clock.now());
    tell();
}

void Supervisor::tell()
{
    const FleetDelta delta = m_report.take(m_context.clock.steady(), m_load);
    if (!delta.isEmpty())
        Q_EMIT reported(delta);
}

} // namespace graticule
