// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/labhost.h"

#include "backend/config/labfile.h"
#include "backend/connectors/lab/labplan.h"
#include "backend/connectors/lab/labregion.h"
#include "backend/keeper/labmessages.h"

#include <QDir>
#include <QUuid>

namespace graticule {
namespace {

constexpr Milliseconds kRestart{500};
constexpr int kMostCrashes = 5;

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
    end();
    remember();
    Q_EMIT changed();
    return status();
}

void LabHost::remember() const
{
    const Result<Done> written = writeLabFile(m_places.file, {m_on, m_sites, m_seed, {}});
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
        m_ready = true;
        m_crashes = 0;
        Q_EMIT changed();
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
    if (!m_child || !m_ready) {
        progress({{},
                  true,
                  {ErrorKind::Unreachable, Fault::Endpoint, QStringLiteral("The lab is starting; try again."),
                   Milliseconds(1000)}});
        return true;
    }
    Action sent = action;
    for (const LabRegion &region : labRegions(m_seed)) {
        if (action.target == connectionId(m_places.keeperId, region.key))
            sent.target = EntityId(region.key);
    }
    const int number = m_nextAction++;
    m_actions[number] = std::move(progress);
    m_child->write(writeLabAction(number, sent));
    return true;
}

} // namespace graticule
