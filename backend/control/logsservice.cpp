// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/logcommands.h"
#include "backend/control/logscodec.h"
#include "backend/control/logwriter.h"
#include "backend/control/opencalls.h"

#include <events.grpc.pb.h>

namespace graticule {
namespace v1 = control::v1;
namespace {

const Error kNoLogs{ErrorKind::Unsupported, Fault::Endpoint, QStringLiteral("This keeper reads no logs."),
                    std::nullopt};
const Error kNoEvents{ErrorKind::Unsupported, Fault::Endpoint, QStringLiteral("This keeper holds no events."),
                      std::nullopt};

template<class Value, class Message>
void answer(const Result<Value> &result, Message *response, const std::shared_ptr<UnaryCall> &call)
{
    if (!result)
        call->answer(statusFrom(result.error()));
    else
        call->answerWith([&] { encode(*result, response); });
}

class LogsService final : public v1::Logs::CallbackService
{
public:
    explicit LogsService(std::shared_ptr<ServiceState> state)
        : m_state(std::move(state))
        , m_open(std::make_shared<std::atomic<int>>(0))
    {
    }

    grpc::ServerUnaryReactor *Sources(grpc::CallbackServerContext *context, const v1::LogSourcesRequest *request,
                                      v1::LogSourcesReply *response) override
    {
        return unaryCall(m_state, context, Permission::Operate,
                         [state = m_state, target = EntityId(QByteArray::fromStdString(request->target())),
                          response](KeeperCommands &, const std::shared_ptr<UnaryCall> &call) {
                             if (!state->options.logs) {
                                 call->answer(statusFrom(kNoLogs));
                                 return;
                             }
                             state->options.logs->logSources(target,
                                                             [call, response](const Result<QList<LogSource>> &sources) {
                                                                 answer(sources, response, call);
                                                             });
                         });
    }

    grpc::ServerWriteReactor<v1::FollowLogsReply> *Follow(grpc::CallbackServerContext *context,
                                                          const v1::FollowLogsRequest *request) override
    {
        auto writer = std::make_shared<LogWriter>(m_state, m_open);
        writer->start(m_state->shown(*context), decode(*request));
        return writer.get(); // it keeps itself until its end
    }

private:
    std::shared_ptr<ServiceState> m_state;
    std::shared_ptr<std::atomic<int>> m_open;
};

class EventsService final : public v1::Events::CallbackService
{
public:
    explicit EventsService(std::shared_ptr<ServiceState> state)
        : m_state(std::move(state))
    {
    }

    grpc::ServerUnaryReactor *List(grpc::CallbackServerContext *context, const v1::ListEventsRequest *request,
                                   v1::ListEventsReply *response) override
    {
        return unaryCall(m_state, context, Permission::View,
                         [state = m_state, query = decode(*request), response](KeeperCommands &,
                                                                               const std::shared_ptr<UnaryCall> &call) {
                             if (!state->options.logs) {
                                 call->answer(statusFrom(kNoEvents));
                                 return;
                             }
                             state->options.logs->events(query, [call, response](const Result<EventAnswer> &events) {
                                 answer(events, response, call);
                             });
                         });
    }

private:
    std::shared_ptr<ServiceState> m_state;
};

} // namespace

std::unique_ptr<grpc::Service> makeLogsService(std::shared_ptr<ServiceState> state)
{
    return std::make_unique<LogsService>(std::move(state));
}

std::unique_ptr<grpc::Service> makeEventsService(std::shared_ptr<ServiceState> state)
{
    return std::make_unique<EventsService>(std::move(state));
}

} // namespace graticule
