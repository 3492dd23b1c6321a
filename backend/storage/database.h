// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/statement.h"

#include <QHash>

#include <memory>

struct sqlite3;

namespace graticule::storage {

/// One connection to an SQLite file. Used in one thread at a time; several connections may have one file open (WAL: one
/// writes, others read what was committed before they began).
class Database
{
public:
    enum class Mode {
        Write, ///< made when it is missing, readable by its owner only; WAL
        ReadOnly,
    };
    /// When what was committed is on the disk: with each commit, or with those that follow soon (after a power cut the
    /// last ones may be gone, after a crash of the program none is).
    enum class Sync { Full, Normal };

    /// Refused with a text that names the file: not to be opened, no database, held by another process.
    static Result<std::unique_ptr<Database>> open(const QString &path, Mode mode, Sync sync = Sync::Normal);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Statements without values, separated by semicolons.
    Result<Done> run(const char *sql);
    /// A statement that cannot be prepared fails when it is run. What was prepared before and is not in use is taken
    /// again: what is written each second is not parsed each second.
    Statement prepare(const char *sql);
    /// What went wrong last, with the file's name and what to do.
    Error error() const;

    /// The number that says in which form the file is; 0 in a new one.
    int formatVersion();
    Result<Done> setFormatVersion(int version);
    qint64 lastInsertedId() const;

    const QString &path() const { return m_path; }

private:
    friend class Statement;

    Database(QString path, sqlite3 *handle);
    /// Nobody uses @p statement any more.
    void keep(sqlite3_stmt *statement);

    struct Close
    {
        void operator()(sqlite3 *handle) const;
    };
    QString m_path;
    std::unique_ptr<sqlite3, Close> m_handle;
    QHash<QByteArray, sqlite3_stmt *> m_kept; ///< by their SQL, reset, without values
};

/// What is done within belongs together: undone when it ends without commit().
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Whether it was begun; nobody else writes from then on.
    const Result<Done> &begun() const { return m_begun; }
    Result<Done> commit();

private:
    Result<Done> ran(const char *sql);

    Database &m_database;
    Result<Done> m_begun;
    bool m_open = false;
};

} // namespace graticule::storage
