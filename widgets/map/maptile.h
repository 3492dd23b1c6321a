// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/maparcs.h"
#include "widgets/map/mapgeometry.h"
#include "widgets/theme/theme.h"

#include <QImage>
#include <QPoint>

#include <memory>

namespace graticule {

/// Everything a worker needs to draw one square of the base map: ocean, graticule, land, borders, arcs.
struct MapTile
{
    static constexpr int Size = 512; ///< device pixels

    std::shared_ptr<const MapGeometry> geometry; ///< may be null: ocean and graticule only
    std::shared_ptr<const MapArcs> arcs;         ///< may be null
    Theme theme;
    double scale = 1;      ///< device pixels per unit of the plane
    double pixelRatio = 1; ///< device pixels per logical pixel; widths of lines follow it
    QPoint index;          ///< column and row: the tile's left edge is at x = column * Size / scale in the plane

    /// The part of the plane that it covers, `margin` device pixels larger on each side.
    QRectF plane(double margin = 0) const;
};

/// Draws a tile; a pure function, any thread, about 1 to 3 ms.
QImage renderMapTile(const MapTile &tile);

/// How far the lines of the graticule are apart at a scale: degrees.
int graticuleStep(double logicalScale);

} // namespace graticule
