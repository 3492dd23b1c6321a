// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/maparcs.h"

#include "widgets/map/equalearth.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace graticule {

namespace {

constexpr double Degree = std::numbers::pi / 180;
constexpr double PointEvery = 2 * Degree;

using Vector = std::array<double, 3>;

Vector onSphere(QPointF degrees)
{
    const double latitude = degrees.y() * Degree, longitude = degrees.x() * Degree;
    return {std::cos(latitude) * std::cos(longitude), std::cos(latitude) * std::sin(longitude), std::sin(latitude)};
}

double relativeLongitude(const Vector &v)
{
    const double relative = std::atan2(v[1], v[0]) / Degree - equalEarth::CentralMeridian;
    return relative - 360 * std::round(relative / 360);
}

double latitudeOf(const Vector &v)
{
    return std::asin(std::clamp(v[2], -1.0, 1.0)) / Degree;
}

} // namespace

bool operator==(const MapArc &a, const MapArc &b)
{
    return a.link == b.link && a.count == b.count && a.severity == b.severity && a.dotted == b.dotted &&
           a.length == b.length && a.gap == b.gap && a.bounds == b.bounds && std::ranges::equal(a.points, b.points);
}

size_t addGreatCircle(QPointF from, QPointF to, std::vector<QPointF> &points)
{
    size_t gap = 0;
    const size_t first = points.size();
    const Vector a = onSphere(from), b = onSphere(to);
    const double dot = std::clamp(a[0] * b[0] + a[1] * b[1] + a[2] * b[2], -1.0, 1.0);
    const double angle = std::acos(dot), sine = std::sin(angle);
    const int steps = std::clamp(int(std::ceil(angle / PointEvery)), 2, 90);
    double before = 0, latitudeBefore = 0;
    for (int i = 0; i <= steps; ++i) {
        const double t = double(i) / steps;
        // Nearly the same or nearly opposite places: the plain mean is as good as any way.
        const double u = sine > 1e-9 ? std::sin((1 - t) * angle) / sine : 1 - t;
        const double w = sine > 1e-9 ? std::sin(t * angle) / sine : t;
        const Vector v{u * a[0] + w * b[0], u * a[1] + w * b[1], u * a[2] + w * b[2]};
        const double relative = relativeLongitude(v), latitude = latitudeOf(v);
        if (i > 0 && std::abs(relative - before) > 180 && gap == 0) {
            const double side = before > 0 ? 180 : -180;
            const double other = relative + 2 * side; // where the next point lies, seen from this side
            const double share = (side - before) / (other - before);
            const double middle = latitudeBefore + share * (latitude - latitudeBefore);
            points.push_back(equalEarth::projectRelative(middle, side));
            gap = points.size() - first;
            points.push_back(equalEarth::projectRelative(middle, -side));
        }
        points.push_back(equalEarth::projectRelative(latitude, relative));
        before = relative;
        latitudeBefore = latitude;
    }
    return gap;
}

bool MapArcs::touch(const QRectF &plane) const
{
    for (const MapArc &arc : arcs) {
        if (!arc.bounds.intersects(plane)) {
            continue;
        }
        for (size_t i = 1; i < arc.points.size(); ++i) {
            const QPointF a = arc.points[i - 1], b = arc.points[i];
            if (i != arc.gap && std::max(a.x(), b.x()) >= plane.left() && std::min(a.x(), b.x()) <= plane.right() &&
                std::max(a.y(), b.y()) >= plane.top() && std::min(a.y(), b.y()) <= plane.bottom()) {
                return true;
            }
        }
    }
    return false;
}

double arcWidth(MapSeverity severity, MapLength length)
{
    static constexpr double widths[] = {1, 1, 1, 1.4, 2, 2.6};
    switch (severity) {
    case MapSeverity::Critical:
    case MapSeverity::Medium:
        return 1.6;
    case MapSeverity::High:
        return 2;
    case MapSeverity::None:
        break;
    }
    return widths[size_t(length)];
}

Colour arcColour(MapSeverity severity, MapLength length)
{
    static constexpr Colour severe[] = {Colour::LineStrong, Colour::MediumLine, Colour::HighLine, Colour::Critical};
    static constexpr Colour neutral[] = {Colour::LineStrong,   Colour::Text3, Colour::LineStrong,
                                         Colour::TextDisabled, Colour::Text3, Colour::Text2};
    return severity == MapSeverity::None ? neutral[size_t(length)] : severe[size_t(severity)];
}

} // namespace graticule
