// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/entitytable/entityrows.h"

namespace graticule {

/// Data assets, and their replicas as places. See EntityRows.
class AssetRows : public EntityRows
{
public:
    AssetRows();

protected:
    void readAll(const FleetTables &tables) override;
    void applyOwn(const FleetChange &change) override;
    void fill(int row) override;
    PartState partState(int part) const override;
    QString figureText(int field, int row, const format::Units &units, Instant now) const override;
    QString whyNowhere() const override;

private:
    void put(const std::shared_ptr<const Asset> &asset);
    void put(const std::shared_ptr<const Replica> &replica, const FleetTables &tables);
    void dropReplica(const EntityId &id);

    int m_class;
    int m_owner;
    int m_copies;
    int m_size;
    int m_lag;
    std::vector<std::shared_ptr<const Asset>> m_assets;     ///< by row
    std::vector<std::shared_ptr<const Replica>> m_replicas; ///< by part
    QHash<EntityId, int> m_parts;
};

} // namespace graticule
