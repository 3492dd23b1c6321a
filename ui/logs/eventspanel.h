// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetstore.h"
#include "models/logcalls.h"
#include "models/logs/eventsmodel.h"
#include "widgets/theme/themeswitch.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QTableView;

namespace graticule {

class ReadingPane;

/// What happened to one thing, in its platform's words, newest first; asked again every few seconds while it is seen.
/// In the past: up to that moment, as far as the keeper still has it.
class EventsPanel : public QWidget
{
    Q_OBJECT

public:
    /// All outlive the panel.
    EventsPanel(const ThemeSwitch &themes, FleetStore &store, LogCalls &calls, QWidget *parent = nullptr);

    void showTarget(const EntityId &target);
    bool isSettled() const { return !m_isAsking; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void ask();
    void take(const Result<EventAnswer> &answer);

    const ThemeSwitch &m_themes;
    FleetStore &m_store;
    LogCalls &m_calls;
    EventsModel m_events;
    EntityId m_target;
    QTimer m_again;
    bool m_isAsking = false;
    quint64 m_turn = 0;
    QCheckBox *m_only = nullptr;
    QTableView *m_table = nullptr;
    ReadingPane *m_pane = nullptr;
};

} // namespace graticule
