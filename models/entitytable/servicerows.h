// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/entitytable/entityrows.h"

namespace graticule {

/// Services, and their placements as places. See EntityRows.
class ServiceRows : public EntityRows
{
public:
    ServiceRows();

protected:
    void readAll(const FleetTables &tables) override;
    void applyOwn(const FleetChange &change) override;
    void fill(int row) override;
    PartState partState(int part) const override;
    QString figureText(int field, int row, const format::Units &units, Instant now) const override;
    QString whyNowhere() const override;

private:
    struct Instances
    {
        bool isKnown = false;
        qint64 ready = 0;
        qint64 desired = 0;
    };
    Instances instances(int row) const;
    void put(const std::shared_ptr<const Service> &service);
    void put(const std::shared_ptr<const Placement> &placement, const FleetTables &tables);
    void dropPlacement(const EntityId &id);

    int m_tier;
    int m_ready;
    std::vector<std::shared_ptr<const Service>> m_services;     ///< by row
    std::vector<std::shared_ptr<const Placement>> m_placements; ///< by part
    QHash<EntityId, int> m_parts;
};

} // namespace graticule
