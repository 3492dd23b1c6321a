// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/controlservice.h"

#include "backend/control/entitycodec.h"
#include "backend/control/opencalls.h"
#include "backend/control/recordedcalls.h"
#include "backend/control/valuecodec.h"

#include <control.grpc.pb.h>

namespace graticule {
namespace v1 = control::v1;
namespace {

using CallPtr = std::shared_ptr<UnaryCall>;

/// Answers with @p result, encoded into @p response, or with its error.
template<class Value, class Message> void answer(const Result<Value> &result, Message *response, const CallPtr &call)
{
    if (!result) {
        call->answer(statusFrom(result.error()));
        return;
    }
    call->answerWith([&] { encode(*result, response); });
}

class ConnectionsService final : public v1::Connections::CallbackService
{
public:
    explicit ConnectionsService(std::shared_ptr<ServiceState> state)
        : m_state(std::move(state))
    {
    }

    grpc::ServerUnaryReactor *List(grpc::CallbackServerContext *context, const v1::ListConnectionsRequest *,
                                   v1::ConnectionList *response) override
    {
        return unaryCall(m_state, context, Permission::View, [response](KeeperCommands &keeper, const CallPtr &call) {
            const auto value = keeper.connections();
            call->answerWith([&] { encode(value, response); });
        });
    }

    grpc::ServerUnaryReactor *Save(grpc::CallbackServerContext *context, const v1::ConnectionConfig *request,
                                   v1::ConnectionConfig *response) override
    {
        const ConnectionConfig config = decode(*request);
        return unaryCall(m_state, context, Permission::Operate,
                         [state = m_state, who = m_state->actor(*context), config, response](KeeperCommands &keeper,
                                                                                             const CallPtr &call) {
                             const Act act = savedAct(keeper.connections(), config);
                             answer(state->recorded(who, act, [&] { return keeper.save(config); }), response, call);
                         },
                         {savedAct({}, config),
                          [config](const KeeperCommands &keeper) { return savedAct(keeper.connections(), config); }});
    }

    grpc::ServerUnaryReactor *Replace(grpc::CallbackServerContext *context, const v1::ReplaceConnection *request,
                                      v1::ConnectionConfig *response) override
    {
        const ConnectionConfig config = decode(request->config());
        const ConnectionConfig before = decode(request->before());
        const Act act = editedAct(before, config);
        return unaryCall(m_state, context, Permission::Operate,
                         [state = m_state, who = m_state->actor(*context), config, before, act,
                          response](KeeperCommands &keeper, const CallPtr &call) {
                             answer(state->recorded(who, act, [&] { return keeper.replace(config, before); }), response,
                                    call);
                         },
                         {act});
    }

    grpc::ServerUnaryReactor *Remove(grpc::CallbackServerContext *context, const v1::ConnectionName *request,
                                     v1::ConnectionConfig *response) override
    {
        return change(context, request, response, "connection.remove",
                      [](KeeperCommands &keeper, const QString &name) { return keeper.remove(name); });
    }

    grpc::ServerUnaryReactor *Pause(grpc::CallbackServerContext *context, const v1::ConnectionName *request,
                                    v1::ConnectionConfig *response) override
    {
        return change(context, request, response, "connection.pause",
                      [](KeeperCommands &keeper, const QString &name) { return keeper.setPaused(name, true); });
    }

    grpc::ServerUnaryReactor *Resume(grpc::CallbackServerContext *context, const v1::ConnectionName *request,
                                     v1::ConnectionConfig *response) override
    {
        return change(context, request, response, "connection.resume",
                      [](KeeperCommands &keeper, const QString &name) { return keeper.setPaused(name, false); });
    }

    grpc::ServerUnaryReactor *Retry(grpc::CallbackServerContext *context, const v1::ConnectionName *request,
                                    v1::ConnectionConfig *response) override
    {
        return change(context, request, response, "connection.retry",
                      [](KeeperCommands &keeper, const QString &name) { return keeper.retry(name); });
    }

    grpc::ServerWriteReactor<v1::TestStep> *Test(grpc::CallbackServerContext *context,
                                                 const v1::ConnectionConfig *request) override
    {
        const ConnectionConfig config = decode(*request);
        const Act act = connectionAct("connection.test", config);
        return progressCall<v1::TestStep>(
            m_state, context, Permission::Operate,
            [state = m_state, who = m_state->actor(*context), config, act](KeeperCommands &keeper, const auto &call) {
                const auto tell = [call](const TestStep &step) {
                    v1::TestStep message;
                    encode(step, &message);
                    call->push(std::move(message), step.finished);
                };
                RecordedProgress record(state->options.acts, state->hop);
                if (const auto begun = record.begin(who, act); !begun)
                    tell({QStringLiteral("Record"), {}, false, begun.error(), true});
                else
                    keeper.test(config, [tell, record](const TestStep &step) {
                        if (step.finished)
                            record.end(step.error);
                        tell(step);
                    });
            },
            {act});
    }

