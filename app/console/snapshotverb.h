// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/controlcommands.h"
#include "app/console/pastlink.h"
#include "app/console/verbs/commandline.h"
#include "app/console/verbs/fleetverb.h"
#include "models/fleetstore.h"
#include "widgets/theme/themeswitch.h"

namespace graticule {

class MainWindow;

/// `graticule snapshot`: waits until the fleet has settled, draws a page of the window without showing it, and says in
/// words what is on it.
class SnapshotVerb : public FleetVerb
{
    Q_OBJECT

public:
    static VerbSpec spec();

    SnapshotVerb(VerbContext context, QApplication &application);
    ~SnapshotVerb() override;

    void start() override;

protected:
    void look() override;
    void timedOut() override;

private:
    bool readOptions();
    bool readMoment();
    void draw();
    void showAll();
    void waitToSave();
    void save();
    void printSummary();

    QApplication &m_application;
    QSize m_size{1600, 1000};
    QString m_page;
    QString m_site;
    QString m_over;
    QString m_file;
    Milliseconds m_drawnAt{0}; ///< steady
    bool m_isDrawing = false;
    bool m_isLate = false;    ///< not everything had settled in time
    SnapshotPtr m_drawn;      ///< what the picture shows
    QStringList m_waitingFor; ///< connections that had not settled in it
    ThemeSwitch m_themes;
    FleetStore m_store;
    ControlCommands m_commands;
    PastLink m_past;
    Instant m_at = kNever; ///< the moment to draw; kNever: the newest
    Instant m_knownAt = kNever;
    std::unique_ptr<MainWindow> m_window;
};

/// Runs the verb on a platform that needs no display.
int runSnapshot(int &argc, char **argv, const CommandLine &line, Terminal &terminal);

} // namespace graticule
