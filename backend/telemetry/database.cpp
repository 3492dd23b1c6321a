// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/database.h"

#include "backend/telemetry/statement.h"

#include <QFile>

#include <sqlite3.h>

#include <fcntl.h>
#include <unistd.h>

namespace graticule {
namespace {

constexpr int kPatienceMs = 200;

DatabaseTrouble troubleOf(int code)
{
    switch (code & 0xff) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE:
        return DatabaseTrouble::None;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return DatabaseTrouble::Busy;
    case SQLITE_FULL:
        return DatabaseTrouble::Full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
    case SQLITE_MISMATCH:
        return DatabaseTrouble::Damaged;
    case SQLITE_CONSTRAINT:
        return DatabaseTrouble::Exists;
    default:
        return DatabaseTrouble::Other;
    }
}

} // namespace

Database::~Database()
{
    close();
}

void Database::close()
{
    sqlite3_close_v2(m_handle);
    m_handle = nullptr;
}

bool Database::open(const QString &path, Mode mode)
{
    close();
    m_path = path;
    if (mode == Mode::ReadWrite) {
        const int made = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (made >= 0)
            ::close(made); // what prevents it is said by SQLite below
    }
    const int flags = mode == Mode::ReadWrite ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &m_handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    if (!note(code)) {
        close();
        return false;
    }
    sqlite3_extended_result_codes(m_handle, 1);
    setPatience(Milliseconds(kPatienceMs));
    // Ours are the only statements that run here, and a file may be anybody's.
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    return run("PRAGMA cell_size_check=ON; PRAGMA mmap_size=0");
}

bool Database::makeDurable()
{
    static_assert(kPageSize == 8192);
    return run("PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
               "PRAGMA journal_size_limit=33554432; PRAGMA cache_size=-8192");
}

bool Database::note(int code)
{
    m_trouble = troubleOf(code);
    m_text = m_trouble == DatabaseTrouble::None ? QString()
             : m_handle                         ? QString::fromUtf8(sqlite3_errmsg(m_handle))
                                                : QString::fromUtf8(sqlite3_errstr(code));
    return m_trouble == DatabaseTrouble::None;
}

bool Database::refuse(DatabaseTrouble trouble, const QString &text)
{
    m_trouble = trouble;
    m_text = text;
    return false;
}

bool Database::run(const char *sql)
{
    return note(sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr));
}

qint64 Database::number(const char *sql, qint64 fallback)
{
    Statement statement(*this, sql);
    return statement.next() ? statement.number(0) : fallback;
}

void Database::setPatience(Milliseconds patience)
{
    sqlite3_busy_timeout(m_handle, int(patience.count()));
}

void Database::limitPages(qint64 pages)
{
    number(QByteArray("PRAGMA max_page_count=" + QByteArray::number(pages)).constData());
}

Error Database::error() const
{
    const auto error = [this](ErrorKind kind, Fault fault, const QString &what) {
        return Error{kind, fault, QStringLiteral("The samples in %1 %2").arg(m_path, what), Milliseconds(1000)};
    };
    switch (m_trouble) {
    case DatabaseTrouble::Busy:
        return error(ErrorKind::Conflict, Fault::Input,
                     QStringLiteral("are held by another program; end it, or wait until it is done."));
    case DatabaseTrouble::Full:
        return error(ErrorKind::Internal, Fault::Input, QStringLiteral("cannot grow: the disk is full; make room."));
    case DatabaseTrouble::Damaged:
        return error(ErrorKind::Malformed, Fault::Input, QStringLiteral("are damaged (%1).").arg(m_text));
    case DatabaseTrouble::Newer:
        return error(ErrorKind::Unsupported, Fault::Input, m_text);
    default:
        return error(ErrorKind::Internal, Fault::Input, QStringLiteral("cannot be read or written: %1.").arg(m_text));
    }
}

} // namespace graticule
