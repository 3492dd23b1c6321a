// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/callerror.h"
#include "backend/control/channelaccess.h"
#include "backend/control/controlchannel.h"
#include "backend/control/hop.h"
#include "backend/control/readhold.h"

#include <grpcpp/grpcpp.h>
#include <grpcpp/support/client_callback.h>

// One stream as a client reads it part by part, inside of this folder.

namespace graticule {

/// Reads the next message when the part before was taken, so that who is slow makes the server wait and never grows.
/// Messages become parts in gRPC's threads, which are taken in the receiver's. Ends once, and lives until then.
template<class Service, class Request, class Reply, class Part>
class PacedRead : public grpc::ClientReadReactor<Reply>,
                  public std::enable_shared_from_this<PacedRead<Service, Request, Reply, Part>>
{
public:
    /// An error ends the call, which then ended of that.
    using Decode = std::function<Result<Part>(const Reply &reply)>;
    using Taken = std::function<void(const Part &part)>;
    /// An Error without text when the server ended it in order.
    using Ended = std::function<void(const Error &why)>;

    PacedRead(std::shared_ptr<ControlChannel> channel, QObject *receiver, Decode decode, Taken taken, Ended ended)
        : m_channel(std::move(channel))
        , m_hop(receiver)
        , m_decode(std::move(decode))
        , m_taken(std::move(taken))
        , m_ended(std::move(ended))
        , m_stub(Service::NewStub(m_channel->d().channel))
    {
    }

    template<class Method> void start(Method method, Request request)
    {
        m_self = this->shared_from_this(); // until OnDone
        m_request = std::move(request);
        prepare(m_context, m_channel->address(), Milliseconds(0));
        (m_stub->async()->*method)(&m_context, &m_request, this);
        this->StartRead(&m_reply);
        this->StartCall();
    }

    /// Nothing is called afterwards. In the receiver's thread.
    void close()
    {
        m_hop.close();
        m_context.TryCancel();
        if (m_hold.close())
            this->RemoveHold();
    }

    void OnReadDone(bool ok) override
    {
        if (!ok)
            return;
        Result<Part> part = m_decode(m_reply);
        if (!part) {
            m_broken = part.error();
            m_context.TryCancel(); // without a read under way the call ends
            return;
        }
        if (!m_hold.take([this] { this->AddHold(); })) // the call must not end while we owe it a read
            return;
        m_hop.post([self = this->shared_from_this(), part = std::move(part).value()] { self->hand(part); });
    }

    void OnDone(const grpc::Status &status) override
    {
        const Error why = m_broken ? *m_broken : status.ok() ? Error() : errorFrom(status, m_channel->address());
        m_hop.post([self = this->shared_from_this(), why] { self->m_ended(why); });
        m_self.reset();
    }

private:
    /// In the receiver's thread.
    void hand(const Part &part)
    {
        const auto keep = this->shared_from_this(); // the receiver may destroy the stream
        m_taken(part);
        if (!m_hold.giveBack())
            return; // closed meanwhile
        this->StartRead(&m_reply);
        this->RemoveHold();
    }

    std::shared_ptr<ControlChannel> m_channel;
    Hop m_hop;
    Decode m_decode;
    Taken m_taken;
    Ended m_ended;
    std::unique_ptr<typename Service::Stub> m_stub;
    grpc::ClientContext m_context;
    Request m_request;
    Reply m_reply;
    std::optional<Error> m_broken; ///< written before the call's end
    std::shared_ptr<PacedRead> m_self;
    ReadHold m_hold;
};

} // namespace graticule
