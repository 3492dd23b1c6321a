// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/statement.h"

#include "backend/storage/database.h"

#include <sqlite3.h>

namespace graticule::storage {

void Statement::GiveBack::operator()(sqlite3_stmt *statement) const
{
    database->keep(statement);
}

bool Statement::next()
{
    if (!m_statement) {
        m_failed = true;
        return false;
    }
    const int code = sqlite3_step(m_statement.get());
    m_failed = code != SQLITE_ROW && code != SQLITE_DONE;
    if (code != SQLITE_ROW)
        sqlite3_reset(m_statement.get());
    return code == SQLITE_ROW;
}

bool Statement::run()
{
    while (next()) {
    }
    return !m_failed;
}

void Statement::reset()
{
    m_failed = false;
    if (!m_statement)
        return; // never prepared: fails when it is run
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement.get(), column);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

QString Statement::text(int column) const
{
    const auto *bytes = sqlite3_column_text(m_statement.get(), column);
    return QString::fromUtf8(reinterpret_cast<const char *>(bytes), sqlite3_column_bytes(m_statement.get(), column));
}

QByteArrayView Statement::blob(int column) const
{
    const void *bytes = sqlite3_column_blob(m_statement.get(), column);
    return {static_cast<const char *>(bytes), sqlite3_column_bytes(m_statement.get(), column)};
}

void Statement::bind(int at, qint64 value)
{
    sqlite3_bind_int64(m_statement.get(), at, value);
}

void Statement::bind(int at, double value)
{
    sqlite3_bind_double(m_statement.get(), at, value);
}

void Statement::bind(int at, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text(m_statement.get(), at, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
}

void Statement::bind(int at, QByteArrayView value)
{
    // A null pointer would be NULL, not the empty blob that is meant.
    sqlite3_bind_blob64(m_statement.get(), at, value.isEmpty() ? "" : value.data(), quint64(value.size()),
                        SQLITE_TRANSIENT);
}

void Statement::bind(int at, std::nullptr_t)
{
    sqlite3_bind_null(m_statement.get(), at);
}

} // namespace graticule::storage
