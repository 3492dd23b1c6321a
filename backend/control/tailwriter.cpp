// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/tailwriter.h"

#include "backend/control/access.h"
#include "backend/control/pacetimer.h"

namespace graticule {

TailWriter::TailWriter(std::shared_ptr<ServiceState> state, const SampleTail &tail, quint64 epoch)
    : m_state(std::move(state))
    , m_tail(tail)
    , m_epoch(epoch)
    , m_timer(std::make_unique<PaceTimer>())
{
}

TailWriter::~TailWriter() = default;

void TailWriter::start(const Shown &shown, const TailPlace &place)
{
    m_self = shared_from_this(); // until OnDone
    if (place.epoch != 0)
        m_next = place.epoch == m_epoch ? std::max<quint64>(place.next, 1) : 1;
    const grpc::Status allowed = m_state->add(m_self, shown, Permission::View);
    if (allowed.ok())
        pump();
    else
        finish(allowed);
}

void TailWriter::pump()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_isFinished || m_isWriting)
            return;
        SampleTail::Part part;
        if (!m_state->frozen())
            part = m_tail.read(m_next, kMostAtOnce);
        if (!m_state->frozen() && (!part.samples.isEmpty() || part.lost > 0 || !m_hasWritten)) {
            m_reply.Clear();
            m_reply.set_epoch(m_epoch);
            m_encoder.encode(part, &m_reply);
            m_next = part.next;
            m_hasMore = part.samples.size() == kMostAtOnce;
            m_hasWritten = m_isWriting = true;
            StartWrite(&m_reply);
            return;
        }
    }
    pumpLater();
}

void TailWriter::pumpLater()
{
    m_timer->start(kPace, [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->pump();
    });
}

void TailWriter::OnWriteDone(bool ok)
{
    bool isFull = false;
    bool hasMore = false;
    {
        const std::scoped_lock lock(m_mutex);
        m_isWriting = false;
        isFull = m_encoder.isFull();
        hasMore = m_hasMore;
    }
    if (!ok)
        finish(grpc::Status::CANCELLED);
    else if (isFull)
        finish({grpc::StatusCode::UNAVAILABLE, "one call has named all series that it may; ask again"});
    else if (hasMore)
        pump();
    else
        pumpLater();
}

void TailWriter::finish(const grpc::Status &status)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (std::exchange(m_isFinished, true))
            return;
    }
    m_timer->cancel();
    Finish(status);
}

void TailWriter::OnDone()
{
    m_timer->cancel();
    m_state->remove(this);
    const auto keep = std::move(m_self);
}

} // namespace graticule
