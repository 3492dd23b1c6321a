// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/tailstream.h"

#include "backend/control/channelaccess.h"
#include "backend/control/hop.h"
#include "backend/control/readhold.h"

#include <control.grpc.pb.h>
#include <grpcpp/grpcpp.h>

namespace graticule {
namespace v1 = control::v1;

class TailStream::Reactor : public grpc::ClientReadReactor<v1::TailReply>, public std::enable_shared_from_this<Reactor>
{
public:
    Reactor(std::shared_ptr<ControlChannel> channel, QObject *receiver, Taken taken, Ended ended)
        : m_channel(std::move(channel))
        , m_hop(receiver)
        , m_taken(std::move(taken))
        , m_ended(std::move(ended))
        , m_stub(v1::Control::NewStub(m_channel->d().channel))
    {
    }

    void start(const TailPlace &place)
    {
        m_self = shared_from_this(); // until OnDone
        prepare(m_context, m_channel->address(), Milliseconds(0));
        m_request.set_epoch(place.epoch);
        m_request.set_next(place.next);
        m_stub->async()->Tail(&m_context, &m_request, this);
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
        std::optional<SampleTail::Part> part = m_decoder.decode(m_reply);
        if (!part) {
            m_isBroken = true;
            m_context.TryCancel(); // without a read under way the call ends
            return;
        }
        const TailPlace reached{m_reply.epoch(), m_reply.next()};
        if (!m_hold.take([this] { AddHold(); })) // the call must not end while we owe it a read
            return;
        m_hop.post([self = shared_from_this(), part = *std::move(part), reached] { self->hand(part, reached); });
    }

    void OnDone(const grpc::Status &status) override
    {
        const Error why = m_isBroken ? malformed() : errorFrom(status, m_channel->address());
        m_hop.post([self = shared_from_this(), why] { self->m_ended(why); });
        m_self.reset();
    }

private:
    Error malformed() const
    {
        return {ErrorKind::Malformed, Fault::Endpoint,
                QStringLiteral("The keeper at %1 sent samples of series that it had not named.")
                    .arg(m_channel->address().target),
                Milliseconds(0)};
    }
    /// In the receiver's thread.
    void hand(const SampleTail::Part &part, const TailPlace &reached)
    {
        const auto keep = shared_from_this(); // the receiver may destroy the stream
        m_taken(part, reached);
        if (!m_hold.giveBack())
            return; // closed meanwhile
        StartRead(&m_reply);
        RemoveHold();
    }

    std::shared_ptr<ControlChannel> m_channel;
    Hop m_hop;
    Taken m_taken;
    Ended m_ended;
    std::unique_ptr<v1::Control::Stub> m_stub;
    grpc::ClientContext m_context;
    v1::TailRequest m_request;
    v1::TailReply m_reply;
    TailDecoder m_decoder;
    bool m_isBroken = false; ///< written before the call's end
    std::shared_ptr<Reactor> m_self;
    ReadHold m_hold;
};

TailStream::TailStream(std::shared_ptr<ControlChannel> channel, const TailPlace &place, QObject *receiver, Taken taken,
                       Ended ended)
    : m_reactor(std::make_shared<Reactor>(std::move(channel), receiver, std::move(taken), std::move(ended)))
{
    m_reactor->start(place);
}

TailStream::~TailStream()
{
    m_reactor->close();
}

} // namespace graticule
