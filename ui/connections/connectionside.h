// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connectionsmodel.h"
#include "ui/page/keeperfacts.h"
#include "widgets/theme/themeswitch.h"

#include <QWidget>

class QStackedLayout;

namespace graticule {

class AddPanel;
class ConnectionActions;
class ConnectionEditor;
class ConnectionPanel;
class PlaceNames;
class UndoBar;
class ViewState;

/// What stands beside the cards: one connection in full, its form, or what else could be connected. Tells of what was
/// done, and how to have it back. GUI thread.
class ConnectionSide : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kWidth = 456;

    /// All outlive it.
    ConnectionSide(const ThemeSwitch &themes, FleetStore &store, ConnectionsModel &model, ConnectionActions &actions,
                   ConsoleCommands &commands, KeeperFacts &facts, UndoBar &undo, QWidget *parent = nullptr);

    /// The form for a new one; @p like fills it.
    void add(const ConnectionConfig &like = {});
    /// A copy in that form, to be saved.
    void duplicate(ConnectionConfig config);
    /// The form of one that there is, beginning at @p field.
    void edit(const ConnectionConfig &config, const QString &field);
    /// Follows the selection; empty: the form for a new one, or that the one that was shown is gone: where its buttons
    /// were no other ones appear under the pointer. A form with something in it stays.
    void follow(const EntityId &selected);
    void test();
    void lookAgain();

    /// The form that is open; null: a connection is shown.
    ConnectionEditor *editor() const;
    bool isEditing() const;
    bool showsConnection() const;
    /// It is said that a connection is gone.
    bool showsGone() const;
    /// Back from the form to its connection.
    void dropEdit();
    QWidget *current() const;
    QString copyText() const;

Q_SIGNALS:
    void closeAsked();
    /// This one is to be the selected one.
    void selectAsked(const graticule::EntityId &connection);

private:
    QWidget *buildGone(const ThemeSwitch &themes);
    void showGone(const EntityId &connection);
    void onSaved(const ConnectionConfig &config, const ConnectionConfig &before);
    void offerRemoval(const ConnectionConfig &config, const QString &words);
    void offerChangeBack(const ConnectionConfig &config, const ConnectionConfig &before, const QString &words);
    void offerBack();
    QString sharedSite(const ConnectionConfig &config) const;

    FleetStore &m_store;
    ConsoleCommands &m_commands;
    UndoBar &m_undo;
    EntityId m_selected;
    PlaceNames *m_places = nullptr;
    QStackedLayout *m_stack = nullptr;
    ConnectionPanel *m_panel = nullptr;
    AddPanel *m_add = nullptr;
    ConnectionEditor *m_edit = nullptr;
    QWidget *m_gone = nullptr;
    ViewState *m_goneWords = nullptr;
    EntityId m_goneId; ///< which one is gone
};

} // namespace graticule
