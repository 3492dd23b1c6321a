// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/incidentstream.h"

#include "backend/control/channelaccess.h"
#include "backend/control/hop.h"
#include "backend/control/readhold.h"
#include "backend/control/valuecodec.h"

#include <control.grpc.pb.h>
#include <grpcpp/grpcpp.h>

namespace graticule {
namespace v1 = control::v1;

class IncidentStream::Reactor : public grpc::ClientReadReactor<v1::ExportReply>,
                                public std::enable_shared_from_this<Reactor>
{
public:
    Reactor(std::shared_ptr<ControlChannel> channel, QObject *receiver, Taken taken, Ended ended)
        : m_channel(std::move(channel))
        , m_hop(receiver)
        , m_taken(std::move(taken))
        , m_ended(std::move(ended))
        , m_stub(v1::History::NewStub(m_channel->d().channel))
    {
    }

    void start(const IncidentOrder &order)
    {
        m_self = shared_from_this(); // until OnDone
        prepare(m_context, m_channel->address(), Milliseconds(0));
        encode(order.span, m_request.mutable_span());
        for (const QString &site : order.sites)
            m_request.add_sites(site.toStdString());
        for (const QString &service : order.services)
            m_request.add_services(service.toStdString());
        m_stub->async()->Export(&m_context, &m_request, this);
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
        IncidentPart part;
        part.data = QByteArray(m_reply.data().data(), qsizetype(m_reply.data().size()));
        part.permille = int(std::min<quint32>(m_reply.permille(), 1000));
        part.step = QString::fromStdString(m_reply.step());
        part.expected = m_reply.expected();
        part.finished = m_reply.finished();
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
    void hand(const IncidentPart &part)
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
    std::unique_ptr<v1::History::Stub> m_stub;
    grpc::ClientContext m_context;
    v1::ExportRequest m_request;
    v1::ExportReply m_reply;
    std::shared_ptr<Reactor> m_self;
    ReadHold m_hold;
};

IncidentStream::IncidentStream(std::shared_ptr<ControlChannel> channel, const IncidentOrder &order, QObject *receiver,
                               Taken taken, Ended ended)
    : m_reactor(std::make_shared<Reactor>(std::move(channel), receiver, std::move(taken), std::move(ended)))
{
    m_reactor->start(order);
}

IncidentStream::~IncidentStream()
{
    m_reactor->close();
}

} // namespace graticule
