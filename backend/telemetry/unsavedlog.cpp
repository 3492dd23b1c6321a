// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/unsavedlog.h"

#include "backend/telemetry/samplekeys.h"

#include <algorithm>

namespace graticule {

qint64 UnsavedLog::count() const
{
    qint64 sum = 0;
    for (const auto &[key, unsaved] : m_rows)
        sum += unsaved.row.count();
    return sum;
}

SampleLog::Row *UnsavedLog::row(quint32 shard, qint64 hour, ChunkTable *table)
{
    const Key key(hour, shard);
    if (m_last && m_lastKey == key)
        return &m_last->row;
    if (!table)
        return nullptr;
    auto found = m_rows.find(key);
    if (found == m_rows.end()) {
        auto number = m_numbers.find(key);
        if (number == m_numbers.end()) {
            const qint64 last = table->lastUpTo(SampleKeys::log(hour, shard + 1, 0) - 1);
            const bool hasAny = last >= SampleKeys::log(hour, shard, 0);
            number = m_numbers.emplace(key, hasAny ? SampleKeys::logNumberOf(last) + 1 : 0).first;
        }
        found = m_rows.emplace(key, Unsaved{{}, number->second}).first;
    }
    m_lastKey = key;
    m_last = &found->second;
    return &m_last->row;
}

void UnsavedLog::add(SampleLog::Row &row, const SampleLog::Entry &entry)
{
    const qsizetype before = row.bytes().size();
    row.add(entry);
    m_bytes += row.bytes().size() - before;
}

bool UnsavedLog::write(ChunkTable &table) const
{
    return std::all_of(m_rows.cbegin(), m_rows.cend(), [&](const auto &one) {
        const auto &[key, unsaved] = one;
        return table.write(SampleKeys::log(key.first, key.second, unsaved.number), unsaved.row.bytes());
    });
}

void UnsavedLog::saved()
{
    for (const auto &[key, unsaved] : m_rows)
        m_numbers[key] = unsaved.number + 1;
    m_rows.clear();
    m_last = nullptr;
    m_bytes = 0;
}

void UnsavedLog::drop(quint32 shard, qint64 hour)
{
    const auto unsaved = m_rows.find({hour, shard});
    if (unsaved != m_rows.end()) {
        m_bytes -= unsaved->second.row.bytes().size();
        m_rows.erase(unsaved);
        m_last = nullptr;
    }
    m_numbers.erase({hour, shard});
}

void UnsavedLog::forgetTable()
{
    m_last = nullptr;
    m_numbers.clear();
}

} // namespace graticule
