// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/replaykeeper.h"

#include "backend/domain/saying.h"
#include "backend/history/historyreader.h"
#include "backend/incident/incidentimport.h"

#include <QCoreApplication>

namespace graticule {
namespace {

Error readOnly()
{
    return saidError(ErrorKind::Unsupported, Fault::Input, "act.replay", {}, std::nullopt);
}

} // namespace

ReplayKeeper::ReplayKeeper(std::unique_ptr<IncidentFile> file, QString build, Clock &clock)
    : m_file(std::move(file))
    , m_build(std::move(build))
    , m_clock(clock)
    , m_epoch(quint64(toMs(clock.now())))
    , m_nowMs(toMs(m_file->manifest().span.from))
{
}

ReplayKeeper::~ReplayKeeper()
{
    m_servers.clear();
}

Result<std::unique_ptr<ReplayKeeper>> ReplayKeeper::open(const QString &path, const QString &build, Clock &clock,
                                                         std::function<void(int permille)> told)
{
    auto file = IncidentFile::open(path);
    if (!file)
        return file.error();
    (*file)->setProgress(std::move(told));
    std::unique_ptr<ReplayKeeper> keeper(new ReplayKeeper(std::move(file).value(), build, clock));
    if (const auto unpacked = keeper->unpack(); !unpacked)
        return unpacked.error();
    return keeper;
}

Result<Done> ReplayKeeper::unpack()
{
    if (!m_directory.isValid())
        return Error{ErrorKind::Internal, Fault::Ours,
                     QStringLiteral("No directory could be made to unpack %1 into: %2.")
                         .arg(m_file->path(), m_directory.errorString()),
                     std::nullopt};
    IncidentImport import(*m_file);
    const QString historyFile = m_directory.filePath(QStringLiteral("history.db"));
    if (const auto unpacked = import.history(historyFile); !unpacked)
        return unpacked.error();
    m_holes = import.holes();
    // Whatever its age, it is taken; it counts as watched from the span's begin on.
    SampleLimits limits;
    limits.late = limits.future = std::chrono::hours(24 * 500);
    limits.rawKept = limits.minutesKept = limits.hoursKept = SampleLimits::Days(1000);
    m_samples = std::make_unique<SampleStore>(m_directory.filePath(QStringLiteral("samples.db")), limits,
                                              [this] { return instantFromMs(m_nowMs.load()); });
    m_samples->sync();
    m_nowMs = toMs(m_file->manifest().span.until);
    const auto taken = import.samples([this](const QList<Sample> &samples) {
        m_samples->append(samples);
        m_samples->sync();
    });
    if (!taken)
        return taken.error();
    auto settings = import.settings();
    if (!settings)
        return settings.error();
    m_connections = std::move(settings).value();
    m_past = std::make_unique<PastSnapshots>(historyFile, m_file->manifest().keeperId, m_epoch);
    auto reader = HistoryReader::open(historyFile);
    auto last =
        reader ? reader.value()->at(m_file->manifest().span.until, Instant::max()) : Result<PastMoment>(reader.error());
    if (!last)
        return last.error();
    auto snapshot = std::make_shared<FleetSnapshot>();
    snapshot->revision = {m_file->manifest().keeperId, m_epoch, 1};
    snapshot->at = m_file->manifest().span.until;
    snapshot->tables = std::move(last.value().tables);
    m_hub.publish(std::move(snapshot));
    return Done();
}

Result<ControlServer *> ReplayKeeper::serve(const ServerOptions &options)
{
    ServerOptions own = options;
    own.clock = &m_clock;
    own.past = m_past.get();
    own.epoch = m_epoch;
    own.access.anonymous = CallerRole::Viewer;
    auto server = ControlServer::start(own, m_hub, *this, nullptr);
    if (!server)
        return server.error();
    m_servers.push_back(std::move(server).value());
    return m_servers.back().get();
}

int ReplayKeeper::watchers() const
{
    int sum = 0;
    for (const auto &server : m_servers)
        sum += server->watchers();
    return sum;
}

Description ReplayKeeper::describe() const
{
    const IncidentManifest &manifest = m_file->manifest();
    Description result;
    // Another keeper than the one that it was: what is shown of it is never mixed with that.
    result.keeperId = QStringLiteral("replay:") + manifest.keeperId;
    result.name =
        phrase(m_file->isWhole() ? "phrase.incident-whole" : "phrase.incident-changed", {manifest.keeperName});
    result.version = QStringLiteral(GRATICULE_VERSION);
    result.build = m_build;
    result.epoch = m_epoch;
    result.at = m_clock.now();
    result.keeperPath = {result.keeperId};
    result.capabilities = {QStringLiteral("watch"), QStringLiteral("samples"), QStringLiteral("history")};
    result.mode = QStringLiteral("replay");
    result.configured = true;
    result.processId = QCoreApplication::applicationPid();
    return result;
}

void ReplayKeeper::samples(const SamplesQuery &query, std::function<void(const SamplesAnswer &)> done)
{
    m_samples->read(query, this, [this, query, done = std::move(done)](const SamplesAnswer &answer) {
        SamplesAnswer told = answer;
        for (SampleAnswer &series : told.series)
            series.unwatched = unwatched(toMs(query.from), query.to == kNever ? m_nowMs.load() : toMs(query.to));
        done(told);
    });
}

/// The store was filled in one go and knows of no holes; the file does.
std::vector<SampleSpan> ReplayKeeper::unwatched(qint64 from, qint64 to) const
{
    std::vector<SampleSpan> spans;
    for (const TimeSpan &hole : m_holes) {
        const SampleSpan within{std::max(from, toMs(hole.from)), std::min(to, toMs(hole.until))};
        if (within.from < within.to)
            spans.push_back(within);
    }
    return spans;
}

void ReplayKeeper::linkWindows(const LinkWindowsQuery &query, std::function<void(const LinkWindowsAnswer &)> done)
{
    LinkWindowsQuery whole = query;
    if (whole.to == kNever)
        whole.to = m_file->manifest().span.until;
    if (whole.from == kNever)
        whole.from = whole.to - LinkWindowsQuery::kUsualLength;
    if (whole.links.isEmpty()) {
        m_hub.latest()->tables.links.forEach([&](const Link &link) { whole.links.append(link.id); });
        std::sort(whole.links.begin(), whole.links.end());
    }
    m_samples->windows(whole, this, [this, done = std::move(done)](const LinkWindowsAnswer &answer) {
        LinkWindowsAnswer told = answer;
        told.unwatched = unwatched(answer.span.from, answer.span.to);
        done(told);
    });
}

void ReplayKeeper::perform(const Action &, Progress progress)
{
    progress({{}, true, readOnly()});
}

Result<ConnectionConfig> ReplayKeeper::save(ConnectionConfig)
{
    return readOnly();
}

Result<ConnectionConfig> ReplayKeeper::replace(ConnectionConfig, const ConnectionConfig &)
{
    return readOnly();
}

Result<ConnectionConfig> ReplayKeeper::remove(const QString &)
{
    return readOnly();
}

Result<ConnectionConfig> ReplayKeeper::setPaused(const QString &, bool)
{
    return readOnly();
}

Result<ConnectionConfig> ReplayKeeper::retry(const QString &)
{
    return readOnly();
}

void ReplayKeeper::test(const ConnectionConfig &, Steps steps)
{
    steps({{}, {}, false, readOnly(), true});
}

void ReplayKeeper::discover(std::function<void(const QList<DiscoveredEndpoint> &)> done)
{
    done({});
}

Result<LabStatus> ReplayKeeper::startLab(int, quint64)
{
    return readOnly();
}

Result<LabStatus> ReplayKeeper::stopLab()
{
    return readOnly();
}

} // namespace graticule
