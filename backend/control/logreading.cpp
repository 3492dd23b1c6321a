// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/logreading.h"

#include "backend/control/clientcalls.h"
#include "backend/control/logscodec.h"
#include "backend/control/readhold.h"

#include <events.grpc.pb.h>
#include <logs.grpc.pb.h>

namespace graticule {
namespace v1 = control::v1;

class LogReading::Reactor : public grpc::ClientReadReactor<v1::FollowLogsReply>,
                            public std::enable_shared_from_this<Reactor>
{
public:
    Reactor(std::shared_ptr<ControlChannel> channel, QObject *receiver, Taken taken, Ended ended)
        : m_channel(std::move(channel))
        , m_hop(receiver)
        , m_taken(std::move(taken))
        , m_ended(std::move(ended))
        , m_stub(v1::Logs::NewStub(m_channel->d().channel))
    {
    }

    void start(const LogOrder &order)
    {
        m_self = shared_from_this(); // until OnDone
        prepare(m_context, m_channel->address(), Milliseconds(0));
        encode(order, &m_request);
        m_stub->async()->Follow(&m_context, &m_request, this);
        StartRead(&m_reply);
        StartCall();
    }

    /// In the receiver's thread.
    void close()
    {
        m_hop.close();
        m_context.TryCancel();
        if (m_hold.close())
            RemoveHold();
    }

    void OnReadDone(bool ok) override
    {
        if (!ok)
            return;
        LogPart part = decode(m_reply);
        if (!m_hold.take([this] { AddHold(); })) // the call must not end while we owe it a read
            return;
        m_hop.post([self = shared_from_this(), part = std::move(part)] { self->hand(part); });
    }

    void OnDone(const grpc::Status &status) override
    {
        const Error why = status.ok() ? Error() : errorFrom(status, m_channel->address());
        m_hop.post([self = shared_from_this(), why] { self->m_ended(why); });
        m_self.reset();
    }

private:
    /// In the receiver's thread.
    void hand(const LogPart &part)
    {
        const auto keep = shared_from_this(); // the receiver may destroy the stream
        m_taken(part);
        if (!m_hold.giveBack())
            return; // closed meanwhile
        StartRead(&m_reply);
        RemoveHold();
    }

    std::shared_ptr<ControlChannel> m_channel;
    Hop m_hop;
    Taken m_taken;
    Ended m_ended;
    std::unique_ptr<v1::Logs::Stub> m_stub;
    grpc::ClientContext m_context;
    v1::FollowLogsRequest m_request;
    v1::FollowLogsReply m_reply;
    std::shared_ptr<Reactor> m_self;
    ReadHold m_hold;
};

LogReading::LogReading(std::shared_ptr<ControlChannel> channel, const LogOrder &order, QObject *receiver, Taken taken,
                       Ended ended)
    : m_reactor(std::make_shared<Reactor>(std::move(channel), receiver, std::move(taken), std::move(ended)))
{
    m_reactor->start(order);
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
