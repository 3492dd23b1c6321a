// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/discoveredmodel.h"
#include "models/fleetstore.h"
#include "ui/page/consolecommands.h"

#include <QObject>

namespace graticule {

/// What the keeper says beside the fleet: who it is and who we are to it, endpoints that it found, connection files
/// that it cannot read, its lab. Asked when the keeper answers (again) and when connections come or go; what it found
/// also when it begins or ceases to see where a connection leads, for others may lead there. GUI thread.
class KeeperFacts : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    KeeperFacts(FleetStore &store, ConsoleCommands &commands, QObject *parent = nullptr);

    const Description &keeper() const { return m_keeper; }
    bool isKnown() const { return !m_keeper.keeperId.isEmpty(); }
    /// It serves an incident file, and nothing else.
    bool isReplay() const { return m_keeper.mode == QLatin1String("replay"); }
    /// Whether the caller may change connections, perform actions and run the lab.
    bool mayOperate() const;
    /// Why not, for beside a disabled button; empty when it may.
    QString whyNotOperate() const;
    /// "Operator", "Viewer".
    QString role() const;

    DiscoveredModel &discovered() { return m_discovered; }
    /// Why the endpoints could not be listed; empty: they were.
    const QString &discoverError() const { return m_discoverError; }
    bool isDiscovered() const { return m_isDiscovered; }
    /// The keeper has been asked for endpoints and has not answered yet.
    bool isLooking() const { return m_isLooking; }
    const QList<BrokenFile> &brokenFiles() const { return m_brokenFiles; }
    const QList<ConnectorTypeInfo> &connectorTypes() const { return m_types; }
    const LabStatus &lab() const { return m_lab; }

    /// Asks everything again.
    void refresh();

Q_SIGNALS:
    void factsChanged();

private:
    void forget();
    void look();
    void lookSoon();
    void lookAtFiles();
    void refreshSoon();

    FleetStore &m_store;
    ConsoleCommands &m_commands;
    Description m_keeper;
    DiscoveredModel m_discovered;
    QString m_discoverError;
    QList<BrokenFile> m_brokenFiles;
    QList<ConnectorTypeInfo> m_types;
    LabStatus m_lab;
    bool m_isDiscovered = false;
    bool m_isLooking = false;
    bool m_isScheduled = false;
    bool m_isLookScheduled = false;
    bool m_isLookWanted = false; ///< once more after that
    int m_seconds = 0;           ///< since the files were asked for
};

} // namespace graticule
