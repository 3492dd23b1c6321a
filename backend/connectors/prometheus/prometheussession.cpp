// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/prometheus/prometheussession.h"

#include "backend/connectors/http/endpointclock.h"
#include "backend/connectors/prometheus/prometheusparser.h"
#include "backend/connectors/prometheus/prometheusqueries.h"
#include "backend/domain/saying.h"

namespace graticule {
namespace {

constexpr int kNodesEvery = 3;                    // rounds
constexpr double kQueriesOfThree = 7;             // rounds: twice targets and probes, thrice; nodes once
constexpr std::chrono::seconds kOverlap{30};      // what is sent on by others comes late
constexpr std::chrono::seconds kFirstSpan{60};    // of probes
constexpr std::chrono::seconds kLongestSpan{330}; // after a pause, what is older is left out
constexpr double kDateErrorMs = 500;              // of an HTTP date, which has whole seconds
constexpr double kFirstErrorMs = 2000;            // what a date may differ by before it counts
constexpr Milliseconds kShortestRound{500};

/// The way there or the session itself is broken; else only this question is.
bool endsSession(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Unreachable:
    case ErrorKind::Disconnected:
    case ErrorKind::Refused:
    case ErrorKind::Certificate:
    case ErrorKind::Invalid:
        return true;
    default:
        return false;
    }
}

QString productOf(const PrometheusBuild &build, const HttpReply &reply)
{
    if (!build.application.isEmpty())
        return build.application;
    if (!reply.header("X-Server-Hostname").isEmpty())
        return QStringLiteral("VictoriaMetrics");
    // Thanos answers as Prometheus does and counts from zero.
    return build.version.startsWith(QLatin1String("0.")) ? QStringLiteral("Thanos") : QStringLiteral("Prometheus");
}

} // namespace

