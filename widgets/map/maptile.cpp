// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/maptile.h"

#include "widgets/map/equalearth.h"
#include "widgets/map/smoothline.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace graticule {

namespace {

constexpr double Closest = 0.45; // device pixels: points nearer than this to the one before add nothing

/// Draws lines of the plane into one tile. Long outlines are cut down to what the tile shows before Qt sees them.
class TilePainter
{
public:
    TilePainter(const MapTile &tile, QImage &image)
        : m_tile(tile)
        , m_image(image)
        , m_painter(&image)
        , m_visible(tile.plane(8 * tile.pixelRatio))
        , m_origin(QPointF(tile.index) * MapTile::Size)
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
    }

    void graticule();
    void land();
    void borders();
    void arcs();

private:
    QPointF toDevice(QPointF plane) const { return plane * m_tile.scale - m_origin; }
    /// In which of the eight regions around the tile a point lies, a bit per side; 0 inside.
    unsigned side(QPointF p) const
    {
        return (p.x() < m_visible.left() ? 1U : 0) | (p.x() > m_visible.right() ? 2U : 0) |
               (p.y() < m_visible.top() ? 4U : 0) | (p.y() > m_visible.bottom() ? 8U : 0);
    }
    void reduce(const std::vector<QPointF> &points, bool closed);
    void curve(const std::vector<QPointF> &points);
    void solidArc(const MapArc &arc, QRgb colour, double width);
    void dottedArc(const MapArc &arc, QPen pen);
    QPen pen(Colour colour, double width) const
    {
        return {m_tile.theme.colour(colour), width * m_tile.pixelRatio, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
    }

    const MapTile &m_tile;
    QImage &m_image;
    QPainter m_painter;
    const QRectF m_visible;
    const QPointF m_origin;
    QPolygonF m_reduced; // kept, so that memory is asked for once a tile
};

/// Leaves out what cannot show: points whose neighbours lie beyond the same side of the tile, and points closer than
/// half a pixel. The rest is a shape that looks the same inside the tile.
void TilePainter::reduce(const std::vector<QPointF> &points, bool closed)
{
    m_reduced.clear();
    if (points.empty()) {
        return;
    }
    const double closest = Closest / m_tile.scale;
    QPointF kept = points.front();
    unsigned keptSide = side(kept), thisSide = keptSide;
    m_reduced.append(toDevice(kept));
    for (size_t i = 1; i < points.size(); ++i) {
        const bool last = i + 1 == points.size();
        const QPointF p = points[i];
        if (i == 1) {
            thisSide = side(p);
        }
        const unsigned nextSide = last ? (closed ? side(points.front()) : 0) : side(points[i + 1]);
        const bool hidden = (keptSide & thisSide & nextSide) != 0;
        const bool same = std::abs(p.x() - kept.x()) + std::abs(p.y() - kept.y()) < closest;
        if (!hidden && (!same || (last && !closed))) {
            m_reduced.append(toDevice(p));
            kept = p;
            keptSide = thisSide;
        }
        thisSide = nextSide;
    }
}

void TilePainter::land()
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_tile.theme.colour(Colour::Land));
    for (const MapGeometry::Line &ring : m_tile.geometry->levelFor(m_tile.scale).rings) {
        const double extent = std::max(ring.bounds.width(), ring.bounds.height()) * m_tile.scale;
        if (extent > Closest && ring.bounds.intersects(m_visible)) {
            reduce(ring.points, /*closed=*/true);
            if (m_reduced.size() > 2) {
                m_painter.drawPolygon(m_reduced, Qt::WindingFill);
            }
        }
    }
}

void TilePainter::borders()
{
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(pen(Colour::LandLine, 0.8));
    for (const MapGeometry::Line &border : m_tile.geometry->levelFor(m_tile.scale).borders) {
        // A straight border has no height: intersects() would call it empty.
        if (border.bounds.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).intersects(m_visible)) {
            curve(border.points);
        }
    }
}

void TilePainter::curve(const std::vector<QPointF> &points)
{
    reduce(points, /*closed=*/false);
    if (m_reduced.size() > 1) {
        m_painter.drawPolyline(m_reduced);
    }
}

