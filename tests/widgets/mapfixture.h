// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/places/worldgeometry.h"
#include "widgets/map/equalearth.h"
#include "widgets/map/mapwidget.h"

#include <QTest>

namespace graticule::testing {

/// The world that is built into the program, as the map takes it.
inline MapOutlines worldOutlines()
{
    MapOutlines out;
    const auto world = WorldGeometry::builtIn();
    if (!world) {
        out.error = world.error().text;
        return out;
    }
    for (const WorldGeometry::Level &level : world->levels()) {
        MapOutlines::Level &to = out.levels.emplace_back();
        for (const WorldGeometry::Ring &ring : level.rings) {
            to.rings.push_back(ring.points);
        }
        to.borders = level.borders;
    }
    return out;
}

/// Waits until the map shows exactly what it was told to.
inline bool settled(const MapWidget &map)
{
    return QTest::qWaitFor([&map] { return map.isSettled(); }, 10'000);
}

inline MapSite site(MapKey key, const QString &label, double latitude, double longitude,
                    MapState state = MapState::Healthy)
{
    MapSite out;
    out.key = key;
    out.label = out.place = label;
    out.latitude = latitude;
    out.longitude = longitude;
    out.mark.state = state;
    return out;
}

/// Where a position is drawn, logical pixels.
inline QPoint pointOf(const MapWidget &map, double latitude, double longitude)
{
    return map.navigator().camera().toScreen(equalEarth::project(latitude, longitude)).toPoint();
}

} // namespace graticule::testing
