// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetstore.h"
#include "models/rules/rulequeries.h"
#include "models/rules/samemodel.h"
#include "ui/page/page.h"
#include "widgets/theme/themeswitch.h"

class QTableView;

namespace graticule {

class Button;
class KeeperFacts;
class PageHead;
class UndoBar;
class ViewState;

/// Services of several connections that look like the same, with what speaks for it: a person says whether they are,
/// and can take it back. Not on the rail. GUI thread.
class SamePage : public Page
{
    Q_OBJECT

public:
    /// All outlive the page.
    SamePage(const ThemeSwitch &themes, FleetStore &store, RuleQueries &queries, KeeperFacts &facts, UndoBar &said,
             QWidget *parent = nullptr);

    QList<QWidget *> regions() const override;
    bool closeLayer() override;
    QString copyText() const override;
    QList<ConsoleAction> actions() override;
    bool isSettled() const override { return m_isRead || !m_error.text.isEmpty(); }
    void wake() override { read(); }

Q_SIGNALS:
    void closeAsked();

private:
    enum class Say { Same, Different, Nothing };

    void buildHead();
    void buildTable();
    void read();
    void show(const Result<SameServices> &same);
    void take(const SameServices &same);
    void follow();
    void showButtons();
    void say(Say what);
    void ask(Say what, const EntityId &one, const EntityId &other, bool takesBack);
    QString whyNot(Say what) const;

    const ThemeSwitch &m_themes;
    FleetStore &m_store;
    RuleQueries &m_queries;
    KeeperFacts &m_facts;
    UndoBar &m_said;
    SameModel m_model;
    Error m_error;
    bool m_isRead = false;
    bool m_isAsking = false;
    bool m_isFollowing = false;
    PageHead *m_head = nullptr;
    Button *m_same = nullptr;
    Button *m_different = nullptr;
    Button *m_nothing = nullptr;
    QTableView *m_table = nullptr;
    ViewState *m_empty = nullptr;
};

} // namespace graticule
