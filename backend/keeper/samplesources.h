// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/fleet/fleet.h"
#include "backend/telemetry/sample.h"

#include <QHash>
#include <QList>

namespace graticule {

/// Which connections measured the series of an entity. Mostly its id says that; of entities that several endpoints may
/// share it is noted as samples come, and until then it is who tells of them. Nothing is stored for it. Backend thread.
class SampleSources
{
public:
    /// @p fleet outlives it.
    explicit SampleSources(const Fleet &fleet)
        : m_fleet(fleet)
    {
    }

    /// @p samples came by @p connection.
    void note(const EntityId &connection, const QList<Sample> &samples);
    /// Ids of connections, sorted; none: it is not known.
    QStringList of(const EntityId &entity) const;

private:
    EntityId saidById(const EntityId &entity) const;

    const Fleet &m_fleet;
    QHash<EntityId, QList<EntityId>> m_noted; ///< by entities of which the id does not say it
};

} // namespace graticule