PrometheusSession::PrometheusSession(const ConnectorContext &context, PrometheusMemory &memory,
                                     std::shared_ptr<CurlLoop> loop, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_memory(memory)
    , m_loop(std::move(loop))
    , m_clockErrorMs(kFirstErrorMs)
{
}

void PrometheusSession::start(const Result<PrometheusSettings> &settings)
{
    if (!settings) {
        fail(settings.error());
        return;
    }
    PrometheusSettings with = *settings;
    if (with.endpoint.isTls()) {
        auto tls = TlsMaterial::load(m_context.config, m_context.secrets);
        if (!tls) {
            fail(tls.error());
            return;
        }
        with.endpoint.tls = std::move(tls).value();
    }
    if (!m_memory.inventory)
        m_memory.inventory = std::make_unique<PrometheusInventory>(m_context.config, with, m_context.sites);
    m_api = std::make_unique<PrometheusApi>(std::move(with), m_context, m_loop);
    askWhatItIs([this] { beginRound(); });
}

void PrometheusSession::probe()
{
    if (m_api)
        askWhatItIs([] {});
}

void PrometheusSession::askWhatItIs(std::function<void()> then)
{
    m_api->ask(this,
               [this, sent = now(), then = std::move(then)](const HttpReply &reply, const std::optional<Error> &error) {
                   if (m_over)
                       return;
                   if (error) {
                       fail(*error);
                       return;
                   }
                   readBuild(reply, sent + (now() - sent) / 2);
                   if (!m_over)
                       then();
               });
}

void PrometheusSession::readBuild(const HttpReply &reply, Instant middle)
{
    const auto told = parsePrometheusBuild(reply.body());
    const PrometheusBuild build = told ? *told : PrometheusBuild();
    const Milliseconds before = m_clockOffset;
    m_clockOffset = clockOffset(before, reply.header("Date"), middle);
    if (m_clockOffset != before)
        m_clockErrorMs = kDateErrorMs + reply.latencyMs() / 2;
    inventory().setClockOffset(m_clockOffset);
    Beat beat;
    beat.latencyMs = reply.latencyMs();
    beat.clockOffset = m_clockOffset;
    beat.clockErrorMs = m_clockErrorMs;
    beat.site = inventory().standsAt();
    beat.probe = ProbeKind::Http;
    beat.rttMs = reply.times().answerMs;
    beat.certificateExpiry = m_api->client().certificateExpiry();
    beat.version = QStringLiteral("%1 %2").arg(productOf(build, reply), build.version).trimmed();
    beat.warnings = m_warnings.values();
    Q_EMIT this->beat(beat);
}

void PrometheusSession::ask(const QString &promql, Instant at, const QString &what, const char *remark, Taken taken,
                            std::function<void()> then)
{
    if (m_over)
        return;
    if (!m_context.load.mayRequest()) {
        m_context.clock.after(m_context.load.wait(), this, [this, promql, at, what, remark, taken, then] {
            ask(promql, at, what, remark, taken, then);
        });
        return;
    }
    m_api->query(promql, at, what, this, [this, remark, taken, then](const Result<PrometheusAnswer> &answer) {
        if (m_over)
            return;
        if (!answer && (!remark || endsSession(answer.error()))) {
            fail(answer.error());
            return;
        }
        if (remark)
            setWarning(remark, answer ? QString() : phrase(remark, {answer.error().text}));
        if (answer)
            taken(*answer);
        if (!m_over)
            then();
    });
}

void PrometheusSession::beginRound()
{
    m_roundBegan = m_context.clock.steady();
    askTargets();
}

void PrometheusSession::askTargets()
{
    ask(
        targetsQuery(selector()), kNever, QStringLiteral("list its targets"), nullptr,
        [this](const PrometheusAnswer &answer) {
            m_evaluated = answer.at;
            inventory().takeTargets(answer, now());
            setWarning("partial", answer.warnings.isEmpty()
                                      ? QString()
                                      : phrase("phrase.partial", {answer.warnings.join(QStringLiteral("; "))}));
            setWarning("unreadable", answer.unreadable == 0
                                         ? QString()
                                         : phrase("phrase.unreadable-series", {QString::number(answer.unreadable)}));
            setWarning("targets", inventory().targets() > 0 ? QString() : phrase("phrase.no-targets"));
            const int idle = inventory().idleProbes();
            setWarning("idle", idle == 0 ? QString() : phrase("phrase.idle-probes", {QString::number(idle)}));
        },
        [this] {
            if (m_rounds == 0)
                askKinds();
            else
                askProbes();
        });
}

void PrometheusSession::askKinds()
{
    ask(
        kindsQuery(selector()), kNever, QStringLiteral("tell what it scrapes"), "phrase.no-kinds",
        [this](const PrometheusAnswer &answer) { inventory().takeKinds(answer); }, [this] { askProbes(); });
}

void PrometheusSession::askProbes()
{
    if (!inventory().hasProbes() || m_evaluated == kNever) {
        askNodes();
        return;
    }
    const bool goesOn = m_memory.probesTaken != kNever && m_memory.probesTaken <= m_evaluated;
    const auto since = std::chrono::ceil<std::chrono::seconds>(m_evaluated - m_memory.probesTaken);
    const auto span = goesOn ? std::min(since + kOverlap, kLongestSpan) : kFirstSpan;
    ask(
        probesQuery(selector(), span), m_evaluated, QStringLiteral("tell what its probes measured"),
        "phrase.no-probes-read",
        [this](const PrometheusAnswer &answer) {
            m_memory.probesTaken = m_evaluated;
            const QList<Sample> samples = inventory().takeProbes(answer, m_evaluated);
            if (!samples.isEmpty())
                Q_EMIT sampled(samples);
        },
        [this] { askNodes(); });
}

void PrometheusSession::askNodes()
{
    // At first all that is known already is told, and figures follow.
    if (!m_isListed || m_evaluated == kNever || m_rounds % kNodesEvery != 0) {
        endRound();
        return;
    }
    ask(
        nodesQuery(selector()), m_evaluated, QStringLiteral("tell the capacity of its nodes"), "phrase.no-nodes-read",
        [this](const PrometheusAnswer &answer) {
            const QList<Sample> samples = inventory().takeNodes(answer);
            if (!samples.isEmpty())
                Q_EMIT sampled(samples);
        },
        [this] { endRound(); });
}

void PrometheusSession::endRound()
{
    tell();
    if (m_over)
        return;
    if (m_rounds == 0 && inventory().targets() > 0 && m_evaluated != kNever) {
        m_rounds = kNodesEvery; // listed without figures: they are asked for now
        askNodes();
        return;
    }
    ++m_rounds;
    const double every = 60'000.0 * kQueriesOfThree / kNodesEvery / m_api->settings().queriesPerMinute;
    const Milliseconds round = std::max(kShortestRound, Milliseconds(qRound64(every)));
    const Milliseconds spent = m_context.clock.steady() - m_roundBegan;
    m_context.clock.after(std::max(Milliseconds(0), round - spent), this, [this] {
        if (!m_over)
            beginRound();
    });
}

void PrometheusSession::tell()
{
    if (!m_isListed) {
        m_isListed = true;
        Q_EMIT listed(inventory().all(now()));
        return;
    }
    const FleetDelta delta = inventory().changes(now());
    if (!delta.isEmpty())
        Q_EMIT changed(delta);
}

void PrometheusSession::setWarning(const char *key, const QString &text)
{
    if (text.isEmpty())
        m_warnings.remove(key);
    else
        m_warnings.insert(key, text);
}

void PrometheusSession::fail(const Error &error)
{
    if (std::exchange(m_over, true))
        return;
    Q_EMIT failed(error);
}

} // namespace graticule
