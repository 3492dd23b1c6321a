// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/access.h"
#include "backend/control/controlserver.h"
#include "backend/control/hop.h"

#include <grpcpp/grpcpp.h>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <set>

// Inside of the server; nobody outside this folder includes this.

namespace grpc {
class Service;
}

namespace graticule {

/// A call whose answer is still owed; can be ended by the server when it goes.
class OpenCall
{
public:
    virtual ~OpenCall() = default;
    virtual void end(const std::string &why) = 0;
};

/// What a caller wants done, as the record has it; empty verb: nothing that is recorded.
struct Attempt
{
    Act act;                                               ///< as the call itself says
    std::function<Act(const KeeperCommands &)> whole = {}; ///< as the keeper knows it, in its thread; none: the same
};

/// What the services of one server share. Thread-safe.
struct ServiceState
{
    ServiceState(const ServerOptions &o, SnapshotHub &h, KeeperCommands &c, const ServerFaults *f, QObject *backend)
        : options(o)
        , hub(h)
        , commands(c)
        , faults(f)
        , hop(backend)
        , m_access(std::make_shared<const AccessRules>(o.access))
    {
    }

    const ServerOptions options;
    SnapshotHub &hub;
    KeeperCommands &commands; ///< only by way of the hop
    const ServerFaults *faults;
    const Hop hop; ///< into the keeper's backend thread
    std::atomic<int> watchers{0};

    bool frozen() const { return faults && faults->frozen.load(); }
    /// The rules of this moment.
    std::shared_ptr<const AccessRules> access() const;
    /// Other rules: ends the open calls that they forbid.
    void setAccess(const AccessRules &rules);
    /// It is that late: ends the open calls whose certificates have expired. Calls are judged by the last moment told.
    void setNow(Instant now);
    /// Who it is that showed that, by the rules of this moment.
    Caller caller(const Shown &shown) const;
    /// What a caller showed; the certificate stays with the connection, the token with the call.
    Shown shown(const grpc::CallbackServerContext &context) const;

    /// Runs @p task, which returns a Result, as an act of @p who: recorded before it happens, or refused; where nothing
    /// is recorded, just so.
    template<class Task> auto recorded(const Actor &who, const Act &act, Task task) const -> decltype(task())
    {
        return options.acts ? options.acts->during(who, act, task) : task();
    }
    /// Records that a caller was not allowed to.
    void refused(const Shown &shown, Permission needed, const Attempt &attempt) const;
    /// Who calls, for the record.
    Actor actor(const grpc::CallbackServerContext &context) const { return actorOf(caller(shown(context))); }

    /// Notes an open call, and says whether @p shown may do @p needed, as one step: if not, whoever adds it ends it.
    /// Should it not be allowed any more later on, it is ended from here.
    grpc::Status add(const std::shared_ptr<OpenCall> &call, const Shown &shown, Permission needed);
    void remove(const OpenCall *call);
    /// Ends every open call, and from now on each new one at once.
    void endAll(const std::string &why);

private:
    struct Open
    {
        std::weak_ptr<OpenCall> call;
        Shown shown;
        Permission needed = Permission::None;
    };

    template<class Change> void changeAndEndForbidden(Change change);

    mutable std::mutex m_mutex;
    std::shared_ptr<const AccessRules> m_access;
    Instant m_now = kNever;
    bool m_ending = false;
    std::string m_why;
    std::map<const OpenCall *, Open> m_open;
};

std::unique_ptr<grpc::Service> makeControlService(std::shared_ptr<ServiceState> state);
std::unique_ptr<grpc::Service> makeConnectionsService(std::shared_ptr<ServiceState> state);
std::unique_ptr<grpc::Service> makeHistoryService(std::shared_ptr<ServiceState> state);
std::unique_ptr<grpc::Service> makeActionsService(std::shared_ptr<ServiceState> state);
std::unique_ptr<grpc::Service> makeRecordsService(std::shared_ptr<ServiceState> state);
std::unique_ptr<grpc::Service> makeLogsService(std::shared_ptr<ServiceState> state);
std::unique_ptr<grpc::Service> makeEventsService(std::shared_ptr<ServiceState> state);
std::unique_ptr<grpc::Service> makeRulesService(std::shared_ptr<ServiceState> state);
std::unique_ptr<grpc::Service> makeSameService(std::shared_ptr<ServiceState> state);
std::unique_ptr<grpc::Service> makeLabService(std::shared_ptr<ServiceState> state);

} // namespace graticule
