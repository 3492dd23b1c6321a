// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/statement.h"

#include <QByteArray>

#include <functional>

namespace graticule {

/// One of the tables of numbered, checksummed rows. Thread: its database's.
class ChunkTable
{
public:
    enum class Kind : char { Log = 'l', Raw = 'r', Sealed = 's', Minute = 'm', Hour = 'h' };

    /// @p database is open and outlives this.
    ChunkTable(Database &database, Kind kind);

    struct Row
    {
        qint64 key = 0;
        QByteArray bytes;       ///< empty: there is no such row, or it is damaged
        bool isDamaged = false; ///< it, or the way to it
    };
    Row read(qint64 key);
    /// Rows from @p first to @p last; ends early when the way to them is damaged: the last one then says so.
    void read(qint64 first, qint64 last, const std::function<void(const Row &)> &take);
    /// The greatest key up to @p key; -1 when there is none.
    qint64 lastUpTo(qint64 key);
    /// The least key from @p key on; -1 when there is none.
    qint64 firstFrom(qint64 key);
    // False: the database says why.
    /// A row that is not there yet; else the trouble is Exists.
    bool insert(qint64 key, const QByteArray &bytes);
    /// Writes a row, or writes it anew.
    bool write(qint64 key, const QByteArray &bytes);
    bool erase(qint64 first, qint64 last);

private:
    Row opened(qint64 key, QByteArrayView sealed) const;
    qint64 only(Statement &statement, qint64 key);

    Database &m_database;
    Kind m_kind;
    Statement m_read;
    Statement m_range;
    Statement m_last;
    Statement m_first;
    Statement m_insert;
    Statement m_write;
    Statement m_erase;
};

} // namespace graticule
