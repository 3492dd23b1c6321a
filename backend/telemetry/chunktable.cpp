// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/chunktable.h"

#include "backend/telemetry/checkedbytes.h"

namespace graticule {
namespace {

const char *nameOf(ChunkTable::Kind kind)
{
    switch (kind) {
    case ChunkTable::Kind::Log:
        return "log";
    case ChunkTable::Kind::Raw:
        return "raw";
    case ChunkTable::Kind::Sealed:
        return "sealed";
    case ChunkTable::Kind::Minute:
        return "minute";
    case ChunkTable::Kind::Hour:
        return "hour";
    }
    return "";
}

Statement prepare(Database &database, const char *sql, ChunkTable::Kind kind)
{
    return {database, QByteArray(sql).replace("TABLE", nameOf(kind)).constData()};
}

} // namespace

ChunkTable::ChunkTable(Database &database, Kind kind)
    : m_database(database)
    , m_kind(kind)
    , m_read(prepare(database, "SELECT data FROM TABLE WHERE id=?", kind))
    , m_range(prepare(database, "SELECT id, data FROM TABLE WHERE id BETWEEN ? AND ? ORDER BY id", kind))
    , m_last(prepare(database, "SELECT id FROM TABLE WHERE id<=? ORDER BY id DESC LIMIT 1", kind))
    , m_first(prepare(database, "SELECT id FROM TABLE WHERE id>=? ORDER BY id LIMIT 1", kind))
    , m_insert(prepare(database, "INSERT INTO TABLE VALUES(?, ?)", kind))
    , m_write(prepare(database, "INSERT OR REPLACE INTO TABLE VALUES(?, ?)", kind))
    , m_erase(prepare(database, "DELETE FROM TABLE WHERE id BETWEEN ? AND ?", kind))
{
}

ChunkTable::Row ChunkTable::opened(qint64 key, QByteArrayView sealed) const
{
    const QByteArrayView bytes = CheckedBytes::open(char(m_kind), key, sealed);
    return {key, bytes.toByteArray(), bytes.isEmpty()};
}

ChunkTable::Row ChunkTable::read(qint64 key)
{
    Row row{key, {}, false};
    if (m_read.bind(key).next())
        row = opened(key, m_read.bytes(0));
    else
        row.isDamaged = m_database.trouble() == DatabaseTrouble::Damaged;
    m_read.reset();
    return row;
}

void ChunkTable::read(qint64 first, qint64 last, const std::function<void(const Row &)> &take)
{
    m_range.bind(first).bind(last);
    while (m_range.next())
        take(opened(m_range.number(0), m_range.bytes(1)));
    if (m_database.trouble() == DatabaseTrouble::Damaged)
        take({first, {}, true});
    m_range.reset();
}

qint64 ChunkTable::only(Statement &statement, qint64 key)
{
    const qint64 found = statement.bind(key).next() ? statement.number(0) : -1;
    statement.reset();
    return found;
}

qint64 ChunkTable::lastUpTo(qint64 key)
{
    return only(m_last, key);
}

qint64 ChunkTable::firstFrom(qint64 key)
{
    return only(m_first, key);
}

bool ChunkTable::insert(qint64 key, const QByteArray &bytes)
{
    const QByteArray sealed = CheckedBytes::seal(char(m_kind), key, bytes);
    return m_insert.bind(key).bind(QByteArrayView(sealed)).run();
}

bool ChunkTable::write(qint64 key, const QByteArray &bytes)
{
    const QByteArray sealed = CheckedBytes::seal(char(m_kind), key, bytes);
    return m_write.bind(key).bind(QByteArrayView(sealed)).run();
}

bool ChunkTable::erase(qint64 first, qint64 last)
{
    return m_erase.bind(first).bind(last).run();
}

} // namespace graticule
