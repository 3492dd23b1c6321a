// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapframe.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace graticule {

namespace {

constexpr double MarkReach = 30;  // logical pixels: ring and badge included
constexpr double RingGap = 5;     // logical pixels
constexpr double LevelRadius = 8; // logical pixels: of a lone site that says how full it is

} // namespace

MapFrame::MapFrame(QPainter &painter, const Scene &scene, MapSprites &sprites, const Theme &theme,
                   const MapCamera &camera, const MapTileView &view, const QRegion &clip)
    : m_painter(painter)
    , m_scene(scene)
    , m_sprites(sprites)
    , m_theme(theme)
    , m_camera(camera)
    , m_view(view)
    , m_clip(clip.boundingRect())
{
}

QPointF MapFrame::screenOf(const MapLayout &layout, int cluster, const MapCamera &camera)
{
    const MapCluster &c = layout.clusters()[size_t(cluster)];
    return camera.toScreen(c.place) + c.push;
}

QPoint MapFrame::deviceOf(QPointF plane, QPointF logicalOffset) const
{
    const QPointF device = plane * m_view.scale + logicalOffset * m_view.pixelRatio;
    return QPoint(int(std::lround(device.x())), int(std::lround(device.y()))) - m_view.origin;
}

bool MapFrame::isNear(QPoint device, double logicalReach) const
{
    const int reach = int(logicalReach * m_view.pixelRatio);
    return m_clip.adjusted(-reach, -reach, reach, reach).contains(device);
}

void MapFrame::put(QPoint middle, const QPixmap &picture)
{
    m_painter.drawPixmap(middle - QPoint(picture.width() / 2, picture.height() / 2), picture);
}

void MapFrame::paint()
{
    const auto &clusters = m_scene.layout.clusters();
    std::vector<std::pair<int, QPoint>> bad;
    for (int i = 0; i < int(clusters.size()); ++i) {
        const QPoint device = deviceOf(clusters[size_t(i)].place, clusters[size_t(i)].push);
        if (isNear(device, MarkReach)) {
            (isWell(m_scene.tallies[size_t(i)].worst()) ? m_visible : bad).emplace_back(i, device);
        }
    }
    m_firstBad = m_visible.size();
    m_visible.insert(m_visible.end(), bad.begin(), bad.end());
    paintActiveArc();
    paintMarks();
    paintBadges();
    paintLabels();
    paintValues();
    paintCallouts();
    paintRings();
}

void MapFrame::paintActiveArc()
{
    const auto &arcs = m_scene.layout.arcs()->arcs;
    const auto found = m_scene.activeLink < 0 ? arcs.end() : std::ranges::find(arcs, m_scene.activeLink, &MapArc::link);
    if (found == arcs.end()) {
        return;
    }
    const MapArc &arc = *found;
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(m_theme.colour(Colour::Accent), 2 * m_view.pixelRatio, Qt::SolidLine, Qt::RoundCap));
    m_painter.setBrush(Qt::NoBrush);
    QPolygonF part;
    for (size_t i = 0; i < arc.points.size(); ++i) {
        if (i > 0 && i == arc.gap) {
            m_painter.drawPolyline(part);
            part.clear();
        }
        part.append(arc.points[i] * m_view.scale - QPointF(m_view.origin));
    }
    m_painter.drawPolyline(part);
}

void MapFrame::paintMarks()
{
    for (const auto &[i, device] : m_visible) {
        const MapCluster &cluster = m_scene.layout.clusters()[size_t(i)];
        const MapMark worst = m_scene.tallies[size_t(i)].worst();
        if (cluster.prominent) {
            continue;
        }
        if (i == m_scene.hovered) {
            ring(i, cluster.radius + 3, Colour::Text3, 1);
        }
        if (m_scene.levels) {
            const double radius = std::max(cluster.radius, LevelRadius);
            put(device, m_sprites.level((*m_scene.levels)[size_t(i)], cluster.count > 1, radius));
            continue;
        }
        put(device, cluster.count > 1 ? m_sprites.cluster(cluster.count, cluster.radius, worst)
                                      : m_sprites.site(worst, m_scene.layout.sites()[cluster.named].inferred));
    }
}

