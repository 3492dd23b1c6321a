// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubesession.h"

#include "backend/connectors/kubernetes/kubelogs.h"
#include "backend/connectors/kubernetes/kubeverbs.h"
#include "backend/domain/saying.h"

namespace graticule {
namespace {

constexpr Milliseconds kPace{100}; // of what is told; each telling costs the keeper a snapshot and verdicts
constexpr Milliseconds kSettle{5000};
constexpr double kFirstErrorMs = 2000; // what a date may differ by before it counts

} // namespace

KubeSession::KubeSession(const ConnectorContext &context, KubeMemory &memory, std::shared_ptr<CurlLoop> loop,
                         QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_memory(memory)
    , m_inventory(memory.inventory)
    , m_loop(std::move(loop))
    , m_clockErrorMs(kFirstErrorMs)
    , m_changes(context.clock, Milliseconds(0), kPace, [this] { tell(); })
{
}

KubeSession::~KubeSession()
{
    m_events.reset(); // before what it asks
    m_usage.reset();  // before what they ask
    m_reflectors.clear();
}

void KubeSession::start(const Result<KubeTarget> &target)
{
    if (!target) {
        fail(target.error());
        return;
    }
    m_target = *target;
    if (!m_target.user.exec || !m_context.config.token.isEmpty()) {
        open();
        return;
    }
    connect(&m_memory.login, &KubeLogin::failed, this, &KubeSession::fail);
    connect(&m_memory.login, &KubeLogin::done, this, [this] {
        const KubeCredential &credential = m_memory.login.credential();
        const bool isAnotherCertificate = m_api && m_target.user.certificate != credential.certificate;
        m_target.user.certificate = credential.certificate;
        m_target.user.key = credential.key;
        if (isAnotherCertificate) // connections show the one that they were made with
            fail(
                saidError(ErrorKind::Disconnected, Fault::Ours, "kube.certificate-renewed", {m_target.endpoint.shown}));
        else if (!m_api)
            open();
    });
    m_memory.login.login(m_target);
}

void KubeSession::open()
{
    if (m_target.endpoint.isTls()) {
        auto tls = m_target.tls(m_context.config, m_context.secrets);
        if (!tls) {
            fail(tls.error());
            return;
        }
        m_target.endpoint.tls = std::move(tls).value();
    }
    for (const QString &warning : std::as_const(m_target.warnings))
        m_warnings.insert(warning, warning);
    m_api = std::make_unique<KubeApi>(m_target, m_context, m_memory.login, m_loop);
    m_verbs = std::make_unique<KubeVerbs>(*m_api, m_context, m_inventory, m_memory.shown);
    askVersion();
}

void KubeSession::reflect()
{
    // What is known of another cluster, or another part of it, is none of this one's past.
    const QString place = m_target.endpoint.shown + QLatin1Char('\n') + m_target.space;
    if (std::exchange(m_memory.place, place) != place) {
        m_memory.versions.clear();
        m_memory.isTold = false;
    }
    m_isListing = !m_memory.isTold;
    for (const KubeKind kind : kKubeKinds) {
        m_open.insert(kind);
        m_reflectors.push_back(std::make_unique<KubeReflector>(*m_api, m_context, kind, m_target.space));
        follow(*m_reflectors.back());
    }
    const QHash<KubeKind, QString> versions = std::exchange(m_memory.versions, {});
    for (const auto &reflector : m_reflectors) {
        const QString version = versions.value(reflector->kind());
        if (version.isEmpty())
            reflector->list();
        else
            reflector->resume(version);
    }
}

void KubeSession::follow(KubeReflector &reflector)
{
    const KubeKind kind = reflector.kind();
    connect(&reflector, &KubeReflector::listBegan, this, [this, kind] { kindBegan(kind); });
    connect(&reflector, &KubeReflector::resumed, this, [this, kind] { kindDone(kind); });
    connect(&reflector, &KubeReflector::interrupted, this, [this] {
        if (!m_isAsking) // all watches may be cut at once
            probe();
    });
    connect(&reflector, &KubeReflector::listed, this, [this, kind](const KubeList &page) {
        for (const KubeObject &object : page.items)
            m_inventory.put(kind, object);
    });
    connect(&reflector, &KubeReflector::listEnded, this, [this, kind] {
        m_ended.insert(kind);
        m_refused.remove(kind);
        setWarning(kubePlural(kind), {});
        kindDone(kind);
    });
    connect(&reflector, &KubeReflector::happened, this, [this, kind](const KubeEvent &event) {
        if (event.type == KubeEvent::Type::Deleted)
            m_inventory.remove(kind, kubeUid(event.object));
        else
            m_inventory.put(kind, event.object);
        tellLater();
    });
    connect(&reflector, &KubeReflector::refused, this, [this, kind](const Error &error) {
        m_refused.insert(kind);
        if (m_refused.contains(KubeKind::Node) && m_refused.contains(KubeKind::Pod)) {
            fail(error);
            return;
        }
        m_inventory.beginList(kind); // what an earlier session with more rights saw
        m_ended.insert(kind);
        setWarning(kubePlural(kind), phrase("phrase.kube-may-not-list", {kubePlural(kind)}));
        kindDone(kind);
    });
    connect(&reflector, &KubeReflector::failed, this, &KubeSession::fail);
}

/// What it lacks will be gone, but since when nobody knows: that is told as another listing, not as a change.
void KubeSession::kindBegan(KubeKind kind)
{
    m_isListing = true;
    m_open.insert(kind);
    m_ended.remove(kind);
    m_inventory.beginList(kind);
}

/// Not one by one: changes that are told meanwhile would say of what was missed that it is gone since now.
void KubeSession::endLists()
{
    const QSet<KubeKind> ended = std::exchange(m_ended, {});
    for (const KubeKind kind : ended)
        m_inventory.endList(kind);
}

void KubeSession::kindDone(KubeKind kind)
{
    if (m_over)
        return;
    m_open.remove(kind);
    if (m_open.isEmpty())
        endLists();
    if (m_open.isEmpty() && (m_isListing || !m_isListed)) {
        m_isListed = m_memory.isTold = true;
        if (std::exchange(m_isListing, false))
            Q_EMIT listed(m_inventory.all(now()));
        else
            Q_EMIT changed(m_inventory.changes(now()));
    }
    tellLater();
    if (m_isListed && !m_usage && !m_over)
        measure();
    if (m_isListed)
        watchEvents();
}

void KubeSession::measure()
{
    m_usage = std::make_unique<KubeUsage>(*m_api, m_context, m_target.space);
    connect(m_usage.get(), &KubeUsage::told, this, [this](const std::vector<KubeUse> &uses, bool pods) {
        const QList<Sample> samples = m_inventory.take(uses, pods, now());
        tellLater();
        if (!samples.isEmpty())
            Q_EMIT sampled(samples);
    });
    m_usage->start();
}

/// They say where they are of what is listed.
void KubeSession::watchEvents()
{
    if (m_over || m_events)
        return;
    m_events = std::make_unique<KubeEventWatch>(*m_api, m_context, m_target.space);
    connect(m_events.get(), &KubeEventWatch::happened, this, [this](const std::vector<KubeHappening> &events) {
        setWarning(QStringLiteral("events"), {});
        tellEvents(events);
    });
    connect(m_events.get(), &KubeEventWatch::refused, this, [this] {
        setWarning(QStringLiteral("events"), phrase("phrase.kube-may-not-list", {QStringLiteral("events")}));
    });
    m_events->start();
}

void KubeSession::tellEvents(const std::vector<KubeHappening> &events)
{
    QList<FleetEvent> told;
    for (const KubeHappening &event : events) {
        const KubeWhereabouts where =
            m_inventory.whereaboutsOf(event.objectKind, event.objectSpace, event.objectName, event.objectUid);
        const auto ours = [this](Instant at) { return at == kNever ? at : at - m_clockOffset; };
        FleetEvent one;
        one.at = ours(event.last);
        one.first = ours(event.first);
        one.connection = m_context.config.id;
        one.entity = where.entity;
        one.node = where.node;
        one.site = where.site;
        one.object = event.objectKind.toLower() + QLatin1Char(' ') + event.objectName;
        one.kind = event.isWarning ? EventKind::Warning : event.isKnownKind ? EventKind::Normal : EventKind::Unknown;
        one.reason = event.reason;
        one.text = event.text;
        one.count = event.count;
        one.key = event.uid;
        told.append(one);
    }
    if (!m_over)
        Q_EMIT happened(told);
}

void KubeSession::tellLater()
{
    if (m_isListed && !m_over)
        m_changes.touch();
}

void KubeSession::tell()
{
    if (m_over)
        return;
    const FleetDelta delta = m_inventory.changes(now());
    if (m_inventory.isPassing() && !std::exchange(m_settleDue, true)) {
        m_context.clock.after(kSettle, this, [this] {
            m_settleDue = false;
            tell();
        });
    }
    if (!delta.isEmpty())
        Q_EMIT changed(delta);
}

void KubeSession::setWarning(const QString &key, const QString &text)
{
    if (text.isEmpty())
        m_warnings.remove(key);
    else
        m_warnings.insert(key, text);
}

void KubeSession::fail(const Error &error)
{
    if (m_over)
        return;
    close();
    if (error.kind == ErrorKind::Refused)
        m_memory.login.forget(); // what it gave is not taken any more
    Q_EMIT failed(error);
}

void KubeSession::close()
{
    m_over = true;
    endLists(); // the next session goes on from there, and lists the others
    if (m_verbs)
        m_verbs->close();
    for (const auto &reflector : m_reflectors) {
        if (!reflector->version().isEmpty())
            m_memory.versions.insert(reflector->kind(), reflector->version());
    }
    m_memory.login.stop();
    m_memory.login.disconnect(this);
    for (const auto &reflector : m_reflectors)
        reflector->close();
    if (m_usage)
        m_usage->disconnect(this);
    if (m_events)
        m_events->close();
    closeReaders(m_logs, m_context.config.name);
}

void KubeSession::askLogSources(const EntityId &target, LogSourcesReply done)
{
    if (m_over || !m_api)
        done(sessionGone(m_context.config.name));
    else
        askKubeLogSources(*m_api, m_context.config.id, m_inventory.podsOf(target), this, std::move(done));
}

Result<std::unique_ptr<LogReader>> KubeSession::readLogs(const LogOrder &order)
{
    if (m_over || !m_api)
        return sessionGone(m_context.config.name);
    auto reader = std::make_unique<KubeLogReader>(*m_api, order);
    std::erase(m_logs, nullptr);
    m_logs.emplace_back(reader.get());
    return std::unique_ptr<LogReader>(std::move(reader));
}

} // namespace graticule
