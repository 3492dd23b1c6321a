// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetstore.h"
#include "ui/page/consolecommands.h"

namespace graticule {

/// The commands of a window that refuse to act while the past is shown: what is on screen then is not what would be
/// acted on. Reading goes through. GUI thread.
class CommandLock : public ConsoleCommands
{
public:
    /// Both outlive this.
    CommandLock(ConsoleCommands &commands, const FleetStore &store)
        : m_commands(commands)
        , m_store(store)
    {
    }

    /// "Locked in PAST. Return to live to act."
    static QString words();

    void retryKeeper() override { m_commands.retryKeeper(); }
    void describe(QObject *context, Reply<Description> done) override;
    void perform(QObject *context, const Action &action, std::function<void(const ActionProgress &)> progress) override;
    void connections(QObject *context, Reply<QList<ConnectionConfig>> done) override;
    void save(QObject *context, const ConnectionConfig &config, Reply<ConnectionConfig> done) override;
    void replace(QObject *context, const ConnectionConfig &config, const ConnectionConfig &before,
                 Reply<ConnectionConfig> done) override;
    void remove(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done) override;
    void pause(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done) override;
    void resume(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done) override;
    void retry(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done) override;
    void test(QObject *context, const ConnectionConfig &config, std::function<void(const TestStep &)> step) override;
    void discover(QObject *context, Reply<QList<DiscoveredEndpoint>> done) override;
    void connectorTypes(QObject *context, Reply<QList<ConnectorTypeInfo>> done) override;
    void brokenFiles(QObject *context, Reply<QList<BrokenFile>> done) override;
    void startLab(QObject *context, Reply<LabStatus> done) override;
    void stopLab(QObject *context, Reply<LabStatus> done) override;
    void labStatus(QObject *context, Reply<LabStatus> done) override;
    void samples(QObject *context, const SamplesQuery &query, Reply<SamplesAnswer> done) override;
    void linkWindows(QObject *context, const LinkWindowsQuery &query, Reply<LinkWindowsAnswer> done) override;
    void turns(QObject *context, const TurnsQuery &query, Reply<QList<SiteTurn>> done) override;
    void coverage(QObject *context, const TimeSpan &span, Reply<HistoryCoverage> done) override;

private:
    bool isLocked() const { return m_store.isPast(); }
    static Error refusal();

    ConsoleCommands &m_commands;
    const FleetStore &m_store;
};

} // namespace graticule
