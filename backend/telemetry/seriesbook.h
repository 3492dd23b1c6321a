// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/telemetry/statement.h"

#include <optional>
#include <vector>

namespace graticule {

/// Numbers of series, in the database. Each row has a checksum, and its index is a copy of it: what is damaged in one
/// is repaired from the other. Thread: its database's.
class SeriesBook
{
public:
    struct Series
    {
        quint32 id = 0;
        EntityId entity;
        QString metric;
    };

    /// @p database is open and outlives this.
    explicit SeriesBook(Database &database);

    /// The number of a series; nothing when there is none, or it cannot be read.
    std::optional<quint32> find(const EntityId &entity, const QString &metric);
    std::optional<Series> find(quint32 id);
    std::vector<Series> of(const EntityId &entity);

    // For the writer.
    /// The number that the series will have once save() was committed; nothing when there are no more numbers.
    std::optional<quint32> add(const EntityId &entity, const QString &metric);
    /// Makes sure that the next save() writes this one, if it is not there.
    void keep(const Series &series);
    bool hasUnsaved() const { return !m_unsaved.empty(); }
    /// Writes what is new, within the caller's transaction.
    bool save();
    /// It is committed.
    void saved() { m_unsaved.clear(); }
    /// Notes the last hour of series, 0: in use.
    bool setLast(const std::vector<quint32> &ids, qint64 hour);
    /// Forgets series that have had nothing since @p hour.
    bool eraseBefore(qint64 hour);
    /// Repairs rows from the index and the index from the rows; how many.
    qint64 repair();

private:
    Database &m_database;
    Statement m_byName;
    Statement m_byId;
    Statement m_ofEntity;
    Statement m_insert;
    Statement m_setLast;
    std::vector<Series> m_unsaved;
    qint64 m_greatest = -1; ///< number; not read yet
};

} // namespace graticule