void TilePainter::graticule()
{
    m_painter.setPen(pen(Colour::Graticule, 1));
    const int step = graticuleStep(m_tile.scale / m_tile.pixelRatio);
    const double north = equalEarth::latitudeOf(m_visible.top()), south = equalEarth::latitudeOf(m_visible.bottom());
    const auto multiple = [step](double degrees) { return step * int(std::ceil(degrees / step)); };
    for (int latitude = std::max(multiple(south), -75); latitude <= std::min(north, 75.0); latitude += step) {
        const double y = equalEarth::projectRelative(latitude, 0).y();
        const double end = 180 * equalEarth::degreeWidth(latitude);
        curve({{std::max(-end, m_visible.left()), y}, {std::min(end, m_visible.right()), y}});
    }
    // A row of the tile is widest in degrees where rows are shortest: at its end nearer to a pole.
    const double narrow = std::min(equalEarth::degreeWidth(north), equalEarth::degreeWidth(south));
    const double wide = std::max(equalEarth::degreeWidth(north), equalEarth::degreeWidth(south));
    const auto degrees = [&](double x, double width) { return std::clamp(x / width, -180.0, 180.0); };
    const double west = std::min(degrees(m_visible.left(), narrow), degrees(m_visible.left(), wide));
    const double east = std::max(degrees(m_visible.right(), narrow), degrees(m_visible.right(), wide));
    const double top = std::min(north, 85.0), bottom = std::max(south, -85.0);
    const double first = multiple(west + equalEarth::CentralMeridian) - equalEarth::CentralMeridian;
    for (double relative = first; relative <= east && bottom < top; relative += step) {
        std::vector<QPointF> meridian;
        const int pieces = std::clamp(int((top - bottom) / 2.5), 2, 72);
        for (int i = 0; i <= pieces; ++i) {
            meridian.push_back(equalEarth::projectRelative(bottom + (top - bottom) * i / pieces, relative));
        }
        curve(meridian);
    }
}

void TilePainter::solidArc(const MapArc &arc, QRgb colour, double width)
{
    for (size_t i = 1; i < arc.points.size(); ++i) {
        if (i != arc.gap && (side(arc.points[i - 1]) & side(arc.points[i])) == 0) {
            paintSmoothLine(m_image, toDevice(arc.points[i - 1]), toDevice(arc.points[i]), colour, width);
        }
    }
}

/// Strokes only the segments near the tile; dots go on as if the whole line had been drawn.
void TilePainter::dottedArc(const MapArc &arc, QPen pen)
{
    double length = 0, start = 0;
    QPolygonF run;
    const auto flush = [&] {
        if (run.size() > 1) {
            pen.setDashOffset(start / pen.widthF());
            m_painter.setPen(pen);
            m_painter.drawPolyline(run);
        }
        run.clear();
    };
    for (size_t i = 1; i < arc.points.size(); ++i) {
        if (i == arc.gap) {
            flush();
            continue;
        }
        const QPointF a = toDevice(arc.points[i - 1]), b = toDevice(arc.points[i]);
        if ((side(arc.points[i - 1]) & side(arc.points[i])) != 0) {
            flush();
        } else {
            if (run.isEmpty()) {
                start = length;
                run.append(a);
            }
            run.append(b);
        }
        length += std::hypot(b.x() - a.x(), b.y() - a.y());
    }
    flush();
}

void TilePainter::arcs()
{
    for (const MapArc &arc : m_tile.arcs->arcs) {
        if (!arc.bounds.intersects(m_visible)) {
            continue;
        }
        const double width = arcWidth(arc.severity, arc.length);
        const Colour colour = arcColour(arc.severity, arc.length);
        if (arc.dotted) {
            QPen line = pen(colour, width);
            line.setDashPattern({2 / width, 4 / width});
            dottedArc(arc, line);
        } else if (arc.severity == MapSeverity::None && arc.length == MapLength::Unmeasured) {
            QPen line = pen(colour, width);
            line.setDashPattern({6 / width, 5 / width});
            dottedArc(arc, line);
        } else {
            solidArc(arc, m_tile.theme.colour(colour).rgb(), width * m_tile.pixelRatio);
        }
    }
}

} // namespace

QRectF MapTile::plane(double margin) const
{
    const double size = (Size + 2 * margin) / scale;
    return {(index.x() * double(Size) - margin) / scale, (index.y() * double(Size) - margin) / scale, size, size};
}

QImage renderMapTile(const MapTile &tile)
{
    QImage image(MapTile::Size, MapTile::Size, QImage::Format_RGB32);
    image.fill(tile.theme.colour(Colour::Ocean));
    TilePainter painter(tile, image);
    painter.graticule();
    if (tile.geometry) {
        painter.land();
        if (graticuleStep(tile.scale / tile.pixelRatio) == 1) {
            painter.graticule(); // so near, land may be all there is: some lines to see where one is and moves
        }
        painter.borders();
    }
    if (tile.arcs) {
        painter.arcs();
    }
    return image;
}

int graticuleStep(double logicalScale)
{
    return logicalScale < 900 ? 15 : logicalScale < 9000 ? 5 : 1;
}

} // namespace graticule
