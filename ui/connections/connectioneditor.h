// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/connectionform.h"
#include "ui/page/keeperfacts.h"

#include <QFrame>

#include <memory>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace graticule {

class ConnectionForm;
class EditorFoot;
class KindTiles;
class Label;
class PlaceNames;
class SaveConflict;
class TestRun;

/// Adds a connection or changes one: kind, fields, a test that only reads, and what will be saved. What the keeper
/// objects to is said at its field; when the connection was changed meanwhile that is told, and nothing entered is
/// lost. How a test goes is shown at the foot, above buttons that stay where they are: the form does not move. GUI
/// thread.
class ConnectionEditor : public QFrame
{
    Q_OBJECT

public:
    /// All outlive it.
    ConnectionEditor(const ThemeSwitch &themes, ConsoleCommands &commands, KeeperFacts &facts, PlaceNames &places,
                     QWidget *parent = nullptr);
    ~ConnectionEditor() override;

    /// Begins with a new one; @p like fills the form (a copy, or nothing yet).
    void add(const ConnectionConfig &like = {});
    /// Begins with an existing one, as the keeper has it.
    void edit(const ConnectionConfig &config);

    bool isEditing() const { return !m_before.id.isEmpty(); }
    const ConnectionConfig &before() const { return m_before; }
    ConnectionConfig entered() const;
    /// Fills the form with what was entered before, on top of add() or edit().
    void enter(const ConnectionConfig &config);
    /// Something differs from what the form began with.
    bool isChanged() const;
    /// Somebody is about to drop what was typed: true says so, once; what is typed stays until they do it again.
    bool asksBeforeDropping();
    void focusField(const QString &field);
    /// Widgets above and below the form, which scroll with it.
    void addAbove(QWidget *widget);
    void addBelow(QWidget *widget);

    void test();
    void save();
    /// Why neither can be done; empty: they can.
    QString whyNot() const;

protected:
    void showEvent(QShowEvent *event) override;

Q_SIGNALS:
    /// @p before: what it replaces; without an id: nothing.
    void saved(const graticule::ConnectionConfig &config, const graticule::ConnectionConfig &before);
    void closeAsked();

private:
    QWidget *buildHead();
    void showKinds();
    void showWords();
    void showChanges();
    void onEdited();
    void reveal(QWidget *input);
    bool isGood(bool needsName);
    void onSaved(const Result<ConnectionConfig> &reply);
    void beginAnew();
    void refused(const Error &error);
    void say(const QString &words, bool failed);

    const ThemeSwitch &m_themes;
    ConsoleCommands &m_commands;
    KeeperFacts &m_facts;
    ConnectionConfig m_begun;  ///< what the form began with
    ConnectionConfig m_before; ///< what is replaced; without an id: nothing is
    bool m_isSaving = false;
    bool m_wasAsked = false; ///< whether what was typed is to be dropped
    QString m_saidWhy;       ///< why nothing can be done, as it is said now

    Label *m_title = nullptr;
    QWidget *m_close = nullptr;
    QVBoxLayout *m_above = nullptr;
    QVBoxLayout *m_below = nullptr;
    QWidget *m_kindBox = nullptr;
    KindTiles *m_kinds = nullptr;
    ConnectionForm *m_form = nullptr;
    QLabel *m_changes = nullptr;
    SaveConflict *m_conflict = nullptr;
    TestRun *m_test = nullptr;
    QScrollArea *m_scroll = nullptr;
    EditorFoot *m_foot = nullptr;
};

} // namespace graticule
