// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/linkwindow.h"
#include "models/latency/latencyplan.h"
#include "widgets/heatmap/heatmatrix.h"

#include <QCoreApplication>

namespace graticule {

/// What a cell of the matrix says.
enum class LatencyMode { P95 = 0, P50, Loss, AgainstUsual };

/// Figures of links as cells, and as words. What was measured lately is a value; what only the fleet's facts know, or
/// what has a feed that is too old, is stale; what answered nothing is a cross; what nobody measures is empty. Any
/// thread.
class LatencyCells
{
    Q_DECLARE_TR_FUNCTIONS(graticule::LatencyCells)

public:
    struct View
    {
        const FleetTables &tables;
        const QHash<EntityId, LinkWindow> &windows;
        bool isOld = false; ///< the windows are not of `now`
        LatencyMode mode = LatencyMode::P95;
        Instant now = kNever;
    };

    /// What was measured of it says nothing of the moment that is looked at.
    static bool isStale(const Link &link, const View &view);
    static HeatScale scaleOf(LatencyMode mode);
    /// Names and groups, and all cells.
    static HeatMatrix matrixOf(const LatencyPlan &plan, const View &view);
    static std::vector<HeatCell> cellsOf(const LatencyPlan &plan, const View &view);
    static HeatCell cellOf(const EntityId &link, const View &view);
    /// "sin1 to bom1: p50 158 ms, p95 213 ms, over its limit of 110 ms, 1.4 % lost".
    static QString describe(const LatencyPlan &plan, int row, int column, const View &view);
    /// One row for each measured pair, with a head; any thread. @p until: when the figures end.
    static QByteArray csvOf(const LatencyPlan &plan, const QHash<EntityId, LinkWindow> &windows, Instant until);
};

} // namespace graticule
