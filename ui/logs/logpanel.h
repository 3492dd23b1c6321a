// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetstore.h"
#include "models/logcalls.h"
#include "models/logs/loglist.h"
#include "widgets/theme/themeswitch.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QMenu;

namespace graticule {

class Button;
class LogView;
class ReadingPane;

/// The logs of one thing: which of its containers, the lines, what is sought in them. Read while it is seen and the
/// present is shown, and never kept.
class LogPanel : public QWidget
{
    Q_OBJECT

public:
    /// All outlive the panel.
    LogPanel(const ThemeSwitch &themes, FleetStore &store, LogCalls &calls, QWidget *parent = nullptr);
    ~LogPanel() override;

    /// Asks what can be read of it, and reads.
    void showTarget(const EntityId &target, const QString &name);
    LogView &view() const { return *m_view; }
    /// Nothing is owed any more but lines.
    bool isSettled() const { return !m_isAsking; }

private:
    void build();
    void buildTools(QLayout &tools);
    QCheckBox *addSwitch(QLayout &tools, const QString &name, const QString &text);
    void ask();
    void fillMenu();
    void read();
    void stop();
    void showState();
    void exportLines();

    const ThemeSwitch &m_themes;
    FleetStore &m_store;
    LogCalls &m_calls;
    LogList m_lines;
    EntityId m_target;
    QString m_name;
    QList<LogSource> m_sources; ///< all that there are
    QList<int> m_chosen;        ///< of them, those that are read
    std::shared_ptr<void> m_reading;
    QString m_ended; ///< why nothing is read any more; empty: it is, or nothing was asked
    bool m_isAsking = false;
    quint64 m_turn = 0; ///< answers for an earlier target are dropped

    Button *m_which = nullptr;
    QMenu *m_menu = nullptr;
    QLineEdit *m_find = nullptr;
    QCheckBox *m_only = nullptr;
    QCheckBox *m_follow = nullptr;
    QCheckBox *m_previous = nullptr;
    QCheckBox *m_times = nullptr;
    QCheckBox *m_wrap = nullptr;
    LogView *m_view = nullptr;
    ReadingPane *m_pane = nullptr;
};

} // namespace graticule
