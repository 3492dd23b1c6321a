// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace graticule {

/// How recording goes.
struct RecorderState
{
    Error error;                    ///< why nothing is written just now; text empty: it is
    Instant recordedUntil = kNever; ///< what was published until then is on the disk
    qint64 merged = 0; ///< snapshots that were not told apart, because writing did not keep up or was not possible
    qint64 moved = 0;  ///< changes whose moment was held, because the clock had been set back

    friend bool operator==(const RecorderState &, const RecorderState &) = default;
};

/// Writes all that is published into the history file, in a thread of its own, once a second: a crash loses at most
/// that second, and the hole is known. What cannot be written (disk full, file held) is tried again; meanwhile changes
/// are merged, counted and said, never silently lost. Calls come from one thread, in which the signal is sent.
class Recorder : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString path;
        quint64 epoch = 0;
        Milliseconds flushEvery{1000};
        Milliseconds retryEvery{2000};
        Milliseconds kept{std::chrono::days(400)}; ///< what ended before is forgotten
    };

    explicit Recorder(Options options, QObject *parent = nullptr);
    /// Writes what was taken, and that watching ends now.
    ~Recorder() override;

    /// The keeper watches from @p from on.
    void start(Instant from);
    void take(const SnapshotPtr &snapshot);
    /// Nothing may have changed, but it was watched until @p now.
    void alive(Instant now);
    /// As of the last writing.
    RecorderState state() const;

Q_SIGNALS:
    void stateChanged(const graticule::RecorderState &state);

private:
    void run(Instant from);
    void report(const RecorderState &state);

    /// So many snapshots wait at most; the newest one takes the place of the last.
    static constexpr size_t kMostPending = 256;

    const Options m_options;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<SnapshotPtr> m_pending;
    Instant m_alive = kNever;
    bool m_isEnding = false;
    RecorderState m_state;
    qint64 m_merged = 0;
    std::thread m_thread;
};

} // namespace graticule
