// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/recorder.h"

#include "backend/history/recordwriter.h"

namespace graticule {

Recorder::Recorder(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
}

Recorder::~Recorder()
{
    if (!m_thread.joinable())
        return;
    {
        const std::scoped_lock lock(m_mutex);
        m_isEnding = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void Recorder::start(Instant from)
{
    m_alive = from;
    m_thread = std::thread([this, from] { run(from); });
}

void Recorder::take(const SnapshotPtr &snapshot)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_alive = std::max(m_alive, snapshot->at);
        if (m_pending.size() >= kMostPending) {
            m_pending.back() = snapshot;
            ++m_merged;
            return;
        }
        m_pending.push_back(snapshot);
        if (m_pending.size() > 1)
            return; // it knows
    }
    m_wake.notify_all();
}

void Recorder::alive(Instant now)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_alive = std::max(m_alive, now);
    }
    m_wake.notify_all();
}

RecorderState Recorder::state() const
{
    const std::scoped_lock lock(m_mutex);
    return m_state;
}

void Recorder::run(Instant from)
{
    using Steady = std::chrono::steady_clock;
    RecordWriter writer(m_options, from);
    auto next = Steady::now(); // the earliest moment of the next writing
    Instant reached = kNever;
    std::unique_lock lock(m_mutex);
    const auto hasWork = [&] { return m_isEnding || !m_pending.empty() || m_alive > reached || writer.isWaiting(); };
    for (;;) {
        m_wake.wait(lock, hasWork);
        m_wake.wait_until(lock, next, [&] { return m_isEnding; });
        const std::vector<SnapshotPtr> snapshots = std::exchange(m_pending, {});
        const Instant until = m_alive;
        const bool isEnding = m_isEnding;
        const qint64 merged = m_merged;
        lock.unlock();

        const bool isWritten = writer.write(snapshots, until);
        if (isEnding)
            writer.end(until);
        reached = until;
        report({writer.error(), writer.recordedUntil(), merged + writer.merged(), writer.moved()});
        next = Steady::now() + (isWritten ? m_options.flushEvery : m_options.retryEvery);
        lock.lock();
        if (isEnding)
            return;
        // What could not be written is tried again though nothing new comes.
        if (!isWritten)
            reached = kNever;
    }
}

/// In the writer's thread.
void Recorder::report(const RecorderState &state)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_state == state)
            return;
        m_state = state;
    }
    QMetaObject::invokeMethod(
        this, [this, state] { Q_EMIT stateChanged(state); }, Qt::QueuedConnection);
}

} // namespace graticule
