// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/labhost.h"

#include "backend/connectors/lab/labplan.h"
#include "backend/connectors/lab/labregion.h"
#include "backend/domain/saying.h"
#include "backend/keeper/labmessages.h"

#include <QDir>
#include <QPointer>
#include <QUuid>

#include <algorithm>

namespace graticule {
namespace {

constexpr Milliseconds kRestart{500};
constexpr int kMostCrashes = 5;
/// The largest lab takes a few seconds. Less than what a caller waits for an action.
constexpr Milliseconds kStarting{30'000};
constexpr qsizetype kMostSteps = 500;

/// What @p action does, as lab.yaml has it.
LabFile::Step stepOf(const Action &action)
{
    LabFile::Step step;
    step.kind = action.verb == QLatin1String("lab.heal") ? QStringLiteral("heal")
                                                         : action.arguments.value(QStringLiteral("kind"));
    step.target = action.target.toString();
    step.seconds = action.arguments.value(QStringLiteral("seconds")).toInt();
    return step;
}

Action actionOf(const LabFile::Step &step)
{
    Action action;
    const bool heals = step.kind == QLatin1String("heal");
    action.verb = heals ? QStringLiteral("lab.heal") : QStringLiteral("lab.fault");
    action.target = EntityId(step.target);
    if (!heals)
        action.arguments.insert(QStringLiteral("kind"), step.kind);
    if (step.seconds != 0)
        action.arguments.insert(QStringLiteral("seconds"), QString::number(step.seconds));
    return action;
}

EntityId connectionId(const QString &keeperId, const QString &region)
{
    static const QUuid family(QStringLiteral("{5e0d1f0a-6c1b-5a8e-9a57-6c6162000002}"));
    return EntityId(QUuid::createUuidV5(family, keeperId + QLatin1Char('/') + region).toString(QUuid::WithoutBraces));
}

} // namespace

LabHost::LabHost(Places places, Clock &clock)
    : m_places(std::move(places))
    , m_clock(clock)
{
}

LabHost::~LabHost()
{
    end();
}

void LabHost::resume()
{
    const LabFile last = readLabFile(m_places.file);
    if (!last.text.isEmpty())
        m_text = last.text;
    if (last.sites > 0)
        m_sites = last.sites;
    if (last.seed > 0)
        m_seed = last.seed;
    m_done = last.faults;
    m_on = last.running;
    m_configured = last.running || last.sites > 0 || !last.text.isEmpty();
    if (m_on)
        launch();
}

Result<LabStatus> LabHost::start(int sites, quint64 seed)
{
    sites = sites == 0 ? m_sites : sites;
    seed = seed == 0 ? m_seed : seed;
    if (sites < LabOptions::kFewest || sites > LabOptions::kMost)
        return Error{ErrorKind::Invalid, Fault::Input,
                     QStringLiteral("sites: the lab takes %1 to %2.").arg(LabOptions::kFewest).arg(LabOptions::kMost),
                     std::nullopt};
    if (m_on && m_child && sites == m_sites && seed == m_seed)
        return status();
    if (!m_on || sites != m_sites || seed != m_seed)
        m_done.clear(); // they were of another world
    end();
    m_on = true;
    m_configured = true;
    m_sites = sites;
    m_seed = seed;
    m_crashes = 0;
    m_text.clear();
    remember();
    launch();
    Q_EMIT changed();
    return status();
}

Result<LabStatus> LabHost::stop()
{
    m_on = false;
    m_configured = true;
    m_text.clear();
    m_done.clear();
    end();
    remember();
    Q_EMIT changed();
    return status();
}

void LabHost::remember() const
{
    const Result<Done> written = writeLabFile(m_places.file, {m_on, m_sites, m_seed, {}, m_done});
    if (!written)
        qInfo("%s", qUtf8Printable(written.error().text));
}

LabStatus LabHost::status() const
{
    LabStatus status;
    status.running = m_on;
    status.sites = m_sites;
    status.seed = m_seed;
    status.text = m_text;
    if (m_on && !m_ready && m_text.isEmpty())
        status.text = QStringLiteral("starting");
    for (const LabRegion &region : labRegions(m_seed))
        status.regions.append(region.key);
    return status;
}

std::vector<ConnectionConfig> LabHost::connections() const
{
    std::vector<ConnectionConfig> result;
    if (!m_on)
        return result;
    for (const LabRegion &region : labRegions(m_seed)) {
        ConnectionConfig config;
        config.id = connectionId(m_places.keeperId, region.key);
        config.name = QStringLiteral("lab ") + QString(region.key).replace(QLatin1Char('-'), QLatin1Char(' '));
        config.type = QStringLiteral("grpc");
        config.address = QStringLiteral("unix://%1/%2.sock").arg(m_places.directory, region.key);
        config.origin = Origin::Lab;
        config.budgetBytes = 0; // our own process
        config.budgetRequests = 0;
        result.push_back(config);
    }
    return result;
}

void LabHost::launch()
{
    QDir().mkpath(m_places.directory);
    m_child = std::make_unique<QProcess>();
    m_child->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(m_child.get(), &QProcess::readyReadStandardOutput, this, &LabHost::readLines);
    connect(m_child.get(), &QProcess::finished, this, &LabHost::childEnded);
    connect(m_child.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            childEnded();
    });
    m_child->start(m_places.program, {QStringLiteral("--lab"), QStringLiteral("--child"), QStringLiteral("--sites"),
                                      QString::number(m_sites), QStringLiteral("--seed"), QString::number(m_seed),
                                      QStringLiteral("--dir"), m_places.directory});
}

void LabHost::end()
{
    m_ready = false;
    if (const auto child = std::move(m_child)) {
        child->disconnect(this);
        child->kill(); // it keeps nothing
        child->waitForFinished(1000);
    }
    abandonActions(QStringLiteral("The lab was stopped."));
}

void LabHost::childEnded()
{
    if (!m_child)
        return;
    m_child.release()->deleteLater(); // we are in its signal
    m_crashes = m_ready ? 1 : m_crashes + 1;
    m_ready = false;
    m_text = QStringLiteral("The lab's process ended unexpectedly and was started again.");
    if (m_crashes > kMostCrashes)
        m_text = QStringLiteral("The lab's process (%1) cannot be kept running; the keeper's log says why.")
                     .arg(m_places.program);
    abandonActions(m_text);
    if (m_crashes <= kMostCrashes) {
        m_clock.after(kRestart * m_crashes, this, [this] {
            if (m_on && !m_child)
                launch();
        });
    }
    Q_EMIT changed();
}

void LabHost::abandonActions(const QString &why)
{
    for (const auto &[number, progress] : std::exchange(m_actions, {}))
        progress({{}, true, {ErrorKind::Disconnected, Fault::Endpoint, why, Milliseconds(0)}});
    if (m_on && m_crashes <= kMostCrashes)
        return; // those that wait go on waiting
    for (const auto &[number, waiting] : std::exchange(m_waiting, {}))
        waiting.second({{}, true, {ErrorKind::Disconnected, Fault::Endpoint, why, Milliseconds(0)}});
}

/// The child listens. It is as new: what was broken in the one before is broken in it, too.
void LabHost::becomeReady()
{
    m_ready = true;
    m_crashes = 0;
    for (const LabFile::Step &step : m_done) {
        send(actionOf(step), [step](const ActionProgress &progress) {
            if (!progress.error.text.isEmpty())
                qInfo("lab: %s %s: %s", qUtf8Printable(step.kind), qUtf8Printable(step.target),
                      qUtf8Printable(progress.error.text));
        });
    }
    for (const auto &[number, waiting] : std::exchange(m_waiting, {}))
        send(waiting.first, waiting.second);
    Q_EMIT changed();
}

/// Notes what was done to the lab. The same once more counts where it was done last.
void LabHost::keep(const Action &action)
{
    const LabFile::Step step = stepOf(action);
    const bool healsAll = step.kind == QLatin1String("heal") && step.target == QLatin1String("all");
    m_done.removeAll(step);
    if (healsAll)
        m_done.clear();
    else
        m_done.append(step);
    if (std::none_of(m_done.cbegin(), m_done.cend(),
                     [](const LabFile::Step &done) { return done.kind != QLatin1String("heal"); }))
        m_done.clear();
    while (m_done.size() > kMostSteps)
        m_done.removeFirst();
    remember();
}

void LabHost::readLines()
{
    while (m_child && m_child->canReadLine())
        take(m_child->readLine());
}

void LabHost::take(const QByteArray &line)
{
    const LabMessage message = readLabMessage(line);
    if (message.ready) {
        becomeReady();
        return;
    }
    const auto action = m_actions.find(message.number);
    if (action == m_actions.end())
        return;
    const auto progress = message.progress.finished ? m_actions.extract(action).mapped() : action->second;
    progress(message.progress);
}

bool LabHost::perform(const Action &action, KeeperCommands::Progress progress)
{
    if (!action.verb.startsWith(QLatin1String("lab.")) || !m_on)
        return false;
    if (m_crashes > kMostCrashes) {
        progress({{}, true, {ErrorKind::Unreachable, Fault::Ours, m_text, std::nullopt}});
        return true;
    }
    Action sent = action;
    for (const LabRegion &region : labRegions(m_seed)) {
        if (action.target == connectionId(m_places.keeperId, region.key))
            sent.target = EntityId(region.key);
    }
    const auto kept = [self = QPointer<LabHost>(this), sent, tell = std::move(progress)](const ActionProgress &step) {
        if (self && step.finished && step.error.text.isEmpty())
            self->keep(sent);
        tell(step);
    };
    if (m_child && m_ready) {
        send(sent, kept);
        return true;
    }
    const int number = m_nextAction++;
    m_waiting[number] = {sent, kept};
    m_clock.after(kStarting, this, [this, number] {
        if (const auto late = m_waiting.extract(number))
            late.mapped().second({{},
                                  true,
                                  saidError(ErrorKind::TimedOut, Fault::Ours, "act.lab-late",
                                            {QString::number(kStarting.count() / 1000)}, Milliseconds(1000))});
    });
    return true;
}

void LabHost::send(const Action &action, KeeperCommands::Progress progress)
{
    const int number = m_nextAction++;
    m_actions[number] = std::move(progress);
    m_child->write(writeLabAction(number, action));
}

} // namespace graticule
