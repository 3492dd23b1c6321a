// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/recordwriter.h"

namespace graticule {
namespace {

constexpr Milliseconds kForgetEvery = std::chrono::hours(1);

} // namespace

RecordWriter::RecordWriter(Recorder::Options options, Instant from)
    : m_options(std::move(options))
    , m_from(from)
{
}

bool RecordWriter::note(const Result<Done> &result)
{
    m_error = result ? Error() : result.error();
    return bool(result);
}

/// What was recorded before is read once; from there on only what differs is written.
bool RecordWriter::open()
{
    if (m_recording)
        return true;
    auto file = HistoryFile::open(m_options.path);
    if (!file)
        return note(file.error());
    auto last = file.value()->last();
    if (!last)
        return note(last.error());
    // A clock that was set back while nobody watched does not turn history around.
    m_from = std::max(m_from, last->until);
    if (!note(file.value()->beginRun(m_options.epoch, m_from)))
        return false;
    m_file = std::move(file).value();
    m_recording.emplace(std::move(last.value().tables), m_from);
    m_written = m_recording;
    return true;
}

bool RecordWriter::write(const std::vector<SnapshotPtr> &snapshots, Instant until)
{
    if (!open()) {
        if (!snapshots.empty()) {
            m_merged += qint64(snapshots.size()) - (m_unread ? 0 : 1);
            m_unread = snapshots.back();
        }
        return false;
    }
    if (m_unread)
        m_steps.push_back(m_recording->take(std::exchange(m_unread, nullptr)));
    for (const SnapshotPtr &snapshot : snapshots)
        m_steps.push_back(m_recording->take(snapshot));
    const Instant reached = std::max({m_recording->at(), until, m_from});
    if (!note(m_file->write(m_steps, reached))) {
        if (m_steps.size() > kMostSteps && !snapshots.empty()) {
            m_merged += qint64(m_steps.size()) - 1;
            m_steps.clear();
            m_recording = m_written;
            m_unread = snapshots.back();
        }
        return false;
    }
    m_steps.clear();
    m_written = m_recording;
    m_recordedUntil = reached;
    // What follows only tidies up: it can wait for the next time.
    note(m_file->tidy(m_recording->tables()));
    forgetOld(reached);
    return true;
}

void RecordWriter::forgetOld(Instant now)
{
    if (m_forgotAt != kNever && now - m_forgotAt < kForgetEvery)
        return;
    m_forgotAt = now;
    note(m_file->forget(now - m_options.kept));
}

void RecordWriter::end(Instant at)
{
    if (m_file && m_recording)
        note(m_file->endRun(m_recording->end(), std::max(at, m_recordedUntil)));
}

} // namespace graticule
