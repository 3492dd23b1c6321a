// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/logreading.h"

#include "backend/control/clientcalls.h"
#include "backend/control/logscodec.h"
#include "backend/control/pacedread.h"

#include <events.grpc.pb.h>
#include <logs.grpc.pb.h>

namespace graticule {
namespace v1 = control::v1;

class LogReading::Reactor : public PacedRead<v1::Logs, v1::FollowLogsRequest, v1::FollowLogsReply, LogPart>
{
    using PacedRead::PacedRead;
};

LogReading::LogReading(std::shared_ptr<ControlChannel> channel, const LogOrder &order, QObject *receiver, Taken taken,
                       Ended ended)
    : m_reactor(std::make_shared<Reactor>(
          std::move(channel), receiver, [](const v1::FollowLogsReply &reply) { return decode(reply); },
          std::move(taken), std::move(ended)))
{
    v1::FollowLogsRequest request;
    encode(order, &request);
    using Async = class v1::Logs::Stub::async;
    m_reactor->start(&Async::Follow, std::move(request));
}

LogReading::~LogReading()
{
    m_reactor->close();
}

void LogQueries::sources(QObject *context, const EntityId &target, ControlCalls::Reply<QList<LogSource>> done) const
{
    using Async = class v1::Logs::Stub::async;
    v1::LogSourcesRequest request;
    request.set_target(target.utf8().toStdString());
    const UnaryMethod<Async, v1::LogSourcesRequest, v1::LogSourcesReply> method = &Async::Sources;
    unary<v1::Logs, QList<LogSource>, v1::LogSourcesRequest, v1::LogSourcesReply>(
        m_channel, context, method, request, [](const v1::LogSourcesReply &reply) { return decode(reply); },
        std::move(done));
}

void LogQueries::events(QObject *context, const EventQuery &query, ControlCalls::Reply<EventAnswer> done) const
{
    using Async = class v1::Events::Stub::async;
    v1::ListEventsRequest request;
    encode(query, &request);
    const UnaryMethod<Async, v1::ListEventsRequest, v1::ListEventsReply> method = &Async::List;
    unary<v1::Events, EventAnswer, v1::ListEventsRequest, v1::ListEventsReply>(
        m_channel, context, method, request, [](const v1::ListEventsReply &reply) { return decode(reply); },
        std::move(done));
}

} // namespace graticule