    grpc::ServerUnaryReactor *Discover(grpc::CallbackServerContext *context, const v1::DiscoverRequest *,
                                       v1::DiscoverReply *response) override
    {
        return unaryCall(m_state, context, Permission::Operate,
                         [response](KeeperCommands &keeper, const CallPtr &call) {
                             keeper.discover([response, call](const QList<DiscoveredEndpoint> &found) {
                                 call->answerWith([&] { encode(found, response); });
                             });
                         });
    }

    grpc::ServerUnaryReactor *Types(grpc::CallbackServerContext *context, const v1::TypesRequest *,
                                    v1::TypesReply *response) override
    {
        return unaryCall(m_state, context, Permission::View, [response](KeeperCommands &keeper, const CallPtr &call) {
            const auto value = keeper.connectorTypes();
            call->answerWith([&] { encode(value, response); });
        });
    }

    grpc::ServerUnaryReactor *Broken(grpc::CallbackServerContext *context, const v1::BrokenRequest *,
                                     v1::BrokenReply *response) override
    {
        return unaryCall(m_state, context, Permission::View, [response](KeeperCommands &keeper, const CallPtr &call) {
            const auto value = keeper.brokenFiles();
            call->answerWith([&] { encode(value, response); });
        });
    }

private:
    /// What is done to the connection that a name or id says.
    template<class Task>
    grpc::ServerUnaryReactor *change(grpc::CallbackServerContext *context, const v1::ConnectionName *request,
                                     v1::ConnectionConfig *response, const char *verb, Task task)
    {
        const QString name = QString::fromStdString(request->name());
        return unaryCall(m_state, context, Permission::Operate,
                         [state = m_state, who = m_state->actor(*context), verb, task, name,
                          response](KeeperCommands &keeper, const CallPtr &call) {
                             const Act act = connectionAct(verb, keeper.connections(), name);
                             answer(state->recorded(who, act, [&] { return task(keeper, name); }), response, call);
                         },
                         {connectionAct(verb, {}, name), [verb, name](const KeeperCommands &keeper) {
                              return connectionAct(verb, keeper.connections(), name);
                          }});
    }

    std::shared_ptr<ServiceState> m_state;
};

class LabService final : public v1::Lab::CallbackService
{
public:
    explicit LabService(std::shared_ptr<ServiceState> state)
        : m_state(std::move(state))
    {
    }

    grpc::ServerUnaryReactor *Start(grpc::CallbackServerContext *context, const v1::LabRequest *request,
                                    v1::LabStatus *response) override
    {
        const int sites = int(std::min<quint32>(request->sites(), 1'000'000));
        return unaryCall(m_state, context, Permission::Operate,
                         [state = m_state, who = m_state->actor(*context), sites, seed = request->seed(),
                          response](KeeperCommands &keeper, const CallPtr &call) {
                             const auto start = [&] { return keeper.startLab(sites, seed); };
                             answer(state->recorded(who, labAct(sites, seed), start), response, call);
                         },
                         {labAct(sites, request->seed())});
    }

    grpc::ServerUnaryReactor *Stop(grpc::CallbackServerContext *context, const v1::LabStopRequest *,
                                   v1::LabStatus *response) override
    {
        Act act;
        act.verb = QStringLiteral("lab.stop");
        return unaryCall(m_state, context, Permission::Operate,
                         [state = m_state, who = m_state->actor(*context), act, response](KeeperCommands &keeper,
                                                                                          const CallPtr &call) {
                             answer(state->recorded(who, act, [&] { return keeper.stopLab(); }), response, call);
                         },
                         {act});
    }

    grpc::ServerUnaryReactor *Status(grpc::CallbackServerContext *context, const v1::LabStatusRequest *,
                                     v1::LabStatus *response) override
    {
        return unaryCall(m_state, context, Permission::View, [response](KeeperCommands &keeper, const CallPtr &call) {
            const auto value = keeper.labStatus();
            call->answerWith([&] { encode(value, response); });
        });
    }

private:
    std::shared_ptr<ServiceState> m_state;
};

} // namespace

std::unique_ptr<grpc::Service> makeConnectionsService(std::shared_ptr<ServiceState> state)
{
    return std::make_unique<ConnectionsService>(std::move(state));
}

std::unique_ptr<grpc::Service> makeLabService(std::shared_ptr<ServiceState> state)
{
    return std::make_unique<LabService>(std::move(state));
}

} // namespace graticule
