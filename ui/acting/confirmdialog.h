// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/acting/actiondraft.h"
#include "widgets/theme/themeswitch.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QTableView;
class QVBoxLayout;

namespace graticule {

class Button;
class HoldButton;

/// Says what an act would do before it is asked for: to what, where, what ends, moves or is held, and whether it can be
/// taken back. What costs more than a press brings back has to be held, or its target's name typed by who cannot hold.
/// Accepted: ask for ActionDraft::action(). GUI thread.
class ConfirmDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p whyNot: why nobody may act now; empty: one may. All outlive the dialog, or die with it.
    ConfirmDialog(const ThemeSwitch &themes, FleetStore &store, ActionDraft &draft, std::function<QString()> whyNot,
                  QWidget *parent = nullptr);

    /// What it is about may be another thing now.
    void showState();

private:
    void buildHead(QVBoxLayout &layout);
    void buildPlan(QVBoxLayout &layout);
    void buildFoot(QVBoxLayout &layout);
    QLabel *addLine(QVBoxLayout &layout, const char *icon, const char *name);
    void showPlan();
    void showButtons(bool isGrave);
    QString place() const;
    /// Why it cannot be asked for now; empty: it can.
    QString obstacle() const;

    const ThemeSwitch &m_themes;
    FleetStore &m_store;
    ActionDraft &m_draft;
    std::function<QString()> m_whyNot;
    bool m_isTyped = false; ///< the name is typed instead of the button held

    QLabel *m_place = nullptr;
    QLabel *m_head = nullptr;
    QTableView *m_effects = nullptr;
    QLabel *m_warnings = nullptr;
    QLabel *m_undo = nullptr;
    QLabel *m_obstacle = nullptr;
    QLineEdit *m_name = nullptr;
    Button *m_again = nullptr;
    Button *m_type = nullptr;
    Button *m_confirm = nullptr;
    HoldButton *m_hold = nullptr;
};

} // namespace graticule
