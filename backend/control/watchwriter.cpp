// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/watchwriter.h"

#include "backend/control/deltacodec.h"
#include "backend/control/pacetimer.h"
#include "backend/control/valuecodec.h"

#include <QThreadPool>

namespace graticule {

WatchWriter::WatchWriter(SnapshotHub &hub, const ServerOptions &options, const ServerFaults *faults, bool takesSteps,
                         std::function<void()> ended)
    : m_hub(hub)
    , m_faults(faults)
    , m_heartbeat(options.heartbeat)
    , m_pace(1000 / std::max(1, options.mostWatchRepliesPerSecond))
    , m_ended(std::move(ended))
    , m_paceTimer(std::make_unique<PaceTimer>())
    , m_beatTimer(std::make_unique<PaceTimer>())
    , m_told(takesSteps ? std::make_unique<ToldSites>() : nullptr)
{
}

WatchWriter::~WatchWriter() = default;

qint64 WatchWriter::nowMs() const
{
    const auto now = std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
    return toMs(now) + (m_faults ? m_faults->clockOffsetMs.load() : 0);
}

void WatchWriter::hold()
{
    m_self = shared_from_this(); // until OnDone
}

void WatchWriter::startPast(const SnapshotPtr &from, const SnapshotPtr &to, const PastNote &note)
{
    m_isPast = true;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_finished)
            return;
        m_sent = to;
    }
    sendDifference(from, to, from == nullptr, &note);
    beat();
}

void WatchWriter::start(const Revision &resumeFrom)
{
    if (resumeFrom.number > 0) {
        m_sent = m_hub.find(resumeFrom);
        m_needsReset = m_sent == nullptr;
    }
    // Tells the reader that nothing is new. Else the difference says so: what it has is not whole until that is in.
    if (m_sent && m_sent == m_hub.latest()) {
        ReplyMessage reply;
        reply->set_at_ms(nowMs());
        reply->set_heartbeat_ms(quint32(m_heartbeat.count()));
        reply->set_complete(true);
        encode(m_sent->revision, reply->mutable_revision());
        const std::scoped_lock lock(m_mutex);
        m_queue.push_back(std::move(reply));
        if (!frozen())
            writeNext();
    }
    m_subscription = m_hub.subscribe([this] { wake(); });
    beat();
    wake();
}

void WatchWriter::wake()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_finished)
            return;
        if (m_pumping || m_writing) {
            m_again = true;
            return;
        }
        m_pumping = true;
    }
    // Diffing and encoding is for the pool, not for the publisher's thread.
    QThreadPool::globalInstance()->start([self = shared_from_this()] { self->pump(); });
}

void WatchWriter::pump()
{
    SnapshotPtr newest;
    SnapshotPtr from;
    bool reset = false;
    {
        // With the mutex held: once the call has ended, hub and faults may be gone.
        const std::scoped_lock lock(m_mutex);
        m_again = false;
        newest = m_finished ? SnapshotPtr() : m_hub.latest();
        if (!newest || newest == m_sent || frozen()) {
            m_pumping = false;
            return; // a frozen server is woken by its heartbeat once it thaws
        }
        from = m_sent;
        reset = std::exchange(m_needsReset, false);
        m_sent = newest;
    }
    sendDifference(from, newest, reset);
    bool more = false;
    {
        const std::scoped_lock lock(m_mutex);
        m_pumping = false;
        more = takesUpMore();
    }
    if (more)
        pumpInAWhile();
}

/// With the mutex held: whether something new waits and nobody is at it; then the caller is.
bool WatchWriter::takesUpMore()
{
    if (m_finished || m_pumping || m_writing || !m_again)
        return false;
    m_again = false;
    m_pumping = true;
    return true;
}

void WatchWriter::pumpInAWhile()
{
    m_paceTimer->start(m_pace, [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            QThreadPool::globalInstance()->start([self] { self->pump(); });
    });
}

/// Each part goes out as soon as it is made: the first one of a large fleet must not wait for the last.
void WatchWriter::sendDifference(const SnapshotPtr &from, const SnapshotPtr &to, bool reset, const PastNote *note)
{
    static const FleetTables nothing;
    const FleetDelta delta = diff(from ? from->tables : nothing, to->tables);
    bool first = reset;
    if (reset && m_told)
        m_told->clear();
    const auto out = [&](ReplyMessage reply, bool last) {
        reply->set_reset(std::exchange(first, false));
        reply->set_heartbeat_ms(quint32(m_heartbeat.count()));
        if (last) {
            reply->set_complete(true);
            encode(to->revision, reply->mutable_revision());
            if (note)
                encode(*note, reply->mutable_past());
        }
        const std::scoped_lock lock(m_mutex);
        if (m_finished)
            return;
        reply->set_at_ms(nowMs());
        send(std::move(reply));
    };
    // Numbers are for sites that change: most of a whole fleet do not.
    encode(delta, out, reset ? nullptr : m_told.get());
}

/// With the mutex held.
void WatchWriter::send(ReplyMessage reply)
{
    if (m_finished)
        return;
    m_queue.push_back(std::move(reply));
    if (!m_writing)
        writeNext();
}

/// With the mutex held.
void WatchWriter::writeNext()
{
    m_writing = true;
    StartWrite(&*m_queue.front());
}

void WatchWriter::OnWriteDone(bool ok)
{
    bool more = false;
    {
        const std::scoped_lock lock(m_mutex);
        m_writing = false;
        m_queue.pop_front();
        if (m_finished)
            return;
        if (!ok) {
            m_finished = true;
        } else if (!m_queue.empty()) {
            writeNext();
            return;
        } else {
            more = takesUpMore();
        }
    }
    if (!ok) {
        Finish({grpc::StatusCode::UNAVAILABLE, "the reader is gone"});
        return;
    }
    if (more)
        pumpInAWhile();
}

void WatchWriter::beat()
{
    bool isNew = false;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_finished)
            return;
        isNew = !frozen() && !isPast() && m_hub.latest() != m_sent;
        // Also while a large difference is being made: that we work on it is a sign of life too.
        if (!frozen() && !m_writing && (m_pumping || !isNew)) {
            ReplyMessage reply;
            reply->set_at_ms(nowMs());
            reply->set_heartbeat_ms(quint32(m_heartbeat.count()));
            send(std::move(reply));
        }
    }
    if (isNew)
        wake();
    m_beatTimer->start(m_heartbeat, [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->beat();
    });
}

void WatchWriter::end(const std::string &why)
{
    refuse({grpc::StatusCode::UNAVAILABLE, why});
}

void WatchWriter::refuse(const grpc::Status &why)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (std::exchange(m_finished, true))
            return;
    }
    Finish(why);
}

void WatchWriter::OnCancel()
{
    end("cancelled");
}

void WatchWriter::OnDone()
{
    m_subscription.reset();
    m_paceTimer->cancel();
    m_beatTimer->cancel();
    m_ended();
    // Late timers and pool tasks hold shared pointers of their own.
    const auto keep = std::move(m_self);
}

} // namespace graticule
