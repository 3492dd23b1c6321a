// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/controlcommands.h"
#include "app/console/fleetswitch.h"
#include "app/console/incidentlink.h"
#include "app/console/layoutfile.h"
#include "app/console/pastlink.h"
#include "app/console/session.h"
#include "app/console/windowdoor.h"
#include "models/fleetstore.h"
#include "ui/shell/mainwindow.h"
#include "widgets/basic/focusring.h"
#include "widgets/theme/systemlook.h"
#include "widgets/theme/themeswitch.h"

#include <QApplication>

namespace graticule {

/// The window with all that it hangs on, in the order of who needs whom. GUI thread; made once there is an application,
/// and gone before it.
class ConsoleWindow : public QObject
{
    Q_OBJECT

public:
    struct Start
    {
        const KeeperAccess &access;
        KeeperHome home;           ///< whose fleets can be chosen
        bool withLab = true;       ///< start the lab when nothing is configured
        LayoutFile &layoutFile;    ///< outlives the window
        LayoutFile::Kept kept;     ///< what it held
        bool isScaleGiven = false; ///< by the environment, not by the settings
        bool hasFleets = true;     ///< others can be chosen; not where an incident file is shown
        QString homeWord;          ///< what --home said; empty: nothing
    };

    ConsoleWindow(QApplication &application, const Start &start);

    /// The look that is known before the desktop was asked.
    static Theme::Kind firstKind(const Settings &settings);

    MainWindow &window() { return m_window; }
    FleetStore &store() { return m_store; }
    Session &session() { return *m_session; }

    /// Listens for later starts of the program.
    void listen(const QString &socketPath);
    /// Comes to the front and does what a start of the program asks for.
    void serve(const WindowRequest &request);
    /// The person asked for the program to be opened again once it is closed.
    bool isRestartWanted() const { return m_isRestartWanted; }

private:
    void connectParts(LayoutFile &layoutFile);
    void connectSession();
    void showFleet(const KeeperAccess &access);
    void showLink(const KeeperLink &link);

    SystemClock m_clock;
    ThemeSwitch m_themes;
    FocusRing m_focusRing;
    SystemLookWatcher m_systemLook;
    FleetStore m_store;
    std::unique_ptr<Session> m_session;
    FleetSwitch m_fleets;
    ControlCommands m_commands;
    PastLink m_past;
    IncidentLink m_incidents;
    MainWindow m_window;
    WindowDoor m_door;
    bool m_isRestartWanted = false;
};

} // namespace graticule
