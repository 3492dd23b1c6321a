// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/samplearchive.h"

#include "backend/telemetry/samplekeys.h"
#include "backend/telemetry/sampleschema.h"
#include "backend/telemetry/transaction.h"

// How SampleArchive opens its file and takes back what the last run left, mends it, and closes it.

namespace graticule {

bool SampleArchive::open(Instant now)
{
    if (isOpen())
        return true;
    auto parts = std::make_unique<Parts>();
    bool isOpened = openParts(*parts);
    if (!isOpened && parts->database.trouble() == DatabaseTrouble::Damaged && m_mender.isDue(now)) {
        m_error = parts->database.error();
        parts = std::make_unique<Parts>();
        if (!mend(now))
            return false;
        isOpened = openParts(*parts);
    }
    if (!isOpened) {
        m_error = parts->database.error();
        return false;
    }
    m_parts = std::move(parts);
    if (!beginRun(now) || !replay()) {
        failed();
        m_parts.reset();
        return false;
    }
    m_mender.forget();
    m_error = {};
    return true;
}

bool SampleArchive::openParts(Parts &parts)
{
    Database &database = parts.database;
    if (!database.open(m_path, Database::Mode::ReadWrite) || !database.makeDurable() ||
        !SampleSchema::prepare(database) || !SampleSchema::check(database))
        return false;
    parts.book.emplace(database);
    const qint64 repaired = parts.book->repair();
    if (repaired < 0)
        return false;
    if (repaired > 0) {
        m_counts.damaged += repaired;
        note(QStringLiteral("Names of series in %1 were damaged; what could be repaired was.").arg(m_path));
    }
    parts.sealer.emplace(database, m_head, m_counts);
    parts.roller.emplace(database, *parts.sealer, m_counts);
    parts.retention.emplace(database, *parts.sealer, *parts.book, m_limits);
    parts.ended.emplace(database, "UPDATE run SET ended=max(ended, ?) WHERE id=?");
    return true;
}

/// Notes when this run begins, and says what the one before may have lost.
bool SampleArchive::beginRun(Instant now)
{
    Database &database = m_parts->database;
    Statement last(database, "SELECT ended, orderly FROM run ORDER BY id DESC LIMIT 1");
    if (last.next() && last.number(1) == 0)
        note(QStringLiteral("The keeper did not end in order: samples that came after %1 were lost, one second of them "
                            "at most.")
                 .arg(toIso(instantFromMs(last.number(0)))));
    last.reset();
    Statement begin(database, "INSERT INTO run(begun, ended, orderly) VALUES(?, ?, 0)");
    if (database.trouble() != DatabaseTrouble::None || !begin.bind(toMs(now)).bind(toMs(now)).run())
        return false;
    m_parts->run = database.number("SELECT last_insert_rowid()");
    m_flushedAt = now;
    return true;
}

/// Takes back what the log has: what was not sealed.
bool SampleArchive::replay()
{
    const auto held = m_head.lock();
    qint64 damaged = 0;
    std::map<quint32, bool> isNamed; // series
    m_parts->sealer->log().read(0, std::numeric_limits<qint64>::max(), [&](const ChunkTable::Row &row) {
        const auto entries = SampleLog::decode(row.bytes);
        if (!entries || entries->empty()) {
            ++damaged;
            return;
        }
        for (const SampleLog::Entry &entry : *entries) {
            SeriesHead *series = m_head.find(entry.series);
            if (!series) {
                const auto named = m_parts->book->find(entry.series);
                if (!named) {
                    damaged += isNamed.emplace(entry.series, false).second;
                    continue;
                }
                series = &m_head.add(named->entity, named->metric, named->id);
            }
            const qint64 hour = entry.point.ms / SampleKeys::kHour;
            SlotBuffer *slot = series->find(hour);
            if (!slot)
                slot = openHour(*series, hour);
            if (slot)
                slot->add(entry.point);
            series->newestMs = std::max(series->newestMs, entry.point.ms);
        }
    });
    m_counts.damaged += damaged;
    if (damaged > 0)
        note(QStringLiteral("%1 rows of the log in %2 were damaged; their samples are lost.").arg(damaged).arg(m_path));
    const DatabaseTrouble trouble = m_parts->database.trouble();
    return trouble == DatabaseTrouble::None || trouble == DatabaseTrouble::Damaged;
}

/// The store is damaged under our hands: goes on with what is sound of it, or as well as it goes until that is tried
/// again.
void SampleArchive::recover(Instant now)
{
    m_isRecovering = false;
    if (!m_mender.isDue(now))
        return;
    m_parts.reset();
    m_unsaved.forgetTable();
    mend(now);
    auto parts = std::make_unique<Parts>();
    if (!openParts(*parts)) {
        m_error = parts->database.error();
        return;
    }
    m_parts = std::move(parts);
    Statement begin(m_parts->database, "INSERT INTO run(begun, ended, orderly) VALUES(?, ?, 0)");
    begin.bind(toMs(now)).bind(toMs(now)).run();
    m_parts->run = m_parts->database.number("SELECT last_insert_rowid()");
    for (const quint32 shard : m_head.shards()) {
        for (const auto &[id, series] : m_head.series(shard))
            m_parts->book->keep({id, series->entity, series->metric});
    }
    m_error = {};
}

/// False: it could not be, and is as it was.
bool SampleArchive::mend(Instant now)
{
    const bool isMended = m_mender.mend(now);
    m_head.renewGeneration(); // failed or not: readers may have opened what is no more
    m_counts.damaged += m_mender.damaged();
    note(m_mender.note());
    return isMended;
}

void SampleArchive::close(Instant now)
{
    if (!m_parts)
        return;
    {
        Transaction transaction(m_parts->database);
        Statement orderly(m_parts->database, "UPDATE run SET orderly=1 WHERE id=?");
        const bool isDone =
            transaction.isOpen() && writeLog(now) && orderly.bind(m_parts->run).run() && transaction.commit();
        if (isDone)
            m_unsaved.saved();
        else
            failed();
    }
    m_unsaved.forgetTable();
    m_parts.reset();
}

} // namespace graticule
