// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionactions.h"

#include "models/sayingtext.h"
#include "widgets/basic/undobar.h"

namespace graticule {

ConnectionActions::ConnectionActions(FleetStore &store, ConsoleCommands &commands, KeeperFacts &facts, UndoBar &undo,
                                     QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_commands(commands)
    , m_facts(facts)
    , m_undo(undo)
{
    connect(&store, &FleetStore::changed, this, &ConnectionActions::watch);
}

const std::vector<ConnectionActions::Verb> &ConnectionActions::verbs()
{
    static const std::vector<Verb> all{Verb::Pause,  Verb::Retry,     Verb::Test,  Verb::Edit,
                                       Verb::Rename, Verb::Duplicate, Verb::Remove};
    return all;
}

const Connection *ConnectionActions::find(const EntityId &id) const
{
    return m_store.tables().connections.find(id);
}

bool ConnectionActions::isPaused(const EntityId &id) const
{
    const Connection *connection = find(id);
    return connection && connection->state == ConnectionState::Paused;
}

/// What was asked for is seen, or there is nothing any more that it could be seen of.
void ConnectionActions::watch(const FleetChange &change)
{
    for (const EntityId &id : change.delta.connections.removed)
        m_askedPaused.remove(id);
    for (const auto &connection : change.delta.connections.upserted) {
        const auto asked = m_askedPaused.constFind(connection->id);
        if (asked == m_askedPaused.cend() || *asked != (connection->state == ConnectionState::Paused))
            continue;
        m_askedPaused.erase(asked);
        Q_EMIT said(connection->id, {});
    }
}

QStringList ConnectionActions::titles(Verb verb)
{
    switch (verb) {
    case Verb::Pause:
        return {tr("Pause"), tr("Resume"), tr("Asked …")};
    case Verb::Retry:
        return {tr("Retry now")};
    case Verb::Test:
        return {tr("Test")};
    case Verb::Edit:
        return {tr("Edit")};
    case Verb::Rename:
        return {tr("Rename")};
    case Verb::Duplicate:
        return {tr("Duplicate")};
    case Verb::Remove:
        return {tr("Remove")};
    }
    return {};
}

QString ConnectionActions::title(Verb verb, const EntityId &id) const
{
    const QStringList all = titles(verb);
    if (verb != Verb::Pause)
        return all.value(0);
    return m_askedPaused.contains(id) ? all[2] : isPaused(id) ? all[1] : all[0];
}

QString ConnectionActions::icon(Verb verb, bool isPaused)
{
    switch (verb) {
    case Verb::Pause:
        return isPaused ? QStringLiteral("play") : QStringLiteral("pause");
    case Verb::Retry:
        return QStringLiteral("refresh-cw");
    case Verb::Test:
        return QStringLiteral("plug");
    case Verb::Edit:
    case Verb::Rename:
        return QStringLiteral("pencil");
    case Verb::Duplicate:
        return QStringLiteral("copy");
    case Verb::Remove:
        return QStringLiteral("trash-2");
    }
    return {};
}

QKeySequence ConnectionActions::keys(Verb verb)
{
    switch (verb) {
    case Verb::Pause:
        return Qt::Key_P;
    case Verb::Retry:
        return Qt::Key_R;
    case Verb::Test:
        return Qt::Key_T;
    case Verb::Edit:
        return Qt::Key_E;
    case Verb::Rename:
        return Qt::Key_F2;
    case Verb::Duplicate:
        return Qt::Key_D;
    case Verb::Remove:
        return Qt::Key_Delete;
    }
    return {};
}

QString ConnectionActions::whyNot(Verb verb, const EntityId &id) const
{
    const Connection *connection = find(id);
    if (!connection)
        return tr("No connection is chosen");
    if (const QString whyNot = m_facts.whyNotOperate(); !whyNot.isEmpty())
        return whyNot;
    // Only connections that this keeper holds can be changed here, and only those that a person made.
    if (!connection->keeper.isEmpty() && connection->keeper != EntityId(m_facts.keeper().keeperId))
        return tr("Held by another keeper: change it there");
    if (verb == Verb::Pause)
        return m_askedPaused.contains(id) ? tr("The keeper has been asked") : QString();
    if (verb == Verb::Retry) {
        if (connection->state == ConnectionState::Paused)
            return tr("It is paused: resume it first");
        return connection->retryAt == kNever ? tr("It is not waiting for another attempt") : QString();
    }
    if (connection->origin == Origin::Lab)
        return tr("Made by the lab: it goes when the lab is stopped.");
    // A team keeper reports its own computer by itself.
    if (connection->type == QLatin1String("host") && m_facts.keeper().mode == QLatin1String("team"))
        return tr("Set in the keeper's own configuration: change it there");
    return {};
}

void ConnectionActions::run(Verb verb, const EntityId &id)
{
    if (const QString why = whyNot(verb, id); !why.isEmpty()) {
        Q_EMIT said(id, why);
        return;
    }
    switch (verb) {
    case Verb::Pause:
        setPaused(id, !isPaused(id));
        return;
    case Verb::Retry:
        retry(id);
        return;
    case Verb::Test:
        Q_EMIT testAsked(id);
        return;
    case Verb::Remove:
        remove(id);
        return;
    case Verb::Edit:
    case Verb::Rename:
        edit(id, verb == Verb::Rename ? QStringLiteral("name") : QString());
        return;
    case Verb::Duplicate:
        fetch(id, [this, id](const Result<ConnectionConfig> &config) {
            if (!config)
                Q_EMIT said(id, SayingText::of(config.error()));
            else
                Q_EMIT duplicateAsked(*config);
        });
    }
}

void ConnectionActions::edit(const EntityId &id, const QString &field)
{
    if (const QString why = whyNot(Verb::Edit, id); !why.isEmpty()) {
        Q_EMIT said(id, why);
        return;
    }
    fetch(id, [this, id, field](const Result<ConnectionConfig> &config) {
        if (config)
            Q_EMIT editAsked(*config, field);
        else
            Q_EMIT said(id, SayingText::of(config.error()));
    });
}

void ConnectionActions::fetch(const EntityId &id, std::function<void(const Result<ConnectionConfig> &)> done)
{
    m_commands.connections(this, [id, done = std::move(done)](const Result<QList<ConnectionConfig>> &reply) {
        if (!reply) {
            done(reply.error());
            return;
        }
        const auto config = std::find_if(reply->begin(), reply->end(), [&](const auto &c) { return c.id == id; });
        if (config != reply->end())
            done(*config);
        else
            done(Error{ErrorKind::NotFound, Fault::Input, tr("This keeper holds no such configuration"), {}});
    });
}

void ConnectionActions::setPaused(const EntityId &id, bool pause, bool takesBack)
{
    m_askedPaused.insert(id, pause);
    Q_EMIT said(id, pause ? tr("Asked the keeper to pause it") : tr("Asked the keeper to resume it"));
    const auto done = [this, id, pause, takesBack](const Result<ConnectionConfig> &reply) {
        if (!reply) {
            m_askedPaused.remove(id);
            Q_EMIT said(id, SayingText::of(reply.error()));
            return;
        }
        // It is done when the snapshot shows it.
        const QString words = pause ? tr("%1 paused").arg(reply->name) : tr("%1 resumed").arg(reply->name);
        if (takesBack)
            m_undo.takenBack(words, [this, id, pause] { setPaused(id, !pause); });
        else
            m_undo.offer(words, [this, id, pause] { setPaused(id, !pause, true); });
    };
    if (pause)
        m_commands.pause(this, id.toString(), done);
    else
        m_commands.resume(this, id.toString(), done);
}

void ConnectionActions::retry(const EntityId &id)
{
    Q_EMIT said(id, tr("Asked the keeper to try it now"));
    m_commands.retry(this, id.toString(), [this, id](const Result<ConnectionConfig> &reply) {
        Q_EMIT said(id, reply ? QString() : SayingText::of(reply.error()));
    });
}

void ConnectionActions::remove(const EntityId &id)
{
    Q_EMIT said(id, tr("Asked the keeper to remove it"));
    m_commands.remove(this, id.toString(), [this, id](const Result<ConnectionConfig> &reply) {
        if (!reply) {
            Q_EMIT said(id, SayingText::of(reply.error()));
            return;
        }
        Q_EMIT said(id, QString());
        m_undo.offer(tr("%1 removed").arg(reply->name), [this, config = *reply] {
            m_commands.save(this, config, [this, name = config.name](const Result<ConnectionConfig> &saved) {
                if (saved)
                    m_undo.takenBack(tr("%1 is back").arg(name), [this, id = saved->id] { remove(id); });
                else
                    m_undo.offer(tr("%1 could not be saved again: %2").arg(name, SayingText::of(saved.error())));
            });
        });
    });
}

QList<ConsoleAction> ConnectionActions::list(std::function<EntityId()> current, QWidget *scope)
{
    static const char *const ids[] = {"pause", "retry", "test", "edit", "rename", "duplicate", "remove"};
    const QStringList titles{tr("Pause or resume the connection"),
                             tr("Retry the connection now"),
                             tr("Test the connection"),
                             tr("Edit the connection"),
                             tr("Rename the connection"),
                             tr("Duplicate the connection"),
                             tr("Remove the connection")};
    QList<ConsoleAction> actions;
    for (const Verb verb : verbs()) {
        ConsoleAction action;
        action.id = QStringLiteral("connections.") + QLatin1String(ids[int(verb)]);
        action.title = titles[int(verb)];
        action.section = tr("Connections");
        action.keys = {keys(verb)};
        action.run = [this, verb, current] { run(verb, current()); };
        action.whyNot = [this, verb, current] { return whyNot(verb, current()); };
        action.scope = scope;
        action.icon = icon(verb, false);
        actions << action;
    }
    return actions;
}

} // namespace graticule
