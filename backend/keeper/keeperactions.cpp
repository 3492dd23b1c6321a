// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/keeper.h"

#include "backend/domain/saying.h"
#include "backend/keeper/labhost.h"

#include <QUuid>

namespace graticule {
namespace {

Error refusal(ErrorKind kind, const char *saying, const QStringList &arguments = {})
{
    return saidError(kind, Fault::Input, saying, arguments, std::nullopt);
}

/// Its name, whatever kind of thing it is; empty: there is no such thing.
QString nameOf(const FleetTables &tables, const EntityId &id)
{
    if (const Node *node = tables.nodes.find(id))
        return node->name;
    if (const Site *site = tables.sites.find(id))
        return site->name;
    if (const Service *service = tables.services.find(id))
        return service->name;
    if (const Connection *connection = tables.connections.find(id))
        return connection->name;
    if (const Asset *asset = tables.assets.find(id))
        return asset->name;
    if (const Placement *placement = tables.placements.find(id)) {
        const Service *service = tables.services.find(placement->service);
        const Site *site = tables.sites.find(placement->site);
        return QStringLiteral("%1 @ %2").arg(service ? service->name : QString(), site ? site->name : QString());
    }
    return {};
}

/// A label, or a person's word, made it: its id ("service:shop/web") is of no one connection.
bool isShared(const EntityId &id)
{
    const qsizetype slash = id.utf8().indexOf('/');
    const qsizetype colon = id.utf8().indexOf(':');
    return slash < 0 || (colon >= 0 && colon < slash);
}

} // namespace

/// @p connection, or one through which it is reached; else one that tells of @p target, one that sees its endpoint
/// first.
Supervisor *Keeper::performerOf(const EntityId &target, const EntityId &connection) const
{
    const EntityId &wanted = connection.isEmpty() ? target : connection;
    if (Supervisor *itself = m_connections.find(wanted))
        return itself;
    Supervisor *any = nullptr;
    for (const EntityId &source : m_fleet.sourcesOf(wanted)) {
        Supervisor *supervisor = m_connections.find(source);
        if (supervisor && (!any || (!isSeen(any->connection().state) && isSeen(supervisor->connection().state))))
            any = supervisor;
    }
    return any;
}

/// What one label makes one thing of may stand in several clusters: which of them is meant must be said.
Error Keeper::severalPerformers(const Action &action) const
{
    if (!action.connection.isEmpty() || !isShared(action.target))
        return {};
    QStringList names;
    for (const EntityId &source : m_fleet.sourcesOf(action.target)) {
        if (const Supervisor *supervisor = m_connections.find(source))
            names.append(supervisor->config().name);
    }
    if (names.size() < 2)
        return {};
    names.sort();
    return refusal(ErrorKind::Conflict, "act.several", {names.mid(0, 20).join(QStringLiteral(", "))});
}

Error Keeper::noPerformer(const Action &action) const
{
    if (m_lab && action.verb.startsWith(QLatin1String("lab."))) {
        return m_lab->status().running
                   ? refusal(ErrorKind::Invalid, "act.not-of-lab", {action.target.toString().left(200)})
                   : refusal(ErrorKind::Invalid, "act.no-lab");
    }
    const EntityId &wanted = action.connection.isEmpty() ? action.target : action.connection;
    return refusal(ErrorKind::NotFound, "act.no-connection", {wanted.toString().left(200)});
}

Error Keeper::whyNot(const Action &action) const
{
    if (m_actions.knows(action.key))
        return m_actions.isThe(action) ? Error() : refusal(ErrorKind::Conflict, "act.key-taken");
    if (m_verbHandler || (m_lab && action.verb.startsWith(QLatin1String("lab."))))
        return {}; // they say so themselves
    if (const Error unclear = severalPerformers(action); !unclear.text.isEmpty())
        return unclear;
    const Supervisor *performer = performerOf(action.target, action.connection);
    return performer ? performer->whyNot() : noPerformer(action);
}

void Keeper::perform(const Action &wanted, Progress progress)
{
    Q_EMIT asked();
    if (m_actions.knows(wanted.key) && !m_actions.isThe(wanted)) {
        progress({{}, true, whyNot(wanted)});
        return;
    }
    if (m_actions.knows(wanted.key)) {
        m_actions.follow(wanted.key, progress);
        return;
    }
    if (wanted.verb.isEmpty()) { // to be followed only
        progress({{}, true, saidError(ErrorKind::NotFound, Fault::Input, "act.none", {}, std::nullopt)});
        return;
    }
    Action action = wanted;
    if (action.key.isEmpty()) // by which others can follow and stop it all the same
        action.key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const ActionTarget target = targetOf(action);
    progress = m_actions.begin({.action = action, .targetName = target.name, .place = target.place, .who = action.by},
                               progress);
    if (m_verbHandler && m_verbHandler(action, progress))
        return;
    if (m_lab && m_lab->perform(action, progress))
        return;
    if (const Error unclear = severalPerformers(action); !unclear.text.isEmpty()) {
        progress({{}, true, unclear});
    } else if (Supervisor *performer = performerOf(action.target, action.connection)) {
        m_actions.entrust(action.key, performer->config().id);
        performer->perform(action, progress);
    } else {
        progress({{}, true, noPerformer(action)});
    }
}

void Keeper::offers(const EntityId &target, const EntityId &connection, ActionReply<QList<ActionOffer>> done)
{
    Q_EMIT asked();
    if (Supervisor *performer = performerOf(target, connection))
        performer->offers(target, connection, done);
    else
        done(QList<ActionOffer>());
}

void Keeper::preview(const Action &action, ActionReply<ActionPlan> done)
{
    Q_EMIT asked();
    if (const Error unclear = severalPerformers(action); !unclear.text.isEmpty()) {
        done(unclear);
        return;
    }
    Supervisor *performer = performerOf(action.target, action.connection);
    if (!performer) {
        done(noPerformer(action));
        return;
    }
    performer->preview(action, done);
}

void Keeper::stopAction(const QString &key, ActionReply<ActionProgress> done)
{
    Q_EMIT asked();
    const ActionUnderWay *action = m_actions.find(key);
    Supervisor *performer = action ? m_connections.find(m_actions.performerOf(key)) : nullptr;
    if (performer)
        performer->stopAction(key, done);
    else if (action)
        done(saidError(ErrorKind::Unsupported, Fault::Input, "act.one-piece", {action->action.verb}, std::nullopt));
    else
        done(saidError(ErrorKind::NotFound, Fault::Input, "act.none", {}, std::nullopt));
}

ActionTarget Keeper::targetOf(const Action &action) const
{
    const SnapshotPtr known = m_hub.latest();
    if (!known)
        return {};
    ActionTarget target;
    target.name = nameOf(known->tables, action.target);
    const Supervisor *performer = performerOf(action.target, action.connection);
    // The endpoint itself, also when it is another keeper's.
    const Connection *connection =
        performer
            ? known->tables.connections.find(action.connection.isEmpty() ? performer->config().id : action.connection)
            : nullptr;
    if (connection) {
        target.kind = connection->type;
        target.place = connection->address;
        target.connection = connection->name;
    }
    return target;
}

} // namespace graticule
