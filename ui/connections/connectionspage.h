// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connectionsfilter.h"
#include "models/trails/grouptrails.h"
#include "ui/connections/connectionactions.h"
#include "ui/page/keeperfacts.h"
#include "ui/page/page.h"

class QVBoxLayout;

namespace graticule {

class CardList;
class ConnectionDelegate;
class ConnectionFilters;
class ConnectionSide;
class ConnectionsHead;
class SkeletonRows;
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
    bool isSettled() const override { return m_trails.isSettled(); }
    bool closeLayer() override;
    QString copyText() const override;
    QList<ConsoleAction> actions() override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

    void select(const EntityId &connection);
    /// The form for a new one; @p like fills it.
    void addConnection(const ConnectionConfig &like = {});
    /// The form of @p connection, at @p field; when it cannot be changed here, the connection with the reason.
    void editField(const EntityId &connection, const QString &field);

Q_SIGNALS:
    /// The label rules are to be shown.
    void rulesAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildHead();
    void buildList();
    void connectSide();
    ConsoleAction action(const char *id, const QString &title, const QKeySequence &keys, std::function<void()> run);
    void selectRemembered();
    void step(int by);
    EntityId current() const;
    void openMenu(const QModelIndex &index, const QPoint &globalPos);
    void showCounts();
    void showList();
    void showSum();
    void fitCards();

    const ThemeSwitch &m_themes;
    FleetStore &m_store;
    ConnectionsModel &m_model;
    ConnectionsFilter m_filter;
    GroupTrails m_trails; ///< of the sites of each connection
    ConnectionActions m_actions;
    EntityId m_remembered; ///< to be selected when the fleet tells of it
    ConnectionsHead *m_head = nullptr;
    ConnectionFilters *m_filters = nullptr;
    QVBoxLayout *m_left = nullptr;
    CardList *m_list = nullptr;
    ConnectionDelegate *m_delegate = nullptr;
    ViewState *m_empty = nullptr;
    SkeletonRows *m_loading = nullptr;
    ConnectionSide *m_side = nullptr;
};

} // namespace graticule
