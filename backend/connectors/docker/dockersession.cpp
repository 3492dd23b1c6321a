// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockersession.h"

#include "backend/connectors/docker/dockerevents.h"
#include "backend/connectors/docker/dockerlogs.h"
#include "backend/connectors/docker/dockerparser.h"
#include "backend/connectors/docker/dockerusagereport.h"
#include "backend/connectors/http/endpointclock.h"
#include "backend/domain/saying.h"

namespace graticule {
namespace {

constexpr Milliseconds kCoalesce{100}; // events come in bursts: create, start, health
constexpr Milliseconds kSettle{5000};
constexpr Milliseconds kInspectAll{1000}; // after the listing, which other engines may still wait for
constexpr Milliseconds kUsage{2500};      // likewise; not at once with the inspections, so they share a connection
constexpr double kDateErrorMs = 500;      // of an HTTP date, which has whole seconds
constexpr double kFirstErrorMs = 2000;    // what a date may differ by before it counts

HttpLimits limitsOf(Milliseconds whole, qint64 body)
{
    HttpLimits limits;
    limits.answer = limits.whole = whole;
    limits.body = body;
    return limits;
}

} // namespace

DockerSession::DockerSession(const ConnectorContext &context, DockerMemory &memory, std::shared_ptr<CurlLoop> loop,
                             QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_memory(memory)
    , m_inventory(memory.inventory)
    , m_loop(std::move(loop))
    , m_clockErrorMs(kFirstErrorMs)
    , m_changes(context.clock, kCoalesce, kCoalesce, [this] { flush(); })
{
}

void DockerSession::start(const Result<DockerTarget> &target)
{
    if (!target) {
        fail(target.error());
        return;
    }
    HttpEndpoint endpoint = target->endpoint;
    if (endpoint.isTls()) {
        auto tls = TlsMaterial::load(target->config, m_context.secrets);
        if (!tls) {
            fail(tls.error());
            return;
        }
        endpoint.tls = std::move(tls).value();
    }
    for (const QString &warning : target->warnings)
        m_warnings.insert(warning, warning);
    m_api = std::make_unique<DockerApi>(std::move(endpoint), m_context, m_loop);
    m_lister = std::make_unique<DockerLister>(*m_api, m_context, m_inventory);
    connect(m_lister.get(), &DockerLister::listed, this, &DockerSession::listCame);
    connect(m_lister.get(), &DockerLister::remarked, this, &DockerSession::setWarning);
    connect(m_lister.get(), &DockerLister::failed, this, &DockerSession::fail);
    ping([this] {
        askEngine([this] {
            watch();
            m_lister->list();
        });
    });
}

void DockerSession::probe()
{
    if (m_api)
        ping([] {});
}

void DockerSession::ping(std::function<void()> then)
{
    HttpRequest request;
    request.path = "/_ping";
    request.limits = limitsOf(Milliseconds(10000), 64 << 10);
    m_api->send(request, this, [this, sent = now(), then = std::move(then)](HttpReply &reply) {
        if (const auto error = m_api->failure(reply, QStringLiteral("answer a ping"))) {
            fail(*error);
            return;
        }
        if (const auto error = m_api->negotiate(reply.header("Api-Version"))) {
            fail(*error);
            return;
        }
        readPing(reply, sent + (now() - sent) / 2);
        if (!m_over)
            then();
    });
}

void DockerSession::readPing(const HttpReply &reply, Instant middle)
{
    const QString server =
        plainText(reply.header("Server")).section(QLatin1Char(' '), 0, 0); // "Docker/20.10.24 (linux)"
    m_isPodman = !reply.header("Libpod-Api-Version").isEmpty();
    m_product =
        (m_isPodman ? QStringLiteral("Podman ") : QStringLiteral("Docker ")) + server.section(QLatin1Char('/'), 1);
    const Milliseconds before = m_clockOffset;
    m_clockOffset = clockOffset(before, reply.header("Date"), middle);
    if (m_clockOffset != before)
        m_clockErrorMs = kDateErrorMs + reply.latencyMs() / 2;
    m_inventory.setClockOffset(m_clockOffset);
    Beat beat;
    beat.latencyMs = reply.latencyMs();
    beat.clockOffset = m_clockOffset;
    beat.clockErrorMs = m_clockErrorMs;
    beat.site = m_inventory.site();
    if (m_api->endpoint().unixSocket.isEmpty()) { // else it is on this machine
        beat.probe = ProbeKind::Http;
        beat.rttMs = reply.times().answerMs;
    }
    beat.certificateExpiry = m_api->client().certificateExpiry();
    beat.version = QStringLiteral("%1, API %2").arg(m_product, m_api->version());
    beat.warnings = m_warnings.values();
    Q_EMIT this->beat(beat);
}

void DockerSession::askEngine(std::function<void()> then)
{
    m_api->get<DockerEngine>(
        "/info", QStringLiteral("tell about itself"), limitsOf(Milliseconds(20000), 4 << 20), parseDockerInfo, this,
        [this, sent = now(), then = std::move(then)](const Result<DockerEngine> &engine) {
            if (!engine) {
                fail(engine.error());
                return;
            }
            if (engine->systemTime != kNever) {
                const Milliseconds took = now() - sent;
                m_clockOffset = engine->systemTime - (sent + took / 2);
                m_clockErrorMs = double(took.count()) / 2 + 1;
            }
            if (engine->id != m_inventory.engine().id)
                m_memory.lastEventNano = 0;
            setWarning(QStringLiteral("swarm"),
                       engine->swarmError.isEmpty() ? QString() : QStringLiteral("swarm: ") + engine->swarmError);
            m_inventory.setClockOffset(m_clockOffset);
            m_inventory.setEngine(*engine, m_product);
            then();
        });
}

void DockerSession::watch()
{
    const qint64 engineNow = toMs(m_inventory.engine().systemTime) * 1'000'000;
    qint64 since = m_memory.lastEventNano > 0 ? m_memory.lastEventNano : engineNow;
    if (engineNow > 0)
        since = std::min(since, engineNow);
    m_watch = std::make_unique<DockerWatch>(*m_api, std::max<qint64>(since, 0), !m_isPodman);
    connect(m_watch.get(), &DockerWatch::happened, this, &DockerSession::note);
    connect(m_watch.get(), &DockerWatch::ended, this, &DockerSession::watchEnded);
    Q_EMIT happened({}); // from now on
}

void DockerSession::note(const DockerEvent &event)
{
    if (m_over)
        return;
    const bool isNew = event.timeNano > m_memory.lastEventNano;
    m_memory.lastEventNano = std::max(m_memory.lastEventNano, event.timeNano);
    if (const auto told = dockerFleetEvent(event, m_inventory, m_context.config.id, m_clockOffset); told && isNew) {
        Q_EMIT happened({*told});
        if (m_over)
            return;
    }
    if (event.type == QLatin1String("daemon")) {
        askEngine([this] { tellChanges(); });
    } else if (event.type == QLatin1String("volume")) {
        if (event.action == QLatin1String("create") || event.action == QLatin1String("destroy"))
            m_dirtyVolumes.insert(event.id);
    } else if (event.type == QLatin1String("container")) {
        static const QSet<QString> noise{
            QStringLiteral("exec_create"), QStringLiteral("exec_start"), QStringLiteral("exec_die"),
            QStringLiteral("exec_detach"), QStringLiteral("exec"),       QStringLiteral("attach"),
            QStringLiteral("detach"),      QStringLiteral("top"),        QStringLiteral("resize"),
            QStringLiteral("copy"),        QStringLiteral("export"),     QStringLiteral("archive-path"),
            QStringLiteral("commit"),      QStringLiteral("kill"),       QStringLiteral("extract-to-dir")};
        if (noise.contains(event.action) || event.id.isEmpty())
            return;
        if (event.action == QLatin1String("stop") || event.action == QLatin1String("start"))
            m_inventory.noteStop(event.id, event.action == QLatin1String("stop"));
        m_dirtyContainers.insert(event.id);
    }
    flushLater();
}

void DockerSession::watchEnded(const Error &error)
{
    if (!isRefusal(error)) {
        fail(error);
        return;
    }
    setWarning(QStringLiteral("events"), QStringLiteral("may not read events; lists every 30 s instead"));
    m_lister->beUnwatched();
}

void DockerSession::listCame()
{
    if (m_over)
        return;
    if (!m_lister->isDueSoon())
        setWarning(QStringLiteral("inspections"), QString());
    if (m_isListed) {
        const QStringList unclear = m_inventory.needInspection();
        for (const QString &id : unclear)
            m_inspector->addContainer(id, /*urgent=*/false);
        tellChanges();
        return;
    }
    inspectFirst();
}

void DockerSession::tellListing()
{
    if (m_over)
        return;
    m_isListed = true;
    Q_EMIT listed(m_inventory.all(now()));
    if (m_over)
        return;
    m_context.clock.after(kInspectAll, this, [this] { inspectAll(); });
    if (m_context.config.options.value(QStringLiteral("stats")) != QLatin1String("no"))
        m_context.clock.after(kUsage, this, [this] { pollUsage(); });
    flush();
}

void DockerSession::tellChanges()
{
    if (m_over || !m_isListed)
        return;
    const FleetDelta delta = m_inventory.changes(now());
    settleLater();
    if (!delta.isEmpty())
        Q_EMIT changed(delta);
}

void DockerSession::settleLater()
{
    if (!m_inventory.isPassing() || std::exchange(m_settleDue, true))
        return;
    m_context.clock.after(kSettle, this, [this] {
        m_settleDue = false;
        tellChanges();
    });
}

void DockerSession::pollUsage()
{
    if (m_over)
        return;
    m_usage = std::make_unique<DockerUsagePoll>(*m_api, m_context);
    connect(m_usage.get(), &DockerUsagePoll::measured, this, &DockerSession::tellUsage);
    m_usage->setRunning(runningContainers(m_inventory));
    m_usage->start();
}

void DockerSession::tellUsage(const QStringList &read)
{
    if (m_over)
        return;
    const DockerUsageReport report = reportUsage(m_inventory, m_usage->rates(), read, now());
    m_usage->setRunning(runningContainers(m_inventory));
    if (!report.samples.isEmpty())
        Q_EMIT sampled(report.samples);
    if (report.engine && !m_over) {
        m_inventory.setUsage(*report.engine);
        tellChanges();
    }
}

void DockerSession::setWarning(const QString &key, const QString &text)
{
    if (text.isEmpty())
        m_warnings.remove(key);
    else
        m_warnings.insert(key, text);
}

void DockerSession::fail(const Error &error)
{
    if (std::exchange(m_over, true))
        return;
    Q_EMIT failed(error);
}

void DockerSession::close()
{
    m_over = true;
    if (m_lister)
        m_lister->close();
    closeReaders(m_logs, m_context.config.name);
}

Result<std::unique_ptr<LogReader>> DockerSession::readLogs(const LogOrder &order)
{
    if (m_over || !m_api || !m_api->isNegotiated())
        return sessionGone(m_context.config.name);
    auto reader = std::make_unique<DockerLogReader>(*m_api, order);
    std::erase(m_logs, nullptr);
    m_logs.emplace_back(reader.get());
    return std::unique_ptr<LogReader>(std::move(reader));
}

} // namespace graticule
