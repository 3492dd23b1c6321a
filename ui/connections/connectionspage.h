// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connectionsfilter.h"
#include "ui/connections/connectionactions.h"
#include "ui/page/keeperfacts.h"
#include "ui/page/page.h"

#include <array>

class QStackedLayout;
class QVBoxLayout;

namespace graticule {

class AddPanel;
class CardList;
class ConnectionDelegate;
class ConnectionEditor;
class ConnectionFilters;
class ConnectionPanel;
class SkeletonRows;
class StateCount;
class ThemeSwitch;
class UndoBar;
class ViewState;

/// Every connection as a card, worst first; beside them the selected one in full, its form, or what else could be
/// connected.
class ConnectionsPage : public Page
{
    Q_OBJECT

public:
    ConnectionsPage(const ThemeSwitch &themes, FleetStore &store, ConnectionsModel &model, ConsoleCommands &commands,
                    KeeperFacts &facts, UndoBar &undo, QWidget *parent = nullptr);

    QList<QWidget *> regions() const override;
    bool closeLayer() override;
    QString copyText() const override;
    QList<ConsoleAction> actions() override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

    void select(const EntityId &connection);
    /// The form for a new one; @p like fills it.
    void addConnection(const ConnectionConfig &like = {});

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    void buildList();
    void buildSide(ConsoleCommands &commands, KeeperFacts &facts);
    ConsoleAction action(const char *id, const QString &title, const QKeySequence &keys, std::function<void()> run);
    void selectRemembered();
    void step(int by);
    EntityId current() const;
    ConnectionEditor *editor() const;
    void edit(const ConnectionConfig &config, const QString &field);
    void offerBack();
    void dropEdit();
    void openMenu(const QModelIndex &index, const QPoint &globalPos);
    void showCounts();
    void showList();
    void showSum();
    void showSide();
    void fitCards();
    void fitCounts();

    const ThemeSwitch &m_themes;
    FleetStore &m_store;
    ConnectionsModel &m_model;
    UndoBar &m_undo;
    ConnectionsFilter m_filter;
    ConnectionActions m_actions;
    EntityId m_remembered; ///< to be selected when the fleet tells of it
    std::array<StateCount *, 8> m_counts{};
    QWidget *m_headRow = nullptr;
    ConnectionFilters *m_filters = nullptr;
    QVBoxLayout *m_left = nullptr;
    CardList *m_list = nullptr;
    ConnectionDelegate *m_delegate = nullptr;
    ViewState *m_empty = nullptr;
    SkeletonRows *m_loading = nullptr;
    QStackedLayout *m_side = nullptr;
    QWidget *m_sideBox = nullptr;
    ConnectionPanel *m_panel = nullptr;
    AddPanel *m_add = nullptr;
    ConnectionEditor *m_edit = nullptr;
};

} // namespace graticule
