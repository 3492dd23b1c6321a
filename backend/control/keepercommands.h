// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlvalues.h"
#include "backend/domain/action.h"
#include "backend/telemetry/linkwindow.h"

#include <functional>

namespace graticule {

/// What an action is done to, in words.
struct ActionTarget
{
    QString name;
    QString kind;       ///< type of the connection
    QString place;      ///< address of the connection
    QString connection; ///< its name
};

/// What a keeper does when asked through its control API. Implemented by the keeper, called by the server in the
/// keeper's backend thread, after the caller's permission was checked. Answers that take time come through the
/// callbacks, in that thread, the last one with `finished`; `ended` tells whether the caller has gone meanwhile.
class KeeperCommands
{
public:
    using Progress = std::function<void(const ActionProgress &)>;
    using Steps = std::function<void(const TestStep &)>;

    virtual ~KeeperCommands() = default;

    /// Identity and state; the server adds what depends on the caller.
    virtual Description describe() const = 0;
    virtual void samples(const SamplesQuery &query, std::function<void(const SamplesAnswer &)> done) = 0;
    /// Names all links that it knows where @p query names none, and fills in times that are not given.
    virtual void linkWindows(const LinkWindowsQuery &query, std::function<void(const LinkWindowsAnswer &)> done) = 0;
    /// With the key of an action that was asked for before, that one is followed; nothing is begun.
    virtual void perform(const Action &action, Progress progress) = 0;
    /// Whether an action with that key was asked for before.
    virtual bool knowsAction(const QString &) const { return false; }
    /// What can be done to @p target; @p connection: by which, empty: any that tells of it.
    virtual void offers(const EntityId &target, const EntityId &connection, ActionReply<QList<ActionOffer>> done);
    /// What @p action would do; does nothing.
    virtual void preview(const Action &action, ActionReply<ActionPlan> done);
    /// Ends the action with that key between two of its items.
    virtual void stopAction(const QString &key, ActionReply<ActionProgress> done);
    virtual QList<ActionUnderWay> running() const { return {}; }
    /// What the record says of an action's target beside its id.
    virtual ActionTarget targetOf(const Action &) const { return {}; }
    /// Why the keeper asks nobody for it, as it would answer itself; text empty: it would ask.
    virtual Error whyNot(const Action &) const { return {}; }

    virtual QList<ConnectionConfig> connections() const = 0;
    virtual Result<ConnectionConfig> save(ConnectionConfig config) = 0;
    /// Saves @p config when the connection still is as @p before; else refused as a conflict that names the fields.
    virtual Result<ConnectionConfig> replace(ConnectionConfig config, const ConnectionConfig &before) = 0;
    virtual Result<ConnectionConfig> remove(const QString &nameOrId) = 0;
    virtual Result<ConnectionConfig> setPaused(const QString &nameOrId, bool paused) = 0;
    /// Asks a connection that waits for its next attempt at once.
    virtual Result<ConnectionConfig> retry(const QString &nameOrId) = 0;
    virtual void test(const ConnectionConfig &config, Steps steps) = 0;
    virtual void discover(std::function<void(const QList<DiscoveredEndpoint> &)> done) = 0;
    virtual QList<ConnectorTypeInfo> connectorTypes() const = 0;
    virtual QList<BrokenFile> brokenFiles() const = 0;

    virtual Result<LabStatus> startLab(int sites, quint64 seed) = 0;
    virtual Result<LabStatus> stopLab() = 0;
    virtual LabStatus labStatus() const = 0;
};

} // namespace graticule
