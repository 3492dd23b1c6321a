// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/keeper.h"

#include "backend/history/pastsnapshots.h"
#include "backend/history/recorder.h"
#include "backend/keeper/incidentexporter.h"
#include "backend/keeper/labhost.h"
#include "backend/places/ownlabels.h"
#include "backend/records/actrecord.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QThread>

namespace graticule {
namespace {

constexpr Milliseconds kTellTime{5'000};

QString bookmarksBeside(const QString &samplesFile)
{
    return samplesFile.isEmpty() ? QString() : QFileInfo(samplesFile).path() + QStringLiteral("/bookmarks.json");
}

QString sameBeside(const QString &lastFactsDirectory)
{
    return lastFactsDirectory.isEmpty() ? QString()
                                        : QFileInfo(lastFactsDirectory).path() + QStringLiteral("/same-services.json");
}

} // namespace

Keeper::Keeper(KeeperOptions options, const Parts &parts)
    : m_options(std::move(options))
    , m_parts(parts)
    , m_fleet(m_options.id, m_options.epoch)
    , m_publisher(m_fleet, m_hub, parts.clock, m_options.thresholds)
    , m_nowMs(toMs(parts.clock.now()))
    , m_bookmarks(bookmarksBeside(m_options.samplesFile))
    , m_samples(m_options.samplesFile, SampleLimits(), [this] { return instantFromMs(m_nowMs.load()); })
    , m_sources(m_fleet)
    , m_files(m_options.connectionsDirectory, parts.registry)
    , m_last(m_options.lastFactsDirectory, m_fleet, parts.clock)
    , m_sites(parts.sites)
    , m_connections({m_fleet, parts.clock, parts.registry, m_sites, parts.secrets, m_options.id, m_options.measures,
                     &m_bookmarks})
    , m_rules(rulesBeside(m_options.connectionsDirectory), ruleParts())
    , m_same(sameBeside(m_options.lastFactsDirectory), ruleParts(), parts.clock)
    , m_logs(m_connections, m_fleet, m_hub, parts.clock)
    , m_survey({.id = m_options.id,
                .name = m_options.name,
                .labels = m_options.placeLabels,
                .isPublic = m_options.mode == QLatin1String("team"),
                .measures = m_options.measures,
                .peersAtOnce = m_options.peersAtOnce},
               m_connections, m_fleet, parts.clock, parts.sites)
    , m_actions(parts.clock)
{
    connect(&m_survey, &Survey::changed, &m_publisher, &Publisher::touch);
    connect(&m_survey, &Survey::sampled, this,
            [this](const QList<Sample> &samples) { take(LinkBook::source(), samples); });
    connect(&m_connections, &ConnectionSet::changed, &m_publisher, &Publisher::touch);
    connect(&m_connections, &ConnectionSet::factsChanged, &m_last, &LastFacts::touch);
    connect(&m_connections, &ConnectionSet::sampled, this, &Keeper::take);
    connect(&m_rules, &RuleBook::changed, this, &Keeper::readRuledAgain);
    connect(&m_same, &SameBook::changed, this, &Keeper::readAgain);
    // Later: who says that it has ended is about to be cut.
    connect(
        &m_actions, &ActionDesk::ended, this, [this] { readAgain(m_putOff.keys()); }, Qt::QueuedConnection);
    openRecord();
    if (m_options.historyFile.isEmpty())
        return;
    m_recorder = std::make_unique<Recorder>(Recorder::Options{.path = m_options.historyFile, .epoch = m_options.epoch});
    m_past = std::make_unique<PastSnapshots>(m_options.historyFile, m_options.id, m_options.epoch, m_recorder.get());
    m_incidents = std::make_unique<IncidentExporter>(
        IncidentExporter::Of{.historyFile = m_options.historyFile,
                             .keyFile = QFileInfo(m_options.historyFile).path() + QStringLiteral("/incident.key"),
                             .keeperId = m_options.id,
                             .keeperName = m_options.name,
                             .version = QStringLiteral(GRATICULE_VERSION),
                             .connections = [this] { return connections(); },
                             .now = [this] { return instantFromMs(m_nowMs.load()); }},
        m_samples);
    connect(&m_publisher, &Publisher::published, m_recorder.get(), &Recorder::take);
    connect(m_recorder.get(), &Recorder::stateChanged, this, [was = QString()](const RecorderState &state) mutable {
        if (state.error.text != was)
            qInfo("history: %s", state.error.text.isEmpty() ? "is written again" : qUtf8Printable(state.error.text));
        was = state.error.text;
    });
}

Keeper::~Keeper()
{
    m_servers.clear();
    m_last.finish();
}

/// Before anybody can ask for anything.
void Keeper::openRecord()
{
    if (m_options.recordDirectory.isEmpty())
        return;
    ActRecord::Options options{.place = {m_options.recordDirectory}, .keeperId = m_options.id, .now = [this] {
                                   return QThread::currentThread() == thread() ? m_parts.clock.now()
                                                                               : instantFromMs(m_nowMs.load());
                               }};
    if (!m_options.auditHeadsFile.isEmpty())
        options.sinks.push_back(std::make_unique<FileHeadSink>(m_options.auditHeadsFile));
    if (m_options.auditSyslog)
        options.sinks.push_back(std::make_unique<SyslogHeadSink>());
    m_acts = std::make_unique<ActRecord>(std::move(options));
    const QStringList said = m_acts->start();
    for (const QString &line : said)
        qInfo("audit: %s", qUtf8Printable(line));
}

QString Keeper::rulesBeside(const QString &connectionsDirectory)
{
    return connectionsDirectory.isEmpty()
               ? QString()
               : QFileInfo(connectionsDirectory).path() + QStringLiteral("/label-rules.yaml");
}

void Keeper::start()
{
    m_rules.load(); // before anything is read by them
    m_same.load();
    m_files.load();
    for (const ConnectionConfig &config : m_options.builtIn)
        add(config);
    for (const ConnectionConfig &config : m_files.connections())
        add(config);
    if (m_lab) {
        m_lab->resume();
        showLabConnections();
    }
    QList<EntityId> known;
    for (const Supervisor *supervisor : m_connections.all())
        known.append(supervisor->config().id);
    m_last.restore(
        known, [this](const EntityId &id, const LastFacts::Kept &kept) { takeBack(id, kept); },
        [this](const FleetDelta &verdicts) {
            m_fleet.list(Publisher::source(), verdicts);
            begin();
        });
}

/// Shows what @p id told before we were started; it stands until the endpoint reports.
void Keeper::takeBack(const EntityId &id, const LastFacts::Kept &kept)
{
    Supervisor *supervisor = m_connections.find(id);
    if (!supervisor)
        return; // removed meanwhile
    if (!kept.facts.isEmpty())
        m_fleet.list(id, kept.facts);
    if (kept.feed)
        supervisor->restore(*kept.feed, kept.failure);
    m_connections.restoreCounted(id, kept.countedBy);
}

/// All that was known is back: publishes it, and asks the endpoints.
void Keeper::begin()
{
    m_begun = true;
    m_survey.begin();
    if (m_recorder)
        m_recorder->start(m_parts.clock.now());
    m_publisher.begin();
    for (Supervisor *supervisor : m_connections.all())
        begin(*supervisor);
    m_last.start();
    tellTime();
}

void Keeper::begin(Supervisor &supervisor)
{
    const bool waitsForLab = supervisor.config().origin == Origin::Lab && m_lab && !m_lab->isReady();
    if (m_begun && !waitsForLab)
        supervisor.start();
}

/// Clocks belong to one thread; those of the samples look at what is told here.
void Keeper::tellTime()
{
    m_nowMs = toMs(m_parts.clock.now());
    if (m_recorder)
        m_recorder->alive(m_parts.clock.now()); // that nothing changed is worth recording too
    if (m_acts)
        m_acts->flush();
    m_bookmarks.tick();
    m_parts.clock.after(kTellTime, this, [this] { tellTime(); });
}

void Keeper::add(const ConnectionConfig &config)
{
    m_putOff.remove(config.id);
    Supervisor &supervisor = m_connections.put(config);
    supervisor.announce();
    begin(supervisor);
}

/// What is ruled is read again; until then what was known stands.
void Keeper::readRuledAgain()
{
    QList<EntityId> ruled;
    for (const Supervisor *supervisor : m_connections.all()) {
        if (m_rules.rules(supervisor->config()))
            ruled.append(supervisor->config().id);
    }
    readAgain(ruled);
}

void Keeper::readAgain(const QList<EntityId> &connections)
{
    QSet<EntityId> busy;
    for (const ActionUnderWay &action : m_actions.running())
        busy.insert(m_actions.performerOf(action.action.key));
    for (const EntityId &id : connections) {
        if (!m_putOff.contains(id))
            m_putOff.insert(id, m_parts.clock.now());
        if (const Supervisor *supervisor = m_connections.find(id); supervisor && !busy.contains(id)) {
            const ConnectionConfig config = supervisor->config(); // put() ends that one
            m_rules.keep(id, supervisor->ownLabels());
            add(config);
        }
    }
    m_putOff.removeIf([this](auto one) { return !m_connections.find(one.key()); }); // gone meanwhile
    QStringList names;
    for (const WaitingConnection &one : waiting())
        names.append(one.name);
    if (!names.isEmpty() && !connections.isEmpty())
        qInfo("read again when what is done through them has ended: %s",
              qUtf8Printable(names.join(QStringLiteral(", "))));
}

QList<WaitingConnection> Keeper::waiting() const
{
    QHash<EntityId, WaitingConnection> busy;
    for (const ActionUnderWay &act : m_actions.running()) { // oldest first
        WaitingConnection &one = busy[m_actions.performerOf(act.action.key)];
        if (one.acts++ > 0)
            continue;
        one.verb = act.action.verb;
        one.target = act.targetName.isEmpty() ? act.action.target.toString() : act.targetName;
    }
    QList<WaitingConnection> result;
    for (auto it = m_putOff.cbegin(); it != m_putOff.cend(); ++it) {
        const Supervisor *supervisor = m_connections.find(it.key());
        if (!supervisor)
            continue;
        WaitingConnection one = busy.value(it.key());
        one.name = supervisor->config().name;
        one.since = *it;
        result.append(one);
    }
    std::sort(result.begin(), result.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
    return result;
}

RuleBook::Parts Keeper::ruleParts()
{
    return {m_sites, m_connections, m_parts.registry, m_hub, m_fleet, [this] { return waiting(); }};
}

void Keeper::reload()
{
    m_rules.load();
    m_files.load();
    QSet<EntityId> listed;
    // A slip of the pen does not end what runs: it goes on as its file said before.
    for (const Supervisor *supervisor : m_connections.all()) {
        if (!m_files.pathOf(supervisor->config().id).isEmpty())
            listed.insert(supervisor->config().id);
    }
    for (const ConnectionConfig &config : m_files.connections()) {
        listed.insert(config.id);
        const Supervisor *known = m_connections.find(config.id);
        if (!known || known->config() != config)
            add(config);
    }
    for (const ConnectionConfig &config : m_options.builtIn)
        listed.insert(config.id);
    for (const Supervisor *supervisor : m_connections.all()) {
        const ConnectionConfig config = supervisor->config();
        if (!listed.contains(config.id) && config.origin != Origin::Lab)
            m_connections.remove(config.id);
    }
}

void Keeper::take(const EntityId &source, const QList<Sample> &samples)
{
    m_sources.note(source, samples);
    m_nowMs = toMs(m_parts.clock.now());
    m_samples.append(samples);
    m_tail.append(samples);
}

Result<ControlServer *> Keeper::serve(const ServerOptions &options, const ServerFaults *faults)
{
    ServerOptions own = options;
    if (!own.clock)
        own.clock = &m_parts.clock;
    own.past = m_past.get();
    own.incidents = m_incidents.get();
    own.acts = m_acts.get();
    own.logs = &m_logs;
    own.rules = &m_rules;
    own.same = &m_same;
    own.tail = &m_tail;
    own.epoch = m_options.epoch;
    auto server = ControlServer::start(own, m_hub, *this, faults);
    if (!server)
        return server.error();
    m_servers.push_back(std::move(server).value());
    return m_servers.back().get();
}

int Keeper::watchers() const
{
    int sum = 0;
    for (const auto &server : m_servers)
        sum += server->watchers();
    return sum;
}

Description Keeper::describe() const
{
    Q_EMIT asked();
    Description result;
    result.keeperId = m_options.id;
    result.name = m_options.name;
    result.version = QStringLiteral(GRATICULE_VERSION);
    result.build = m_options.build;
    result.epoch = m_options.epoch;
    result.at = m_parts.clock.now();
    result.keeperPath = {m_options.id};
    for (const Supervisor *supervisor : m_connections.all()) {
        for (const QString &id : supervisor->keeperPath()) {
            if (!result.keeperPath.contains(id))
                result.keeperPath.append(id);
        }
    }
    result.capabilities = {QStringLiteral("watch"),   QStringLiteral("samples"), QStringLiteral("tail"),
                           QStringLiteral("perform"), QStringLiteral("logs"),    QStringLiteral("events"),
                           QStringLiteral("follow")}; // acts, by who may only look
    if (!m_options.connectionsDirectory.isEmpty())
        result.capabilities.append(QStringLiteral("connections"));
    if (m_lab)
        result.capabilities.append(QStringLiteral("lab"));
    if (m_past)
        result.capabilities += {QStringLiteral("history"), QStringLiteral("incident")};
    if (m_acts)
        result.capabilities.append(QStringLiteral("audit"));
    result.mode = m_options.mode;
    result.configured = !m_files.connections().empty() || !m_files.broken().empty() || !m_options.builtIn.empty() ||
                        (m_lab && m_lab->isConfigured());
    result.site = m_survey.site();
    result.processId = QCoreApplication::applicationPid();
    return result;
}

void Keeper::samples(const SamplesQuery &query, std::function<void(const SamplesAnswer &)> done)
{
    Q_EMIT asked();
    m_samples.read(query, this, [this, done = std::move(done)](SamplesAnswer answer) {
        for (SampleAnswer &series : answer.series)
            series.sources = m_sources.of(series.entity);
        done(answer);
    });
}

void Keeper::linkWindows(const LinkWindowsQuery &query, std::function<void(const LinkWindowsAnswer &)> done)
{
    Q_EMIT asked();
    LinkWindowsQuery whole = query;
    if (whole.to == kNever)
        whole.to = m_parts.clock.now();
    if (whole.from == kNever)
        whole.from = whole.to - LinkWindowsQuery::kUsualLength;
    if (const SnapshotPtr known = whole.links.isEmpty() ? m_hub.latest() : SnapshotPtr()) {
        known->tables.links.forEach([&](const Link &link) { whole.links.append(link.id); });
        std::sort(whole.links.begin(), whole.links.end());
    }
    m_samples.windows(whole, this, std::move(done));
}

} // namespace graticule
