// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

namespace graticule {

/// Degrees.
struct MapPosition
{
    double latitude = 0;
    double longitude = 0;
};

/// The Equal Earth projection (Savric, Patterson and Jenny 2018: "The Equal Earth map projection", constants from
/// there) with central meridian 11 E, so that the cut falls into the Bering Strait. Equal area: Africa is not a
/// footnote.
///
/// The plane's unit is the radius of the globe; x grows to the east, y to the *south*, as on a screen.
namespace equalEarth {

inline constexpr double CentralMeridian = 11;
/// Half the width (at the equator) and half the height of the world in the plane.
inline constexpr double HalfWidth = 2.706629983696;
inline constexpr double HalfHeight = 1.317362759157;

/// Longitudes of any turn.
QPointF project(double latitude, double longitude);
/// Longitude relative to the central meridian, -180..180, not wrapped: both ends of the cut stay where they are.
QPointF projectRelative(double latitude, double relativeLongitude);
/// The position, longitude -180..180. A point outside the world comes out as the nearest position of its row.
MapPosition position(QPointF point);
/// Latitude of a row of the plane; rows beyond a pole are the pole.
double latitudeOf(double y);
/// Plane width of one degree of longitude at a latitude.
double degreeWidth(double latitude);

} // namespace equalEarth

} // namespace graticule
