// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/samplewriter.h"

namespace graticule {
namespace {

constexpr qsizetype kMostNotes = 20;

} // namespace

SampleWriter::SampleWriter(const QString &path, const SampleLimits &limits, SampleHead &head, Now now)
    : m_archive(path, limits, head)
    , m_now(std::move(now))
    , m_mostQueued(limits.queue)
    , m_thread([this] { run(); })
{
}

SampleWriter::~SampleWriter()
{
    {
        const std::lock_guard held(m_mutex);
        m_isEnding = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void SampleWriter::append(const QList<Sample> &samples)
{
    if (samples.isEmpty())
        return;
    bool wasEmpty = false;
    {
        const std::lock_guard held(m_mutex);
        const qint64 room = m_mostQueued - m_queued;
        const qint64 fits = std::clamp<qint64>(room, 0, samples.size());
        m_shed += samples.size() - fits;
        if (fits == 0)
            return;
        wasEmpty = m_queue.empty();
        m_queue.push_back(fits == samples.size() ? samples : samples.mid(0, fits));
        m_queued += fits;
    }
    if (wasEmpty)
        m_wake.notify_one();
}

bool SampleWriter::sync()
{
    std::unique_lock held(m_mutex);
    const qint64 ticket = ++m_syncsAsked;
    m_wake.notify_one();
    m_synced.wait(held, [&] { return m_syncsDone >= ticket; });
    return m_isSynced;
}

SampleStatus SampleWriter::status() const
{
    const std::lock_guard held(m_mutex);
    SampleStatus status = m_status;
    status.counts.queueFull += m_shed;
    status.unsaved += m_queued;
    return status;
}

/// True when something came.
bool SampleWriter::takeQueue()
{
    std::deque<QList<Sample>> batch;
    {
        const std::lock_guard held(m_mutex);
        std::swap(batch, m_queue);
        m_queued = 0;
    }
    const Instant now = m_now();
    for (const QList<Sample> &samples : batch)
        m_archive.take(samples, now);
    return !batch.empty();
}

void SampleWriter::publish()
{
    QStringList notes = m_archive.takeNotes();
    const std::lock_guard held(m_mutex);
    m_status.counts = m_archive.counts();
    m_status.error = m_archive.error();
    m_status.unsaved = m_archive.unsaved();
    m_status.isOpen = m_archive.isOpen();
    m_status.notes += notes;
    m_status.notes = m_status.notes.mid(std::max<qsizetype>(0, m_status.notes.size() - kMostNotes));
}

void SampleWriter::run()
{
    using Steady = std::chrono::steady_clock;
    auto due = Steady::now(); // of the next flush: at once, which opens the store
    bool hasMore = false;
    while (true) {
        qint64 asked = 0;
        bool isEnding = false;
        {
            std::unique_lock held(m_mutex);
            m_wake.wait_until(held, hasMore ? Steady::now() : due, [&] {
                return m_isEnding || m_syncsAsked > m_syncsDone || (!m_queue.empty() && m_status.isOpen);
            });
            asked = m_syncsAsked;
            isEnding = m_isEnding;
        }
        const bool isOpen = m_archive.isOpen();
        if (isOpen)
            takeQueue();
        const bool mustSync = asked > m_syncsDone; // changed by this thread only
        if (mustSync || isEnding || Steady::now() >= due) {
            const bool isFlushed =
                (isOpen || (m_archive.open(m_now()) && (takeQueue(), true))) && m_archive.flush(m_now());
            due = Steady::now() + kFlush;
            publish();
            const std::lock_guard held(m_mutex);
            m_syncsDone = asked;
            m_isSynced = isFlushed;
            m_synced.notify_all();
        }
        if (isEnding)
            break;
        hasMore = m_archive.isOpen() && m_archive.maintain(m_now());
    }
    m_archive.close(m_now());
}

} // namespace graticule
