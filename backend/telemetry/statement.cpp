// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/statement.h"

#include <sqlite3.h>

#include <utility>

namespace graticule {

Statement::Statement(Database &database, const char *sql)
    : m_database(&database)
{
    database.note(sqlite3_prepare_v3(database.handle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr));
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Statement::Statement(Statement &&other) noexcept
    : m_database(other.m_database)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_bound(other.m_bound)
{
}

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(m_database, other.m_database);
    std::swap(m_statement, other.m_statement);
    std::swap(m_bound, other.m_bound);
    return *this;
}

Statement &Statement::bind(qint64 value)
{
    if (m_statement)
        sqlite3_bind_int64(m_statement, ++m_bound, value);
    return *this;
}

Statement &Statement::bind(QByteArrayView bytes)
{
    if (m_statement)
        sqlite3_bind_blob64(m_statement, ++m_bound, bytes.data(), sqlite3_uint64(bytes.size()), SQLITE_STATIC);
    return *this;
}

Statement &Statement::bindText(QByteArrayView utf8)
{
    if (m_statement)
        sqlite3_bind_text64(m_statement, ++m_bound, utf8.data(), sqlite3_uint64(utf8.size()), SQLITE_STATIC,
                            SQLITE_UTF8);
    return *this;
}

bool Statement::next()
{
    if (!m_statement)
        return false; // what was wrong is noted since it was made
    const int code = sqlite3_step(m_statement);
    return m_database->note(code) && code == SQLITE_ROW;
}

bool Statement::run()
{
    if (!m_statement)
        return false;
    const int code = sqlite3_step(m_statement);
    const bool done = m_database->note(code);
    reset();
    return done;
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    m_bound = 0;
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QByteArrayView Statement::bytes(int column) const
{
    const void *data = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char *>(data), sqlite3_column_bytes(m_statement, column)};
}

} // namespace graticule