void MapFrame::paintBadges()
{
    for (size_t k = m_firstBad; k < m_visible.size(); ++k) {
        const auto &[i, device] = m_visible[k];
        const MapCluster &cluster = m_scene.layout.clusters()[size_t(i)];
        if (cluster.count > 1 || (m_scene.levels && !cluster.prominent)) {
            const double radius = m_scene.levels ? std::max(cluster.radius, LevelRadius) : cluster.radius;
            const auto away = int(std::lround(MapSprites::badgeAt(radius) * m_view.pixelRatio)); // 45 degrees
            put(device + QPoint(away, -away), m_sprites.badge(m_scene.tallies[size_t(i)].worst()));
        }
    }
}

/// A ring around a mark pushes the mark's name aside.
QPointF MapFrame::clearOfRing(const MapLabel &label) const
{
    const bool isRinged = label.cluster == m_scene.current || m_scene.selected[size_t(label.cluster)];
    const double length = std::hypot(label.fromMark.x(), label.fromMark.y());
    return isRinged && length > 0 ? label.fromMark * (RingGap / length) : QPointF();
}

void MapFrame::paintLabels()
{
    for (const MapLabel &label : m_scene.annotations.labels()) {
        const MapCluster &cluster = m_scene.layout.clusters()[size_t(label.cluster)];
        const QPoint device = deviceOf(cluster.place, cluster.push + label.fromMark + clearOfRing(label));
        if (isNear(device, 110)) {
            put(device, m_sprites.label(label.text, label.strong));
        }
    }
}

void MapFrame::paintValues()
{
    for (const MapValue &value : m_scene.annotations.values()) {
        const QPoint device = deviceOf(value.plane);
        if (isNear(device, 110)) {
            put(device, m_sprites.value(value.text, value.severity));
        }
    }
}

void MapFrame::paintCallouts()
{
    const double ratio = m_view.pixelRatio;
    for (const MapCalloutBox &box : m_scene.annotations.callouts()) {
        const MapCluster &cluster = m_scene.layout.clusters()[size_t(box.cluster)];
        const QPoint site = deviceOf(cluster.place);
        if (!isNear(site, 420)) {
            continue;
        }
        const MapMark mark = m_scene.tallies[size_t(box.cluster)].worst();
        const QRectF &place = box.fromMark;
        const QPointF end = place.left() > 0     ? QPointF(place.left(), place.center().y())
                            : place.right() < 0  ? QPointF(place.right(), place.center().y())
                            : place.bottom() < 0 ? QPointF(0, place.bottom())
                                                 : QPointF(0, place.top());
        // Straight lines are drawn without smoothing, on whole pixels.
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        m_painter.setPen(QPen(m_theme.colour(lineColourOf(mark)), std::max(1.0, std::round(ratio))));
        m_painter.drawLine(site, site + (end * ratio).toPoint());
        m_painter.setRenderHint(QPainter::Antialiasing);
        put(site, m_sprites.prominent(mark));
        put(site + (place.center() * ratio).toPoint(), m_sprites.callout(box.callout.title, box.callout.detail, mark));
    }
}

void MapFrame::ring(int cluster, double radius, Colour colour, double width, double opacity)
{
    const MapCluster &c = m_scene.layout.clusters()[size_t(cluster)];
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(m_theme.colour(colour, opacity), width * m_view.pixelRatio));
    const double r = radius * m_view.pixelRatio;
    m_painter.drawEllipse(QPointF(deviceOf(c.place, c.push)), r, r);
}

void MapFrame::paintRings()
{
    for (const auto &[i, device] : m_visible) {
        const MapCluster &cluster = m_scene.layout.clusters()[size_t(i)];
        const double radius = cluster.prominent ? 19 : cluster.radius + 5;
        if (i == m_scene.current) {
            ring(i, radius, Colour::Focus, 2);
        } else if (m_scene.selected[size_t(i)]) {
            ring(i, radius, Colour::Accent, 2);
        }
        if (cluster.prominent && m_scene.pulse >= 0) {
            ring(i, 22 + 14 * m_scene.pulse, lineColourOf(m_scene.tallies[size_t(i)].worst()), 1.6,
                 0.7 * (1 - m_scene.pulse));
        }
    }
}

} // namespace graticule
