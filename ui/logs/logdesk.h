// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/logs/logwindow.h"

#include <QPointer>

namespace graticule {

class Button;

/// Where logs and events are opened. One per window; its windows are the window's.
class LogDesk : public QObject
{
    Q_OBJECT

public:
    /// All outlive this.
    LogDesk(const ThemeSwitch &themes, FleetStore &store, LogCalls &calls, QWidget &window);

    /// In a window of its own; one that shows it already comes to the front.
    LogWindow *open(const LogWindow::Target &target, LogWindow::Tab tab);
    const ThemeSwitch &themes() const { return m_themes; }

private:
    const ThemeSwitch &m_themes;
    FleetStore &m_store;
    LogCalls &m_calls;
    QWidget &m_window;
    QList<QPointer<LogWindow>> m_windows;
};

/// The buttons of a drawer that open logs and events of what it shows.
class LogButtons : public QWidget
{
    Q_OBJECT

public:
    /// @p page: "nodes"; parts are named after it. @p desk outlives this.
    LogButtons(const QString &page, LogDesk &desk, QWidget *parent = nullptr);

    /// With an empty id nothing can be opened.
    void setTarget(const LogWindow::Target &target);

private:
    Button *add(const QString &name, const QString &icon, const QString &text, LogWindow::Tab tab);

    LogDesk &m_desk;
    LogWindow::Target m_target;
    Button *m_logs = nullptr;
    Button *m_events = nullptr;
};

} // namespace graticule
