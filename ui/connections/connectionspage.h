// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connectionsmodel.h"
#include "ui/page/keeperfacts.h"
#include "ui/page/page.h"

#include <QSortFilterProxyModel>

#include <array>

class QListView;
class QStackedLayout;

namespace graticule {

class AddPanel;
class ConnectionDelegate;
class ConnectionPanel;
class Label;
class SkeletonRows;
class StateCount;
class ThemeSwitch;
class UndoBar;
class ViewState;

/// Every connection as a card, worst first; beside them the selected one in full, or what else could be connected.
class ConnectionsPage : public Page
{
    Q_OBJECT

public:
    ConnectionsPage(const ThemeSwitch &themes, FleetStore &store, ConnectionsModel &model, ConsoleCommands &commands,
                    KeeperFacts &facts, UndoBar &undo, QWidget *parent = nullptr);

    QList<QWidget *> regions() const override;
    bool closeLayer() override;
    QString copyText() const override;

    void select(const EntityId &connection);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    void buildList();
    void showCounts();
    void showSide();
    void fitCards();
    void fitCounts();

    const ThemeSwitch &m_themes;
    FleetStore &m_store;
    ConnectionsModel &m_model;
    QSortFilterProxyModel m_sorted;
    std::array<StateCount *, 8> m_counts{};
    QWidget *m_headRow = nullptr;
    Label *m_sum = nullptr;
    QListView *m_list = nullptr;
    ConnectionDelegate *m_delegate = nullptr;
    ViewState *m_empty = nullptr;
    SkeletonRows *m_loading = nullptr;
    QStackedLayout *m_side = nullptr;
    QWidget *m_sideBox = nullptr;
    ConnectionPanel *m_panel = nullptr;
    AddPanel *m_add = nullptr;
};

} // namespace graticule
