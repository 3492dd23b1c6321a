// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"
#include "backend/storage/database.h"

#include <list>
#include <optional>

namespace graticule {

/// Reads checkpoints of a history file: the whole fleet before one of its blocks, in parts, of which several
/// checkpoints share most. Keeps those that it read last. Used in one thread.
class CheckpointReader
{
public:
    /// @p database outlives this.
    explicit CheckpointReader(storage::Database &database)
        : m_database(database)
    {
    }

    /// The checkpoint before @p block, its parts unpacked in threads of their own where @p sideBySide; nothing when a
    /// part of it cannot be read.
    std::optional<FleetTables> read(qint64 block, bool sideBySide);

private:
    static constexpr size_t kParts = 24;

    storage::Database &m_database;
    std::list<std::pair<qint64, FleetTables>> m_parts; ///< by their ids, last used first
};

} // namespace graticule
