// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/detailsloader.h"
#include "models/entitytable/entitydetails.h"

#include <QSet>

namespace graticule {

/// Keeps the details of one service, node or asset up to date.
class EntityDetailsLoader : public DetailsLoaderOf<EntityDetails>
{
public:
    EntityDetailsLoader(EntityKind kind, FleetStore &store, QObject *parent = nullptr);

private:
    bool concerns(const FleetDelta &delta) const override;
    std::function<std::optional<EntityDetails>()> reading() const override;
    void taken() override;

    EntityKind m_kind;
    QSet<EntityId> m_places; ///< ids of the places that are shown
    QSet<EntityId> m_sites;  ///< of these
};

} // namespace graticule
