// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"

#include <QByteArrayView>
#include <QString>

#include <memory>

struct sqlite3_stmt;

namespace graticule::storage {

class Database;

/// One prepared statement of a Database, which outlives it. Values are bound in order, from 1; columns count from 0.
/// Used in one thread at a time, that of its database.
class Statement
{
public:
    Statement(sqlite3_stmt *statement, Database &database)
        : m_statement(statement, GiveBack{&database})
    {
    }

    /// Forgets what was bound and read, and binds what follows.
    template<class... Values> Statement &with(const Values &...values)
    {
        reset();
        int at = 0;
        (bind(++at, values), ...);
        return *this;
    }

    /// The next row is there to be read; false after the last one and after an error, which says so by failed().
    bool next();
    /// Runs to the end. False: see Database::error().
    bool run();
    bool failed() const { return m_failed; }

    qint64 number(int column) const;
    double real(int column) const;
    bool isNull(int column) const;
    QString text(int column) const;
    /// Valid until the next next(), run() or with().
    QByteArrayView blob(int column) const;

private:
    void reset();
    void bind(int at, qint64 value);
    void bind(int at, int value) { bind(at, qint64(value)); }
    void bind(int at, double value);
    void bind(int at, const QString &value);
    void bind(int at, QByteArrayView value);
    void bind(int at, const QByteArray &value) { bind(at, QByteArrayView(value)); }
    void bind(int at, std::nullptr_t);

    /// The database keeps it for the next who prepares the same.
    struct GiveBack
    {
        Database *database = nullptr;
        void operator()(sqlite3_stmt *statement) const;
    };
    std::unique_ptr<sqlite3_stmt, GiveBack> m_statement;
    bool m_failed = false;
};

} // namespace graticule::storage
