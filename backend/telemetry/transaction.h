// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/database.h"

namespace graticule {

/// All of what is written while it lives, or nothing.
class Transaction
{
public:
    /// Takes the right to write at once; isOpen() is false when another process has it.
    explicit Transaction(Database &database)
        : m_database(database)
        , m_isOpen(database.run("BEGIN IMMEDIATE"))
    {
    }
    ~Transaction()
    {
        if (!m_isOpen)
            return;
        const DatabaseTrouble trouble = m_database.trouble(); // the reason is of more interest than how this goes
        const QString text = m_database.text();
        m_database.run("ROLLBACK");
        if (trouble != DatabaseTrouble::None)
            m_database.refuse(trouble, text);
    }
    Q_DISABLE_COPY_MOVE(Transaction)

    bool isOpen() const { return m_isOpen; }
    /// True when it is on disk; on false all is as before.
    bool commit()
    {
        if (!m_isOpen || !m_database.run("COMMIT"))
            return false;
        m_isOpen = false;
        return true;
    }

private:
    Database &m_database;
    bool m_isOpen;
};

} // namespace graticule
