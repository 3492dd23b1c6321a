// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/entitytable/entityrows.h"

namespace graticule {

/// Nodes; each is its own only place. See EntityRows.
class NodeRows : public EntityRows
{
public:
    NodeRows();

protected:
    void readAll(const FleetTables &tables) override;
    void applyOwn(const FleetChange &change) override;
    void fill(int row) override;
    PartState partState(int part) const override;
    QString figureText(int field, int row, const format::Units &units, Instant now) const override;
    QString unmeasuredText(int field, int row) const override;
    QString whyNowhere() const override;

private:
    void put(const std::shared_ptr<const Node> &node, const FleetTables &tables);

    int m_platform;
    int m_cpu;
    int m_memory;
    int m_storage;
    int m_load;
    int m_up;
    std::vector<std::shared_ptr<const Node>> m_nodes; ///< by row
};

} // namespace graticule
