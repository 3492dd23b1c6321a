// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/mapannotations.h"
#include "widgets/map/mapcamera.h"
#include "widgets/map/maptiles.h"

#include <QRegion>

#include <vector>

class QPainter;

namespace graticule {

/// One picture of everything above the base map: marks, names, boxes, rings. Lives for one paint event.
///
/// The painter's unit is the device pixel; all pictures are put down on whole ones.
class MapFrame
{
public:
    struct Scene
    {
        const MapLayout &layout;
        const std::vector<MapTally> &tallies; ///< per cluster
        const MapAnnotations &annotations;
        const std::vector<bool> &selected; ///< per cluster
        int current = -1;                  ///< the cluster with keyboard focus; -1: none, or not to be shown
        int hovered = -1;                  ///< the cluster under the pointer
        int activeLink = -1;               ///< the link under the pointer or selected
        const std::vector<MapLevel> *levels = nullptr; ///< per cluster; null: marks do not say how full they are
        double pulse = -1;                             ///< phase 0..1 of the rings of new callouts; -1: still
    };

    MapFrame(QPainter &painter, const Scene &scene, MapSprites &sprites, const Theme &theme, const MapCamera &camera,
             const MapTileView &view, const QRegion &clip);

    void paint();

    /// Where a cluster is drawn: logical pixels of the view.
    static QPointF screenOf(const MapLayout &layout, int cluster, const MapCamera &camera);

private:
    QPoint deviceOf(QPointF plane, QPointF logicalOffset = {}) const;
    void put(QPoint middle, const QPixmap &picture);
    void paintActiveArc();
    void paintMarks();
    void paintBadges();
    QPointF clearOfRing(const MapLabel &label) const;
    void paintLabels();
    void paintValues();
    void paintCallouts();
    void paintRings();
    void ring(int cluster, double radius, Colour colour, double width, double opacity = 1);
    bool isNear(QPoint device, double logicalReach) const;

    QPainter &m_painter;
    const Scene &m_scene;
    MapSprites &m_sprites;
    const Theme &m_theme;
    const MapCamera &m_camera;
    const MapTileView &m_view;
    QRect m_clip;                                  ///< device pixels
    std::vector<std::pair<int, QPoint>> m_visible; ///< clusters, those that are well first
    size_t m_firstBad = 0;                         ///< the first of m_visible that is not well
};

} // namespace graticule
