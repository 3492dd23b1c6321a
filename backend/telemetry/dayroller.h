// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/samplesealer.h"

namespace graticule {

/// Makes the roll-ups of one hour from those of one minute, when a day is over. Writer's thread.
class DayRoller
{
public:
    /// All outlive this; the database is open.
    DayRoller(Database &database, SampleSealer &tables, SampleCounts &counts);

    /// Rolls up a few hundred series of a day before @p today of which @p head has nothing any more; one transaction.
    /// True: there may be more to do. False also when the database has trouble.
    bool step(const SampleHead &head, qint64 today);

private:
    bool roll(qint64 day, quint32 first, quint32 last);

    Database &m_database;
    SampleSealer &m_tables;
    SampleCounts &m_counts;
    quint32 m_shard = 0; ///< under way: which,
    qint64 m_day = -1;   ///< which day (-1: none),
    quint32 m_next = 0;  ///< and with which series it goes on
};

} // namespace graticule
