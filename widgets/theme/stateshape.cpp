// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/stateshape.h"

#include "widgets/theme/keptpixmap.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

namespace graticule {

namespace {

/// One stroke or fill of a shape, in the 16 x 16 box in which all shapes are designed.
struct Layer
{
    QPainterPath path;
    std::optional<Colour> fill;
    std::optional<Colour> stroke;
    qreal width = 0;
    QList<qreal> dashes; // in units of the box
    bool tile = false;   // an upright square that is drawn on whole device pixels instead of by its path
};

using Layers = std::vector<Layer>;

QPainterPath circle(qreal radius)
{
    QPainterPath path;
    path.addEllipse(QPointF(8, 8), radius, radius);
    return path;
}

QPainterPath lines(std::initializer_list<QPointF> points, bool closed = false)
{
    QPainterPath path(*points.begin());
    for (auto it = points.begin() + 1; it != points.end(); ++it)
        path.lineTo(*it);
    if (closed)
        path.closeSubpath();
    return path;
}

QPainterPath triangle()
{
    return lines({{8, 2.2}, {14.3, 13.4}, {1.7, 13.4}}, true);
}
QPainterPath diamond()
{
    return lines({{8, 1.6}, {14.4, 8}, {8, 14.4}, {1.6, 8}}, true);
}
QPainterPath dash()
{
    return lines({{5.6, 8}, {10.4, 8}});
}

QPainterPath hexagon()
{
    return lines({{8, 1.7}, {13.6, 4.9}, {13.6, 11.2}, {8, 14.4}, {2.4, 11.2}, {2.4, 4.9}}, true);
}

QPainterPath square()
{
    QPainterPath path;
    path.addRoundedRect(QRectF(2, 2, 12, 12), 1.5, 1.5);
    return path;
}

QPainterPath bars()
{
    QPainterPath path = lines({{6.4, 5.8}, {6.4, 10.2}});
    path.addPath(lines({{9.6, 5.8}, {9.6, 10.2}}));
    return path;
}

QPainterPath cross()
{
    QPainterPath path = lines({{5.4, 5.4}, {10.6, 10.6}});
    path.addPath(lines({{10.6, 5.4}, {5.4, 10.6}}));
    return path;
}

QPainterPath questionMark()
{
    // The hook is the larger arc of radius 1.75 from (6.3, 6.6) to (8.8, 8.2), whose centre is (8.05, 6.62).
    QPainterPath path(QPointF(6.3, 6.6));
    path.arcTo(QRectF(8.05 - 1.75, 6.62 - 1.75, 3.5, 3.5), 180, -244.6);
    path.cubicTo(8.2, 8.5, 8.0, 8.8, 8.0, 9.3);
    path.addPath(lines({{8, 11.3}, {8, 11.4}}));
    return path;
}

QPainterPath dots()
{
    QPainterPath path;
    for (const qreal x : {5.4, 8.0, 10.6})
        path.addEllipse(QPointF(x, 8), 0.9, 0.9);
    return path;
}

Layer filled(const QPainterPath &path, Colour fill, Colour outline, qreal width)
{
    return {.path = path, .fill = fill, .stroke = outline, .width = width, .dashes = {}};
}

Layer stroked(const QPainterPath &path, Colour colour, qreal width, QList<qreal> dashes = {})
{
    return {.path = path, .fill = {}, .stroke = colour, .width = width, .dashes = std::move(dashes)};
}

Layer stale(const QPainterPath &path)
{
    return stroked(path, Colour::Unknown, 1.4, {2.4, 2.0});
}

Layers layersOf(StateShape shape)
{
    const Layer dot{.path = circle(3.6), .fill = Colour::Healthy, .stroke = {}, .dashes = {}};
    const Layer staleDot = stroked(circle(4.2), Colour::Unknown, 1.4, {2.2, 1.8});
    Layer tile = filled(square(), Colour::Critical, Colour::CriticalLine, 1);
    tile.tile = true;
    switch (shape) {
    case StateShape::Healthy:
    case StateShape::Live:
        return {dot};
    case StateShape::Degraded:
        return {filled(triangle(), Colour::Medium, Colour::MediumLine, 1.2)};
    case StateShape::Down:
    case StateShape::Fail:
        return {tile, stroked(cross(), Colour::OnCritical, 1.9)};
    case StateShape::Unreachable:
        return {filled(diamond(), Colour::Surface, Colour::HighLine, 1.7), stroked(dash(), Colour::HighLine, 1.7)};
    case StateShape::Maintenance:
        return {filled(hexagon(), Colour::Surface, Colour::Maintenance, 1.5),
                stroked(bars(), Colour::Maintenance, 1.5)};
    case StateShape::StaleHealthy:
    case StateShape::Stale:
        return {staleDot};
    case StateShape::StaleDegraded:
        return {stale(triangle())};
    case StateShape::StaleDown:
        return {stale(square()), stroked(cross(), Colour::Unknown, 1.4)};
    case StateShape::StaleUnreachable:
        return {stale(diamond()), stroked(dash(), Colour::Unknown, 1.4)};
    case StateShape::StaleMaintenance:
        return {stale(hexagon()), stroked(bars(), Colour::Unknown, 1.4)};
    case StateShape::NeverAsked:
        return {stroked(circle(3.4), Colour::Unknown, 1.4)};
    case StateShape::Connecting:
        return {stroked(circle(6), Colour::Unknown, 1.4),
                {.path = dots(), .fill = Colour::Unknown, .stroke = {}, .dashes = {}}};
    case StateShape::Slow:
        return {stroked(circle(5.8), Colour::MediumLine, 1.6),
                stroked(lines({{8, 4.9}, {8, 8}, {10.2, 9.4}}), Colour::MediumLine, 1.6)};
    case StateShape::Refused:
        return {filled(circle(6.2), Colour::Critical, Colour::CriticalLine, 1),
                stroked(lines({{4.8, 8}, {11.2, 8}}), Colour::OnCritical, 2)};
    case StateShape::Paused:
        return {stroked(circle(6), Colour::Maintenance, 1.5), stroked(bars(), Colour::Maintenance, 1.5)};
    case StateShape::Pass:
        return {stroked(lines({{3.4, 8.4}, {6.4, 11.4}, {12.6, 4.8}}), Colour::Healthy, 1.7)};
    case StateShape::Warn: {
        QPainterPath mark = lines({{8, 6.4}, {8, 9.4}});
        mark.addPath(lines({{8, 11.4}, {8, 11.5}}));
        return {filled(triangle(), Colour::Medium, Colour::MediumLine, 1.2), stroked(mark, Colour::OnMedium, 1.6)};
    }
    case StateShape::Unknown:
        break;
    }
    Layer ring = filled(circle(6), Colour::Surface, Colour::Unknown, 1.4);
    ring.dashes = {2.4, 2.3};
    return {ring, stroked(questionMark(), Colour::Unknown, 1.3)};
}

const Layers &cachedLayers(StateShape shape)
{
    static const std::vector<Layers> all = [] {
        std::vector<Layers> out;
        for (int i = 0; i <= static_cast<int>(StateShape::Fail); ++i)
            out.push_back(layersOf(static_cast<StateShape>(i)));
        return out;
    }();
    const auto index = static_cast<std::size_t>(shape);
    return all[index < all.size() ? index : 0];
}

/// The square of Down with all edges on device pixels; `unit` = device pixels per unit of the box.
void paintTile(QPainter &painter, const Layer &layer, qreal unit, const Theme &theme)
{
    const qreal left = std::ceil(1.5 * unit - 0.5) / unit;
    const qreal line = std::max(1.0, std::round(layer.width * unit)) / unit;
    const QRectF outer(left, left, 16 - 2 * left, 16 - 2 * left);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(*layer.stroke));
    painter.drawRoundedRect(outer, 2, 2);
    painter.setBrush(theme.colour(*layer.fill));
    painter.drawRoundedRect(outer.adjusted(line, line, -line, -line), 1.2, 1.2);
}

void paintLayer(QPainter &painter, const Layer &layer, const Theme &theme)
{
    painter.setBrush(layer.fill ? QBrush(theme.colour(*layer.fill)) : Qt::NoBrush);
    QPen pen(Qt::NoPen);
    if (layer.stroke) {
        pen = QPen(theme.colour(*layer.stroke), layer.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        if (!layer.dashes.isEmpty()) {
            QList<qreal> pattern; // QPen counts in pen widths
            for (const qreal length : layer.dashes)
                pattern << length / layer.width;
            pen.setDashPattern(pattern);
            pen.setCapStyle(Qt::FlatCap);
        }
    }
    painter.setPen(pen);
    painter.drawPath(layer.path);
}

} // namespace

StateShape staleForm(StateShape shape)
{
    switch (shape) {
    case StateShape::Healthy:
        return StateShape::StaleHealthy;
    case StateShape::Degraded:
        return StateShape::StaleDegraded;
    case StateShape::Down:
        return StateShape::StaleDown;
    case StateShape::Unreachable:
        return StateShape::StaleUnreachable;
    case StateShape::Maintenance:
        return StateShape::StaleMaintenance;
    default:
        return shape;
    }
}

void paintStateShape(QPainter &painter, const QRectF &box, StateShape shape, const Theme &theme)
{
    const qreal side = std::min(box.width(), box.height());
    if (side <= 0)
        return;
    const QTransform device = painter.deviceTransform();
    const qreal ratio = std::hypot(device.m11(), device.m12());
    const QPointF corner = device.map(box.center() - QPointF(side, side) / 2);
    const QPointF snapped = device.inverted().map(QPointF(std::round(corner.x()), std::round(corner.y())));

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(snapped);
    painter.scale(side / 16, side / 16);
    for (const Layer &layer : cachedLayers(shape)) {
        if (layer.tile)
            paintTile(painter, layer, side / 16 * ratio, theme);
        else
            paintLayer(painter, layer, theme);
    }
    painter.restore();
}

QPixmap stateShapePixmap(StateShape shape, int size, qreal devicePixelRatio, const Theme &theme)
{
    const QString key = QStringLiteral("stateshape/%1/%2/%3/%4")
                            .arg(static_cast<int>(shape))
                            .arg(size)
                            .arg(devicePixelRatio)
                            .arg(theme.name());
    return keptPixmap(key, size, devicePixelRatio,
                      [&](QPainter &painter) { paintStateShape(painter, QRectF(0, 0, size, size), shape, theme); });
}

} // namespace graticule
