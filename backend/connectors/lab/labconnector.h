// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/connectorregistry.h"
#include "backend/connectors/lab/labworld.h"

#include <memory>

namespace graticule {

/// Tells of one region of a lab as if it were a platform: lists, changes and measures once a second, beats at once.
/// Address: "lab:REGION" with the region's key or name ("lab:europe"). Verbs: lab.fault (argument `kind`, for
/// clock-wrong also `seconds`) and lab.heal; their target is any id or name in the whole lab, not only in this region.
/// While its region is frozen it is silent, but still takes verbs, which come from inside the same process.
class LabConnector : public Connector
{
    Q_OBJECT

public:
    /// @p region is an index into world->regions().
    LabConnector(ConnectorContext context, std::shared_ptr<LabWorld> world, int region);

    void start() override;
    void stop() override;
    void probe() override;
    void perform(const Action &action, std::function<void(const ActionProgress &)> progress) override;

private:
    void later(Milliseconds delay, void (LabConnector::*task)());
    void list();
    void tick();
    void step();

    ConnectorContext m_context;
    std::shared_ptr<LabWorld> m_world;
    int m_region;
    quint64 m_session = 0; ///< what was put off in an older session is dropped
    bool m_open = false;
    bool m_listed = false;
};

/// The connection that reads @p region of @p world in that region's keeper.
ConnectionConfig labConnectionConfig(const LabWorld &world, int region);

ConnectorType labConnectorType(const std::shared_ptr<LabWorld> &world);

} // namespace graticule
