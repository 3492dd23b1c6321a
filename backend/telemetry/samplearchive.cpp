// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/samplearchive.h"

#include "backend/telemetry/samplekeys.h"
#include "backend/telemetry/transaction.h"

#include <cmath>

namespace graticule {
namespace {

constexpr Milliseconds kIdleFlush{30'000};         ///< the end of the run is noted so often when nothing comes
constexpr Milliseconds kTidy{600'000};             ///< old rows are looked for so often
constexpr Milliseconds kIdleSeries{2 * 3'600'000}; ///< without samples so long a series leaves the memory
constexpr qint64 kSlack = 8 << 20;                 ///< bytes beyond twice the limit until samples are shed
constexpr qint64 kMeasureAfter = 500'000;          ///< samples

qint64 hourOf(Instant at)
{
    return toMs(at) / SampleKeys::kHour;
}

} // namespace

SampleArchive::SampleArchive(QString path, const SampleLimits &limits, SampleHead &head)
    : m_path(std::move(path))
    , m_limits(limits)
    , m_head(head)
    , m_mender(m_path)
{
}

SampleArchive::~SampleArchive() = default;

QStringList SampleArchive::takeNotes()
{
    return std::exchange(m_notes, {});
}

void SampleArchive::note(const QString &sentence)
{
    m_notes.append(sentence);
}

void SampleArchive::take(const QList<Sample> &samples, Instant now)
{
    const auto held = m_head.lock();
    for (const Sample &sample : samples)
        takeOne(sample, now);
    m_takenSinceMeasured += samples.size();
    if (m_takenSinceMeasured >= kMeasureAfter) {
        m_takenSinceMeasured = 0;
        m_memory = m_head.memory();
    }
}

void SampleArchive::takeOne(const Sample &sample, Instant now)
{
    const qint64 ms = toMs(sample.at);
    if (!std::isfinite(sample.value)) {
        ++m_counts.notNumber;
        return;
    }
    if (ms < SampleKeys::kFirstMs || sample.at < now - m_limits.late) {
        ++m_counts.tooOld;
        return;
    }
    if (ms > SampleKeys::kLastMs || sample.at > now + m_limits.future) {
        ++m_counts.tooNew;
        return;
    }
    const bool isFull = m_memory.all > 2 * m_limits.memory + kSlack || m_unsaved.bytes() > m_limits.unsaved;
    SeriesHead *series = isFull ? nullptr : m_head.find(sample.entity, sample.metric);
    if (!series && !isFull)
        series = adopt(sample);
    const qint64 hour = ms / SampleKeys::kHour;
    SlotBuffer *slot = series ? series->find(hour) : nullptr;
    if (series && !slot)
        slot = openHour(*series, hour);
    ChunkTable *table = m_parts ? &m_parts->sealer->log() : nullptr;
    SampleLog::Row *log =
        slot && !m_path.isEmpty() ? m_unsaved.row(SampleKeys::shardOf(series->id), hour, table) : nullptr;
    if (!slot || (!log && !m_path.isEmpty())) {
        ++m_counts.noRoom;
        return;
    }
    switch (slot->add({ms, sample.value})) {
    case SlotBuffer::Added::Duplicate:
        ++m_counts.duplicate;
        return;
    case SlotBuffer::Added::Full:
        ++m_counts.noRoom;
        m_mustSeal = true; // before its time
        return;
    case SlotBuffer::Added::OutOfOrder:
        ++m_counts.outOfOrder;
        break;
    case SlotBuffer::Added::InOrder:
        m_counts.outOfOrder += ms < series->newestMs;
        break;
    }
    ++m_counts.stored;
    series->newestMs = std::max(series->newestMs, ms);
    if (log)
        m_unsaved.add(*log, {series->id, {ms, sample.value}});
}

/// A series that is not in memory; null when there is no room for it.
SeriesHead *SampleArchive::adopt(const Sample &sample)
{
    if (m_head.seriesCount() >= m_limits.series || m_isStuck)
        return nullptr;
    if (m_path.isEmpty())
        return &m_head.add(sample.entity, sample.metric, ++m_lastId);
    if (!m_parts)
        return nullptr;
    SeriesBook &book = *m_parts->book;
    std::optional<quint32> id = book.find(sample.entity, sample.metric);
    if (!id && m_parts->database.trouble() == DatabaseTrouble::None)
        id = book.add(sample.entity, sample.metric);
    if (!id) {
        m_isStuck = true; // until the next flush; not a wait for each sample
        return nullptr;
    }
    return &m_head.add(sample.entity, sample.metric, *id);
}

SlotBuffer *SampleArchive::openHour(SeriesHead &series, qint64 hour)
{
    const quint32 shard = SampleKeys::shardOf(series.id);
    if (!m_head.part(shard, hour)) {
        const std::optional<int> part = m_isStuck ? std::nullopt : partOnDisk(shard, hour);
        if (!part) {
            m_isStuck = true;
            return nullptr;
        }
        m_head.setPart(shard, hour, *part);
    }
    return &m_head.open(series, hour);
}

/// How many parts of an hour are sealed; nothing when that cannot be read.
std::optional<int> SampleArchive::partOnDisk(quint32 shard, qint64 hour)
{
    if (m_path.isEmpty())
        return 0;
    if (!m_parts)
        return {};
    const qint64 last = m_parts->sealer->lists().lastUpTo(SampleKeys::list(shard, hour + 1, 0) - 1);
    if (m_parts->database.trouble() != DatabaseTrouble::None)
        return {};
    return last < SampleKeys::list(shard, hour, 0)
               ? 0
               : std::min(SampleKeys::listPartOf(last) + 1, SampleKeys::kMostParts - 1);
}

bool SampleArchive::flush(Instant now)
{
    m_isStuck = false;
    if (m_path.isEmpty())
        return true;
    if (!m_parts)
        return false;
    const bool isIdle = m_unsaved.isEmpty() && !m_parts->book->hasUnsaved();
    if (isIdle && m_error.text.isEmpty() && now >= m_flushedAt && now - m_flushedAt < kIdleFlush)
        return true;
    Transaction transaction(m_parts->database);
    if (!transaction.isOpen() || !writeLog(now) || !transaction.commit())
        return failed();
    m_unsaved.saved();
    m_parts->book->saved();
    m_flushedAt = now;
    m_error = {};
    return true;
}

bool SampleArchive::writeLog(Instant now)
{
    return m_parts->book->save() && m_unsaved.write(m_parts->sealer->log()) &&
           m_parts->ended->bind(toMs(now)).bind(m_parts->run).run();
}

/// Notes what the database has. Always false.
bool SampleArchive::failed()
{
    m_error = m_parts->database.error();
    m_isRecovering = m_parts->database.trouble() == DatabaseTrouble::Damaged;
    return false;
}

bool SampleArchive::maintain(Instant now)
{
    if (m_path.isEmpty()) {
        forgetOldMemory(now);
        return false;
    }
    if (m_isRecovering || !m_mender.error().text.isEmpty())
        recover(now);
    if (!m_parts || !m_error.text.isEmpty())
        return false; // the next flush tries again
    if (sealDue(now))
        return true;
    if (!m_error.text.isEmpty())
        return false;
    if (m_parts->roller->step(m_head, toMs(now - m_limits.grace) / SampleKeys::kDay))
        return true;
    if (now < m_tidiedAt || now - m_tidiedAt >= kTidy) {
        m_tidiedAt = now;
        m_parts->retention->begin();
        forgetIdle(now);
    }
    if (m_parts->retention->step(now))
        return true;
    if (m_parts->database.trouble() == DatabaseTrouble::Damaged)
        failed();
    return false;
}

/// Seals one shard: because hours of it are over, or the memory is.
bool SampleArchive::sealDue(Instant now)
{
    const qint64 over = hourOf(now - m_limits.grace) - 1;
    const std::vector<quint32> shards = m_head.shards();
    for (const quint32 shard : shards) {
        const auto until = m_sealedUntil.find(shard);
        if (until != m_sealedUntil.end() && until->second >= over && until->second <= over + 1)
            continue; // late ones wait for the next hour
        const std::vector<qint64> hours = m_head.hours(shard);
        const bool isDue = !hours.empty() && hours.front() <= over;
        if (isDue)
            return seal(shard, over, over);
        m_sealedUntil[shard] = over;
    }
    if (!isMemoryFull() && !std::exchange(m_mustSeal, false))
        return false;
    const auto weight = [this](quint32 shard) {
        const SampleHead::Memory memory = m_head.memory(shard);
        return std::pair(memory.compressed, memory.all);
    };
    const auto largest =
        std::max_element(shards.cbegin(), shards.cend(), [&](quint32 a, quint32 b) { return weight(a) < weight(b); });
    if (largest == shards.cend() || m_head.hours(*largest).empty())
        return false;
    return seal(*largest, m_head.hours(*largest).back(), over);
}

/// Rows of a few samples would cost more than they save, so many series have more room.
bool SampleArchive::isMemoryFull() const
{
    const qint64 most = std::max<qint64>(m_limits.compressed, m_limits.compressedEach * m_head.seriesCount());
    return m_memory.all > m_limits.memory || m_memory.compressed > most;
}

bool SampleArchive::seal(quint32 shard, qint64 lastHour, qint64 over)
{
    std::vector<qint64> hours = m_head.hours(shard);
    std::erase_if(hours, [&](qint64 hour) { return hour > lastHour; });
    const SampleCounts before = m_counts;
    Transaction transaction(m_parts->database);
    const bool isDone =
        transaction.isOpen() && m_parts->book->save() &&
        std::all_of(hours.cbegin(), hours.cend(), [&](qint64 hour) { return m_parts->sealer->seal(shard, hour); }) &&
        transaction.commit();
    if (!isDone) {
        m_counts = before;
        return failed();
    }
    m_parts->book->saved();
    m_sealedUntil[shard] = std::min(lastHour, over);
    const auto held = m_head.lock();
    for (const auto &[id, series] : m_head.series(shard))
        series->sealedMs = series->newestMs;
    for (const qint64 hour : hours) {
        m_head.setPart(shard, hour, std::min(*m_head.part(shard, hour) + 1, SampleKeys::kMostParts - 1));
        m_head.drop(shard, hour);
        m_unsaved.drop(shard, hour);
    }
    m_memory = m_head.memory();
    return true;
}

void SampleArchive::forgetIdle(Instant now)
{
    std::vector<quint32> idle;
    {
        const auto held = m_head.lock();
        idle = m_head.forgetIdle(toMs(now - kIdleSeries));
    }
    if (!idle.empty())
        m_parts->book->setLast(idle, hourOf(now));
}

void SampleArchive::forgetOldMemory(Instant now)
{
    const qint64 over = hourOf(now) - 2;
    const auto held = m_head.lock();
    for (const quint32 shard : m_head.shards()) {
        for (const qint64 hour : m_head.hours(shard)) {
            if (hour <= over)
                m_head.drop(shard, hour);
        }
    }
    m_head.forgetIdle(toMs(now - kIdleSeries));
    m_memory = m_head.memory();
}

} // namespace graticule
