// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/sampletables.h"

#include "backend/telemetry/samplekeys.h"
#include "backend/telemetry/sampleschema.h"
#include "backend/telemetry/samplespans.h"

namespace graticule {

std::unique_ptr<SampleTables> SampleTables::open(const QString &path)
{
    auto database = std::make_unique<Database>();
    if (!database->open(path, Database::Mode::ReadOnly) ||
        database->number("PRAGMA user_version") != SampleSchema::kVersion || !database->run("PRAGMA cache_size=-8192"))
        return nullptr;
    std::unique_ptr<SampleTables> tables(new SampleTables(std::move(database)));
    return tables->m_database->trouble() == DatabaseTrouble::None ? std::move(tables) : nullptr;
}

SampleTables::SampleTables(std::unique_ptr<Database> database)
    : m_database(std::move(database))
    , m_book(*m_database)
    , m_raw(*m_database, ChunkTable::Kind::Raw)
    , m_lists(*m_database, ChunkTable::Kind::Sealed)
    , m_minutes(*m_database, ChunkTable::Kind::Minute)
    , m_hours(*m_database, ChunkTable::Kind::Hour)
{
}

Resolution SampleTables::kept(Resolution wanted, qint64 from)
{
    const auto begin = [](ChunkTable &table, qint64 width) {
        const qint64 first = table.firstFrom(0);
        return first < 0 ? SampleKeys::kLastMs : SampleKeys::slotOf(first) * width;
    };
    const qint64 raw = begin(m_raw, SampleKeys::kHour);
    const qint64 minutes = begin(m_minutes, SampleKeys::kHour);
    if (wanted == Resolution::Raw && from < raw && minutes < raw)
        wanted = Resolution::Minute;
    if (wanted == Resolution::Minute && from < minutes && begin(m_hours, SampleKeys::kDay) < minutes)
        wanted = Resolution::Hour;
    return wanted;
}

qint64 SampleTables::rolledDay(quint32 series)
{
    Statement rolled(*m_database, "SELECT day FROM rolled WHERE shard=?");
    return rolled.bind(qint64(SampleKeys::shardOf(series))).next() ? rolled.number(0) : -1;
}

std::vector<SampleSpan> SampleTables::unwatched(SampleSpan span)
{
    std::vector<SampleSpan> watched;
    Statement runs(*m_database, "SELECT begun, ended, id FROM run ORDER BY id");
    while (runs.next())
        watched.push_back({runs.number(0), runs.number(1)});
    if (watched.empty())
        return {};
    watched.back().to = SampleKeys::kLastMs; // goes on
    return spansWithout(span, std::move(watched));
}

} // namespace graticule
