// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/logcommands.h"
#include "backend/fleet/snapshothub.h"
#include "backend/keeper/connectionset.h"
#include "backend/keeper/eventlog.h"

#include <map>

namespace graticule {

/// Logs and events of a keeper's endpoints: logs are read from their platforms while somebody follows, and never kept;
/// of events the newest are. Backend thread.
class KeeperLogs : public QObject, public LogCommands
{
    Q_OBJECT

public:
    /// All outlive it.
    KeeperLogs(ConnectionSet &connections, const Fleet &fleet, const SnapshotHub &hub, Clock &clock);
    ~KeeperLogs() override;

    void logSources(const EntityId &target, Sources done) override;
    quint64 follow(const LogOrder &order, Taken taken) override;
    void unfollow(quint64 number) override;
    void events(const EventQuery &query, Events done) override;

private:
    struct Reading
    {
        Taken taken;
        std::vector<std::unique_ptr<LogReader>> readers;
    };
    std::vector<Supervisor *> tellersOf(const EntityId &target) const;
    void read(quint64 number, Supervisor &supervisor, const LogOrder &order, const QList<int> &places);
    void hand(quint64 number, LogPart part, const QList<int> &places);
    QSet<EntityId> entitiesOf(const EntityId &target) const;

    ConnectionSet &m_connections;
    const Fleet &m_fleet;
    const SnapshotHub &m_hub;
    Clock &m_clock;
    std::map<quint64, Reading> m_readings;
    quint64 m_next = 1;
    EventLog m_events;
};

} // namespace graticule
