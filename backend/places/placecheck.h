// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/place.h"
#include "backend/places/gazetteer.h"
#include "backend/places/worldgeometry.h"

namespace graticule {

/// Holds a country that somebody named against the map. The map never decides: it is a hint that a label is wrong.
class PlaceCheck
{
public:
    /// Within this of a country's outline a position counts as in it: outlines are coarse, data centres stand at
    /// coasts.
    static constexpr double kTolerance = 30; // km

    /// Both outlive the check; @p world may be null: then nothing is ever found wrong.
    PlaceCheck(const WorldGeometry *world, const Gazetteer &cities)
        : m_world(world)
        , m_cities(cities)
    {
    }

    /// What disagrees, e.g. "the position lies in FR"; empty when nothing does. A territory may be drawn as part of
    /// its state (Guadeloupe in France); a country too small for the map is looked for by its cities.
    QString disagreement(const QString &country, GeoPoint position) const;
    /// The country that the map shows at @p position; empty at sea and where the map has no ISO code.
    QString countryAt(GeoPoint position) const;
    /// @p a and @p b are the same country, or one is a territory of the other.
    static bool agree(const QString &a, const QString &b);

private:
    bool hasCityNear(const QString &country, GeoPoint position, double kilometres) const;
    bool isDrawn(const QString &country) const;

    const WorldGeometry *m_world;
    const Gazetteer &m_cities;
};

} // namespace graticule
