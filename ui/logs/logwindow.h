// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetstore.h"
#include "models/logcalls.h"
#include "widgets/theme/themeswitch.h"

#include <QDialog>

namespace graticule {

class EventsPanel;
class LogPanel;
class SegmentedControl;

/// Logs and events of one site, node or service, beside the window that it belongs to: lines need the width that a
/// drawer does not have, and a person reads them while looking at something else.
class LogWindow : public QDialog
{
    Q_OBJECT

public:
    enum class Tab { Logs, Events };

    /// What is shown of: a site has events only.
    struct Target
    {
        EntityId id;
        QString name;
        bool hasLogs = true;
    };

    /// All but @p parent outlive it.
    LogWindow(const ThemeSwitch &themes, FleetStore &store, LogCalls &calls, const Target &target, QWidget *parent);

    void showTab(Tab tab);
    const EntityId &target() const { return m_target.id; }
    bool isSettled() const;

private:
    Target m_target;
    SegmentedControl *m_tabs = nullptr;
    LogPanel *m_logs = nullptr; ///< null: it has none
    EventsPanel *m_events = nullptr;
    bool m_isAsked = false; ///< for logs
};

} // namespace graticule
