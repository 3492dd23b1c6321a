// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/samplearchive.h"
#include "backend/telemetry/samplestatus.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <thread>

namespace graticule {

/// The thread that writes the sample store: takes what others append from a bounded queue, puts it on disk each second,
/// seals and tidies in between. Its methods may be called from any thread and never wait for the disk, but for those
/// that say so.
class SampleWriter
{
public:
    using Now = std::function<Instant()>;
    static constexpr Milliseconds kFlush{1000};

    /// @p now is called in the writer's thread. @p head outlives this. Opens the store in that thread.
    SampleWriter(const QString &path, const SampleLimits &limits, SampleHead &head, Now now);
    /// Writes what was appended, ends the run in order; waits for the disk.
    ~SampleWriter();
    Q_DISABLE_COPY_MOVE(SampleWriter)

    /// Beyond the queue's limit samples are shed and counted.
    void append(const QList<Sample> &samples);
    /// Waits until all that was appended before is on disk; false: it is not, status() says why.
    bool sync();
    SampleStatus status() const;

private:
    void run();
    bool takeQueue();
    void publish();

    SampleArchive m_archive; ///< of the thread
    Now m_now;
    qint64 m_mostQueued;

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_synced;
    std::deque<QList<Sample>> m_queue;
    qint64 m_queued = 0;
    qint64 m_shed = 0;
    qint64 m_syncsAsked = 0;
    qint64 m_syncsDone = 0;
    bool m_isSynced = false; ///< how the last went
    bool m_isEnding = false;
    SampleStatus m_status;
    std::thread m_thread; ///< last: it uses what is above
};

} // namespace graticule
