// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/lab/labworld.h"
#include "backend/health/healthengine.h"

namespace graticule::testing {

/// The lab's fleet with the verdicts of the health engine, without a keeper: for the window's tests and pictures.
class LabSnapshots
{
public:
    LabSnapshots(int sites, Instant now)
        : m_world(LabOptions{7, sites, true}, now)
        , m_now(now)
    {
    }

    LabWorld &world() { return m_world; }

    SnapshotPtr snapshot()
    {
        auto snapshot = std::make_shared<FleetSnapshot>();
        snapshot->revision = {QStringLiteral("lab"), 1, ++m_number};
        snapshot->at = m_now;
        snapshot->tables = m_world.tables(m_now);
        HealthStep step = HealthEngine::step({}, snapshot->tables, m_now);
        for (auto &verdict : step.verdicts.upserted)
            snapshot->tables.verdicts.insert(verdict);
        return snapshot;
    }

private:
    LabWorld m_world;
    Instant m_now;
    quint64 m_number = 0;
};

} // namespace graticule::testing
