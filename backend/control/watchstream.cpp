// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/watchstream.h"

#include "backend/control/channelaccess.h"
#include "backend/control/deltacodec.h"
#include "backend/control/hop.h"
#include "backend/control/replymessage.h"
#include "backend/control/valuecodec.h"

#include <control.grpc.pb.h>
#include <grpcpp/grpcpp.h>

#include <mutex>

namespace graticule {
namespace v1 = control::v1;
namespace {
constexpr size_t kMostWaiting = 64; // messages; at most kMostBytesPerMessage each
}

class WatchStream::Reactor : public grpc::ClientReadReactor<v1::WatchReply>,
                             public std::enable_shared_from_this<Reactor>
{
public:
    Reactor(std::shared_ptr<ControlChannel> channel, QObject *receiver, Events events, Ended ended)
        : m_channel(std::move(channel))
        , m_hop(receiver)
        , m_events(std::move(events))
        , m_ended(std::move(ended))
        , m_stub(v1::Control::NewStub(m_channel->d().channel))
    {
    }

    void start(const WatchOrder &order)
    {
        m_self = shared_from_this(); // until OnDone
        prepare(m_context, m_channel->address(), Milliseconds(0));
        if (order.resumeFrom.number > 0)
            encode(order.resumeFrom, m_request.mutable_resume_from());
        m_request.set_at_ms(toMs(order.at));
        m_request.set_known_at_ms(toMs(order.knownAt));
        m_request.set_site_steps(true);
        m_stub->async()->Watch(&m_context, &m_request, this);
        StartRead(&*m_reply);
        StartCall();
    }

    /// In the receiver's thread.
    void close()
    {
        m_hop.close();
        m_context.TryCancel();
        bool held = false;
        {
            const std::scoped_lock lock(m_mutex);
            m_closed = true;
            m_waiting.clear();
            held = std::exchange(m_held, false);
        }
        if (held)
            RemoveHold();
    }

    void OnReadDone(bool ok) override
    {
        if (!ok)
            return;
        WatchEvent event;
        event.reset = m_reply->reset();
        event.complete = m_reply->complete();
        event.revision = decode(m_reply->revision());
        event.at = instantFromMs(m_reply->at_ms());
        event.heartbeat = Milliseconds(m_reply->heartbeat_ms());
        if (m_reply->has_past())
            event.past = decode(m_reply->past());
        if (event.reset)
            m_heard.clear();
        std::optional<FleetDelta> delta = decode(m_decoder, m_heard, m_reply->delta());
        m_reply = ReplyMessage();
        if (!delta) {
            m_isBroken = true;
            m_context.TryCancel(); // without a read under way the call ends
            return;
        }
        event.delta = *std::move(delta);
        bool readOn = true;
        bool post = false;
        {
            const std::scoped_lock lock(m_mutex);
            if (m_closed)
                return; // nobody would take it, nor end a hold: without a read under way the call ends
            m_waiting.push_back(std::move(event));
            post = !std::exchange(m_posted, true);
            if (m_waiting.size() >= kMostWaiting) {
                readOn = false;
                m_held = true;
                AddHold(); // the call must not end while we owe it a read
            }
        }
        if (post)
            m_hop.post([self = shared_from_this()] { self->hand(); });
        if (readOn)
            StartRead(&*m_reply);
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
                QStringLiteral("The keeper at %1 sent changes that do not fit what it sent before.")
                    .arg(m_channel->address().target),
                Milliseconds(0)};
    }
    /// In the receiver's thread: hands over all that waits.
    void hand()
    {
        std::vector<WatchEvent> events;
        bool resume = false;
        {
            const std::scoped_lock lock(m_mutex);
            events = std::move(m_waiting);
            m_waiting.clear();
            m_posted = false;
            resume = std::exchange(m_held, false);
        }
        if (resume) {
            StartRead(&*m_reply);
            RemoveHold();
        }
        const auto keep = shared_from_this(); // the receiver may destroy the stream
        m_events(std::move(events));
    }

    std::shared_ptr<ControlChannel> m_channel;
    Hop m_hop;
    Events m_events;
    Ended m_ended;
    std::unique_ptr<v1::Control::Stub> m_stub;
    grpc::ClientContext m_context;
    v1::WatchRequest m_request;
    ReplyMessage m_reply; ///< a fresh one for each: what a message held is let go at once
    EntityDecoder m_decoder;
    HeardSites m_heard;
    bool m_isBroken = false; ///< written before the call's end
    std::shared_ptr<Reactor> m_self;
    std::mutex m_mutex;
    std::vector<WatchEvent> m_waiting;
    bool m_posted = false;
    bool m_held = false;
    bool m_closed = false;
};

WatchStream::WatchStream(std::shared_ptr<ControlChannel> channel, const WatchOrder &order, QObject *receiver,
                         Events events, Ended ended)
    : m_reactor(std::make_shared<Reactor>(std::move(channel), receiver, std::move(events), std::move(ended)))
{
    m_reactor->start(order);
}

WatchStream::~WatchStream()
{
    m_reactor->close();
}

} // namespace graticule
