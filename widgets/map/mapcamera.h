// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace graticule {

/// Which part of the Equal Earth plane a view shows: a value. Sizes and screen points are logical pixels.
class MapCamera
{
public:
    MapCamera() = default;
    MapCamera(QPointF centre, double scale, QSizeF view)
        : m_centre(centre)
        , m_scale(scale)
        , m_view(view)
    {
    }

    /// Latitudes -50 to 76 framed, slightly above the middle, as the design's pictures show it.
    /// @p top and @p bottom: so many pixels are covered there; what is usually inhabited is framed between them.
    static MapCamera home(QSizeF view, double top = 0, double bottom = 0);
    /// The smallest one that shows all of `plane`, `margin` pixels inside the view.
    static MapCamera fitting(const QRectF &plane, QSizeF view, double margin);

    QPointF centre() const { return m_centre; }
    /// Pixels per unit of the plane.
    double scale() const { return m_scale; }
    QSizeF view() const { return m_view; }

    QPointF toScreen(QPointF plane) const;
    QPointF toPlane(QPointF screen) const;
    /// The visible part of the plane.
    QRectF visible() const;

    MapCamera resized(QSizeF view) const { return {m_centre, m_scale, view}; }
    /// Moves what is seen: positive x to the right.
    MapCamera panned(QPointF pixels) const;
    /// The plane's point under `fixed` stays there.
    MapCamera zoomed(double factor, QPointF fixed) const;
    MapCamera zoomedTo(double scale, QPointF fixed) const { return zoomed(scale / m_scale, fixed); }
    /// Within the world and within the scales that make sense for this view.
    MapCamera clamped() const;

    static double homeScale(QSizeF view);
    /// The whole world fits.
    static double smallestScale(QSizeF view);
    /// City level: a degree of latitude is about a thousand pixels.
    static constexpr double LargestScale = 60'000;

    friend bool operator==(const MapCamera &, const MapCamera &) = default;

private:
    QPointF m_centre;
    double m_scale = 228;
    QSizeF m_view = {1056, 602};
};

} // namespace graticule
