// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"

#include <QByteArrayView>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace graticule {

/// What kept a database from doing something, for programs.
enum class DatabaseTrouble {
    None = 0,
    Busy,    ///< another process holds it
    Full,    ///< no space left
    Damaged, ///< its bytes are not what was written
    Newer,   ///< a later release, or another program, wrote it
    Exists,  ///< there is a row of that number
    Other,
};

/// One connection to one SQLite file. Used by one thread at a time. Nothing throws; what failed is said by trouble()
/// and text(), which stand until the next call.
class Database
{
public:
    enum class Mode { ReadWrite, ReadOnly };
    static constexpr int kPageSize = 8192; ///< of files that we make

    Database() = default;
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /// False: trouble() says why, nothing is open. ReadWrite makes the file, readable to its owner only.
    bool open(const QString &path, Mode mode);
    /// Write-ahead log, and every commit is on disk when it returns; for who writes.
    bool makeDurable();
    void close();
    bool isOpen() const { return m_handle != nullptr; }
    QString path() const { return m_path; }

    /// Runs statements without results.
    bool run(const char *sql);
    /// The number in the first column of the first row; @p fallback when there is none, or it failed (see trouble()).
    qint64 number(const char *sql, qint64 fallback = 0);
    /// Waits so long for another process.
    void setPatience(Milliseconds patience);
    /// For tests: no file grows beyond so many pages.
    void limitPages(qint64 pages);

    DatabaseTrouble trouble() const { return m_trouble; }
    const QString &text() const { return m_text; }
    /// As a sentence that names the file.
    Error error() const;

    sqlite3 *handle() const { return m_handle; }
    /// Notes what SQLite's @p code means; true when it is none of trouble.
    bool note(int code);
    /// Notes a trouble that SQLite knows nothing of. Always false.
    bool refuse(DatabaseTrouble trouble, const QString &text);

private:
    sqlite3 *m_handle = nullptr;
    QString m_path;
    DatabaseTrouble m_trouble = DatabaseTrouble::None;
    QString m_text;
};

} // namespace graticule
