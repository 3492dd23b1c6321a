// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapcamera.h"

#include "widgets/map/equalearth.h"

#include <algorithm>

namespace graticule {

namespace {

constexpr double Northmost = 74, Southmost = -48; // of what is inhabited but for outposts

} // namespace

double MapCamera::homeScale(QSizeF view)
{
    return std::max(1.0, std::min(view.width() / 4.62, view.height() / 2.36));
}

double MapCamera::smallestScale(QSizeF view)
{
    return std::max(
        1.0, std::min(view.width() / (2.02 * equalEarth::HalfWidth), view.height() / (2.02 * equalEarth::HalfHeight)));
}

MapCamera MapCamera::home(QSizeF view, double top, double bottom)
{
    const QPointF middle = equalEarth::project(16, equalEarth::CentralMeridian);
    if (top + bottom <= 0) {
        const double scale = homeScale(view);
        return {middle + QPointF(0, 10 / scale), scale, view};
    }
    const double north = equalEarth::project(Northmost, equalEarth::CentralMeridian).y();
    const double south = equalEarth::project(Southmost, equalEarth::CentralMeridian).y();
    const double free = std::max(40.0, view.height() - top - bottom);
    const double scale = std::max(smallestScale(view), std::min(view.width() / 4.62, free / (south - north)));
    const double shift = (bottom - top) / 2 / scale;
    return {QPointF(middle.x(), (north + south) / 2 + shift), scale, view};
}

MapCamera MapCamera::fitting(const QRectF &plane, QSizeF view, double margin)
{
    const double width = std::max(40.0, view.width() - 2 * margin);
    const double height = std::max(40.0, view.height() - 2 * margin);
    const double scale = std::min(width / std::max(plane.width(), 1e-9), height / std::max(plane.height(), 1e-9));
    return MapCamera(plane.center(), std::min(scale, LargestScale), view).clamped();
}

QPointF MapCamera::toScreen(QPointF plane) const
{
    return (plane - m_centre) * m_scale + QPointF(m_view.width(), m_view.height()) / 2;
}

QPointF MapCamera::toPlane(QPointF screen) const
{
    return (screen - QPointF(m_view.width(), m_view.height()) / 2) / m_scale + m_centre;
}

QRectF MapCamera::visible() const
{
    return {toPlane({0, 0}), m_view / m_scale};
}

MapCamera MapCamera::panned(QPointF pixels) const
{
    return {m_centre - pixels / m_scale, m_scale, m_view};
}

MapCamera MapCamera::zoomed(double factor, QPointF fixed) const
{
    const QPointF kept = toPlane(fixed);
    MapCamera out(m_centre, m_scale * factor, m_view);
    out.m_centre += kept - out.toPlane(fixed);
    return out;
}

MapCamera MapCamera::clamped() const
{
    const double scale = std::clamp(m_scale, smallestScale(m_view), LargestScale);
    return {QPointF(std::clamp(m_centre.x(), -equalEarth::HalfWidth, equalEarth::HalfWidth),
                    std::clamp(m_centre.y(), -equalEarth::HalfHeight, equalEarth::HalfHeight)),
            scale, m_view};
}

} // namespace graticule
