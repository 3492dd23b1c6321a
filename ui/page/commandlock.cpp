// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/commandlock.h"

#include <QCoreApplication>

namespace graticule {

QString CommandLock::words()
{
    return QCoreApplication::translate("graticule::CommandLock", "Locked in PAST. Return to live to act.");
}

Error CommandLock::refusal()
{
    return {ErrorKind::Refused, Fault::Input, words(), std::nullopt};
}

void CommandLock::describe(QObject *context, Reply<Description> done)
{
    m_commands.describe(context, std::move(done));
}

void CommandLock::perform(QObject *context, const Action &action, std::function<void(const ActionProgress &)> progress)
{
    isLocked() ? progress({{}, true, refusal()}) : m_commands.perform(context, action, std::move(progress));
}

void CommandLock::connections(QObject *context, Reply<QList<ConnectionConfig>> done)
{
    m_commands.connections(context, std::move(done));
}

void CommandLock::save(QObject *context, const ConnectionConfig &config, Reply<ConnectionConfig> done)
{
    isLocked() ? done(refusal()) : m_commands.save(context, config, std::move(done));
}

void CommandLock::replace(QObject *context, const ConnectionConfig &config, const ConnectionConfig &before,
                          Reply<ConnectionConfig> done)
{
    isLocked() ? done(refusal()) : m_commands.replace(context, config, before, std::move(done));
}

void CommandLock::remove(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done)
{
    isLocked() ? done(refusal()) : m_commands.remove(context, nameOrId, std::move(done));
}

void CommandLock::pause(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done)
{
    isLocked() ? done(refusal()) : m_commands.pause(context, nameOrId, std::move(done));
}

void CommandLock::resume(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done)
{
    isLocked() ? done(refusal()) : m_commands.resume(context, nameOrId, std::move(done));
}

void CommandLock::retry(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done)
{
    isLocked() ? done(refusal()) : m_commands.retry(context, nameOrId, std::move(done));
}

void CommandLock::test(QObject *context, const ConnectionConfig &config, std::function<void(const TestStep &)> step)
{
    isLocked() ? step({{}, {}, false, refusal(), true}) : m_commands.test(context, config, std::move(step));
}

void CommandLock::discover(QObject *context, Reply<QList<DiscoveredEndpoint>> done)
{
    m_commands.discover(context, std::move(done));
}

void CommandLock::connectorTypes(QObject *context, Reply<QList<ConnectorTypeInfo>> done)
{
    m_commands.connectorTypes(context, std::move(done));
}

void CommandLock::brokenFiles(QObject *context, Reply<QList<BrokenFile>> done)
{
    m_commands.brokenFiles(context, std::move(done));
}

void CommandLock::startLab(QObject *context, Reply<LabStatus> done)
{
    isLocked() ? done(refusal()) : m_commands.startLab(context, std::move(done));
}

void CommandLock::stopLab(QObject *context, Reply<LabStatus> done)
{
    isLocked() ? done(refusal()) : m_commands.stopLab(context, std::move(done));
}

void CommandLock::labStatus(QObject *context, Reply<LabStatus> done)
{
    m_commands.labStatus(context, std::move(done));
}

void CommandLock::samples(QObject *context, const SamplesQuery &query, Reply<SamplesAnswer> done)
{
    m_commands.samples(context, query, std::move(done));
}

void CommandLock::linkWindows(QObject *context, const LinkWindowsQuery &query, Reply<LinkWindowsAnswer> done)
{
    m_commands.linkWindows(context, query, std::move(done));
}

void CommandLock::turns(QObject *context, const TurnsQuery &query, Reply<QList<SiteTurn>> done)
{
    m_commands.turns(context, query, std::move(done));
}

void CommandLock::coverage(QObject *context, const TimeSpan &span, Reply<HistoryCoverage> done)
{
    m_commands.coverage(context, span, std::move(done));
}

} // namespace graticule
