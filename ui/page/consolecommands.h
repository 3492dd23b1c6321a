// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlvalues.h"
#include "backend/domain/action.h"
#include "models/samplecalls.h"

#include <functional>

class QObject;

namespace graticule {

/// Everything that the window can ask of a keeper. Implemented by the composition root over the control API, by tests
/// with fakes. Nothing waits: each answer comes once, later or at once, in the GUI thread, unless @p context dies
/// first. What an answer means for the fleet is seen in the store only.
class ConsoleCommands : public SampleCalls
{
public:
    template<class T> using Reply = std::function<void(const Result<T> &reply)>;

    /// Tries the keeper at once instead of waiting for the next attempt; starts the private one when it is gone.
    virtual void retryKeeper() = 0;

    virtual void describe(QObject *context, Reply<Description> done) = 0;
    /// @p progress is called one or more times; the last has `finished`.
    virtual void perform(QObject *context, const Action &action,
                         std::function<void(const ActionProgress &)> progress) = 0;

    virtual void connections(QObject *context, Reply<QList<ConnectionConfig>> done) = 0;
    virtual void save(QObject *context, const ConnectionConfig &config, Reply<ConnectionConfig> done) = 0;
    /// Saves when the connection still is as @p before; else refused with ErrorKind::Conflict.
    virtual void replace(QObject *context, const ConnectionConfig &config, const ConnectionConfig &before,
                         Reply<ConnectionConfig> done) = 0;
    /// Gives back what was removed, so that saving it again undoes this.
    virtual void remove(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done) = 0;
    virtual void pause(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done) = 0;
    virtual void resume(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done) = 0;
    /// Asks a connection that waits for its next attempt at once.
    virtual void retry(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done) = 0;
    virtual void test(QObject *context, const ConnectionConfig &config, std::function<void(const TestStep &)> step) = 0;
    virtual void discover(QObject *context, Reply<QList<DiscoveredEndpoint>> done) = 0;
    virtual void connectorTypes(QObject *context, Reply<QList<ConnectorTypeInfo>> done) = 0;
    virtual void brokenFiles(QObject *context, Reply<QList<BrokenFile>> done) = 0;

    virtual void startLab(QObject *context, Reply<LabStatus> done) = 0;
    virtual void stopLab(QObject *context, Reply<LabStatus> done) = 0;
    virtual void labStatus(QObject *context, Reply<LabStatus> done) = 0;
};

} // namespace graticule
