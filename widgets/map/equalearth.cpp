// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/equalearth.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace graticule::equalEarth {

namespace {

constexpr double A1 = 1.340264, A2 = -0.081106, A3 = 0.000893, A4 = 0.003796;
constexpr double Degree = std::numbers::pi / 180;
const double M = std::sqrt(3) / 2;

/// y over the parametric latitude, and its derivative, which also gives the width of a row.
double rise(double theta)
{
    const double t2 = theta * theta, t6 = t2 * t2 * t2;
    return theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
}

double riseSlope(double theta)
{
    const double t2 = theta * theta, t6 = t2 * t2 * t2;
    return A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2);
}

double parametric(double latitude)
{
    return std::asin(M * std::sin(std::clamp(latitude, -90.0, 90.0) * Degree));
}

double parametricOfRow(double y)
{
    double theta = std::clamp(-y, -HalfHeight, HalfHeight);
    for (int step = 0; step < 12; ++step) { // Newton; three steps give pixels, a few more give all digits
        const double change = (rise(theta) + y) / riseSlope(theta);
        theta -= change;
        if (std::abs(change) < 1e-13) {
            break;
        }
    }
    return std::clamp(theta, -std::numbers::pi / 3, std::numbers::pi / 3);
}

double degreeWidthAt(double theta)
{
    return Degree * std::cos(theta) / (M * riseSlope(theta));
}

} // namespace

QPointF projectRelative(double latitude, double relativeLongitude)
{
    const double theta = parametric(latitude);
    return {relativeLongitude * degreeWidthAt(theta), -rise(theta)};
}

QPointF project(double latitude, double longitude)
{
    const double relative = longitude - CentralMeridian;
    return projectRelative(latitude, relative - 360 * std::round(relative / 360));
}

MapPosition position(QPointF point)
{
    const double theta = parametricOfRow(std::clamp(point.y(), -HalfHeight, HalfHeight));
    const double relative = std::clamp(point.x() / degreeWidthAt(theta), -180.0, 180.0);
    const double longitude = relative + CentralMeridian;
    return {std::asin(std::clamp(std::sin(theta) / M, -1.0, 1.0)) / Degree,
            longitude - 360 * std::round(longitude / 360)};
}

double latitudeOf(double y)
{
    return position({0, y}).latitude;
}

double degreeWidth(double latitude)
{
    return degreeWidthAt(parametric(latitude));
}

} // namespace graticule::equalEarth
