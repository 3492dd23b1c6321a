// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"

#include "backend/storage/checkedpages.h"

#include <QFile>

#include <sqlite3.h>

namespace graticule::storage {
namespace {

constexpr int kBusyMs = 2000;
constexpr qsizetype kKept = 64; ///< statements: more than any of our files has kinds of

/// What @p code means for a person, and what to do.
QString meaning(int code, const char *words)
{
    if (code == SQLITE_IOERR_DATA)
        return QStringLiteral("a part of it is not what was written; restore it from a backup, or move it away");
    switch (code & 0xff) {
    case SQLITE_FULL:
        return QStringLiteral("the disk is full; make room, nothing that is there is lost");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return QStringLiteral("another process holds it; end that one, or wait");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return QStringLiteral("it is damaged, or no file of ours (%1); restore it from a backup, or move it away")
            .arg(QLatin1String(words));
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return QStringLiteral("it cannot be opened for writing; look at the rights of the file and its directory");
    case SQLITE_IOERR:
        return QStringLiteral("the disk reports an error (%1)").arg(QLatin1String(words));
    default:
        return QLatin1String(words);
    }
}

Error failure(const QString &path, int code, const char *words)
{
    const bool mayPass = (code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_FULL;
    const bool isDamaged =
        (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB || code == SQLITE_IOERR_DATA;
    return {isDamaged ? ErrorKind::Malformed : ErrorKind::Internal, Fault::Ours,
            QStringLiteral("%1: %2.").arg(path, meaning(code, words)),
            mayPass ? std::optional(Milliseconds(1000)) : std::nullopt};
}

} // namespace

void Database::Close::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}

Database::Database(QString path, sqlite3 *handle)
    : m_path(std::move(path))
    , m_handle(handle)
{
}

Database::~Database()
{
    for (sqlite3_stmt *statement : std::as_const(m_kept))
        sqlite3_finalize(statement);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Mode mode, Sync sync)
{
    if (mode == Mode::Write && !QFile::exists(path)) {
        QFile made(path);
        if (!made.open(QIODevice::WriteOnly) || !made.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            return Error{ErrorKind::Internal, Fault::Ours,
                         QStringLiteral("Cannot make %1: %2.").arg(path, made.errorString()), std::nullopt};
    }
    sqlite3 *handle = nullptr;
    const int flags = (mode == Mode::Write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &handle, flags, checkedPages());
    std::unique_ptr<Database> database(new Database(path, handle));
    if (code != SQLITE_OK)
        return failure(path, code, sqlite3_errstr(code));
    sqlite3_busy_timeout(handle, kBusyMs);
    makeCheckedPages(handle);
    // A file is hostile input: views and triggers of its own do nothing, broken pages are found before they harm.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    const auto settings = mode == Mode::ReadOnly ? database->run("PRAGMA cell_size_check=ON; PRAGMA query_only=ON")
                          : sync == Sync::Full
                              ? database->run("PRAGMA cell_size_check=ON; PRAGMA journal_mode=WAL; PRAGMA "
                                              "synchronous=FULL; PRAGMA wal_autocheckpoint=4000")
                              : database->run("PRAGMA cell_size_check=ON; PRAGMA journal_mode=WAL; PRAGMA "
                                              "synchronous=NORMAL; PRAGMA wal_autocheckpoint=4000");
    if (!settings)
        return settings.error();
    return database;
}

Result<Done> Database::run(const char *sql)
{
    if (sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return error();
    return Done();
}

Statement Database::prepare(const char *sql)
{
    sqlite3_stmt *statement = m_kept.take(QByteArray::fromRawData(sql, qsizetype(qstrlen(sql))));
    if (!statement)
        sqlite3_prepare_v3(m_handle.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    return {statement, *this};
}

void Database::keep(sqlite3_stmt *statement)
{
    const QByteArray sql = sqlite3_sql(statement);
    if (m_kept.size() >= kKept || m_kept.contains(sql)) {
        sqlite3_finalize(statement);
        return;
    }
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    m_kept.insert(sql, statement);
}

Error Database::error() const
{
    return failure(m_path, sqlite3_extended_errcode(m_handle.get()), sqlite3_errmsg(m_handle.get()));
}

int Database::formatVersion()
{
    Statement version = prepare("PRAGMA user_version");
    return version.next() ? int(version.number(0)) : 0;
}

Result<Done> Database::setFormatVersion(int version)
{
    return run(("PRAGMA user_version=" + QByteArray::number(version)).constData());
}

qint64 Database::lastInsertedId() const
{
    return sqlite3_last_insert_rowid(m_handle.get());
}

Transaction::Transaction(Database &database)
    : m_database(database)
    , m_begun(ran("BEGIN IMMEDIATE"))
    , m_open(bool(m_begun))
{
}

Transaction::~Transaction()
{
    if (m_open)
        ran("ROLLBACK");
}

Result<Done> Transaction::ran(const char *sql)
{
    if (!m_database.prepare(sql).run())
        return m_database.error();
    return Done();
}

Result<Done> Transaction::commit()
{
    if (!m_begun)
        return m_begun.error();
    const auto result = ran("COMMIT");
    m_open = !result; // what could not be committed is rolled back
    return result;
}

} // namespace graticule::storage
