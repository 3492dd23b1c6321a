// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/recordwriter.h"

#include <QFile>

namespace graticule {
namespace {

constexpr Milliseconds kForgetEvery = std::chrono::hours(1);
constexpr Milliseconds kFarAhead =
    std::chrono::days(100); // of the last thing recorded: rather a wrong clock than a rest

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
    auto opened = openFile();
    if (!opened && opened.error().kind == ErrorKind::Malformed && !m_isAside) {
        setAside();
        opened = openFile();
    }
    return note(opened);
}

Result<Done> RecordWriter::openFile()
{
    auto file = HistoryFile::open(m_options.path);
    if (!file)
        return file.error();
    auto last = file.value()->last();
    if (!last)
        return last.error();
    // A clock that was set back while nobody watched does not turn history around; one that is far ahead does not make
    // it old.
    m_mayForget = last->until == kNever || m_from - last->until < kFarAhead;
    m_from = std::max(m_from, last->until);
    if (const auto begun = file.value()->beginRun(m_options.epoch, m_from); !begun)
        return begun;
    m_file = std::move(file).value();
    m_recording.emplace(std::move(last.value().tables), m_from);
    m_written = m_recording->mark();
    return Done();
}

/// A file that is no history any more is kept for whoever can mend it, and recording goes on in a new one.
void RecordWriter::setAside()
{
    m_isAside = true;
    QString kept = m_options.path + QStringLiteral(".damaged");
    for (int number = 2; QFile::exists(kept); ++number)
        kept = m_options.path + QStringLiteral(".damaged-%1").arg(number);
    for (const char *part : {"", "-wal", "-shm"})
        QFile::rename(m_options.path + QLatin1String(part), kept + QLatin1String(part));
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
    if (m_hasGap && !beginAnew()) {
        if (!snapshots.empty()) {
            m_merged += qint64(snapshots.size());
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
            m_unread = snapshots.back();
            m_hasGap = true;
        }
        return false;
    }
    m_steps.clear();
    m_written = m_recording->mark();
    m_recordedUntil = reached;
    // What follows only tidies up: it can wait for the next time.
    if (note(m_file->tidy(m_recording->tables())))
        forgetOld(reached);
    return true;
}

/// The disk takes something again: what was merged away meanwhile was, as far as the file knows, not watched.
bool RecordWriter::beginAnew()
{
    const Instant from = std::max(m_unread->at, m_recordedUntil);
    if (!note(m_file->endRun(m_written->end(), std::max(m_recordedUntil, m_from))) ||
        !note(m_file->beginRun(m_options.epoch, from)))
        return false;
    m_hasGap = false;
    m_from = from;
    m_recording.emplace(m_written->tables(), from);
    m_written = m_recording->mark();
    return true;
}

/// A wall clock that jumps ahead does not make history old: only time that has passed does.
void RecordWriter::forgetOld(Instant now)
{
    const auto passed = std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - m_begun);
    if (!m_mayForget || now - m_from > passed + kForgetEvery ||
        (m_forgotAt != kNever && now - m_forgotAt < kForgetEvery))
        return;
    m_forgotAt = now;
    note(m_file->forget(now - m_options.kept));
}

void RecordWriter::end(Instant at)
{
    if (!m_file)
        return;
    if (isWaiting()) // what could not be written was not recorded
        note(m_file->endRun(m_written->end(), std::max(m_recordedUntil, m_from)));
    else
        note(m_file->endRun(m_recording->mark().end(), std::max(at, m_recordedUntil)));
}

} // namespace graticule
