// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/history/historyfile.h"
#include "backend/history/recorder.h"

#include <optional>

namespace graticule {

/// What the Recorder's thread does: folds snapshots into steps, writes them, and tries again what could not be written.
class RecordWriter
{
public:
    RecordWriter(Recorder::Options options, Instant from);

    /// Adds @p snapshots and writes all that waits; watched until @p until. False: error() says why, try again later.
    bool write(const std::vector<SnapshotPtr> &snapshots, Instant until);
    /// Watching ends at @p at; no more writing.
    void end(Instant at);

    const Error &error() const { return m_error; }
    Instant recordedUntil() const { return m_recordedUntil; }
    qint64 merged() const { return m_merged; }
    qint64 moved() const { return m_recording ? m_recording->moved() : 0; }
    bool isWaiting() const { return !m_steps.empty() || m_unread; }

private:
    bool open();
    Result<Done> openFile();
    void setAside();
    bool beginAnew();
    bool note(const Result<Done> &result);
    void forgetOld(Instant now);

    /// Steps that wait for the disk; more are merged into one.
    static constexpr size_t kMostSteps = 600;

    Recorder::Options m_options;
    Instant m_from;
    std::unique_ptr<HistoryFile> m_file;
    std::optional<Recording> m_recording;
    std::optional<Recording::Mark> m_written; ///< as the disk has it
    std::vector<Recording::Step> m_steps;
    SnapshotPtr m_unread;   ///< taken while nothing could be written
    bool m_hasGap = false;  ///< what was before m_unread is merged away: that time counts as not watched
    bool m_isAside = false; ///< a damaged file was moved away, once
    bool m_mayForget = true;
    std::chrono::steady_clock::time_point m_begun = std::chrono::steady_clock::now();
    Error m_error;
    Instant m_recordedUntil = kNever;
    Instant m_forgotAt = kNever;
    qint64 m_merged = 0;
};

} // namespace graticule
