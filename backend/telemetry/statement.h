// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/database.h"

namespace graticule {

/// A prepared statement of a Database, which outlives it. Same thread. What fails is noted in the Database.
class Statement
{
public:
    Statement() = default;
    Statement(Database &database, const char *sql);
    ~Statement();
    Q_DISABLE_COPY(Statement)
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;

    bool isValid() const { return m_statement != nullptr; }
    /// Binds the next parameters, in order; bytes must stay until the statement has run.
    Statement &bind(qint64 value);
    Statement &bind(QByteArrayView bytes);
    Statement &bindText(QByteArrayView utf8);

    /// The next row; false at the end, or when it failed: then trouble() of the database is not None.
    bool next();
    /// Runs to the end and makes ready for the next run.
    bool run();
    /// Ready for the next run, with new parameters.
    void reset();

    qint64 number(int column) const;
    /// Valid until the next call.
    QByteArrayView bytes(int column) const;

private:
    Database *m_database = nullptr;
    sqlite3_stmt *m_statement = nullptr;
    int m_bound = 0;
};

} // namespace graticule
