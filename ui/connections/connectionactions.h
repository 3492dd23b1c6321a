// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetstore.h"
#include "ui/page/consoleaction.h"
#include "ui/page/keeperfacts.h"

#include <QHash>

namespace graticule {

class UndoBar;

/// What can be done about one connection, for buttons, the menu, keys and the palette alike: the same words, and the
/// same reason where it cannot be done. What was asked of the keeper is "asked" until the snapshot shows it done. GUI
/// thread.
class ConnectionActions : public QObject
{
    Q_OBJECT

public:
    enum class Verb { Pause, Retry, Test, Edit, Rename, Duplicate, Remove };

    ConnectionActions(FleetStore &store, ConsoleCommands &commands, KeeperFacts &facts, UndoBar &undo,
                      QObject *parent = nullptr);

    static const std::vector<Verb> &verbs();
    /// "Resume" for Pause of one that is paused; "Asked …" while it is not seen.
    QString title(Verb verb, const EntityId &id) const;
    /// Every title that it ever has, for who must keep room for them.
    static QStringList titles(Verb verb);
    /// Why it cannot be done to @p id; empty: it can.
    QString whyNot(Verb verb, const EntityId &id) const;
    static QString icon(Verb verb, bool isPaused);
    static QKeySequence keys(Verb verb);
    void run(Verb verb, const EntityId &id);
    /// Its form, beginning at @p field; or says why not.
    void edit(const EntityId &id, const QString &field);

    /// All of them for @p current, which may change from call to call; keys work within @p scope.
    QList<ConsoleAction> list(std::function<EntityId()> current, QWidget *scope);
    /// The configuration of @p id as the keeper has it now, or why there is none.
    void fetch(const EntityId &id, std::function<void(const Result<ConnectionConfig> &)> done);

Q_SIGNALS:
    /// What was asked of the keeper about @p id, or how it answered; for beside the buttons.
    void said(const graticule::EntityId &id, const QString &words);
    void testAsked(const graticule::EntityId &id);
    /// @p field: where to begin; empty: nowhere in particular.
    void editAsked(const graticule::ConnectionConfig &config, const QString &field);
    void duplicateAsked(const graticule::ConnectionConfig &config);

private:
    const Connection *find(const EntityId &id) const;
    bool isPaused(const EntityId &id) const;
    void watch(const FleetChange &change);
    void setPaused(const EntityId &id, bool pause, bool takesBack = false);
    void retry(const EntityId &id);
    void remove(const EntityId &id);

    FleetStore &m_store;
    ConsoleCommands &m_commands;
    KeeperFacts &m_facts;
    UndoBar &m_undo;
    QHash<EntityId, bool> m_askedPaused; ///< what was asked for and is not seen yet
};

} // namespace graticule
