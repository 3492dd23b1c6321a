// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/maptile.h"

#include <QHash>
#include <QObject>
#include <QRect>
#include <QRegion>
#include <QThreadPool>

#include <deque>
#include <memory>
#include <vector>

class QPainter;

namespace graticule {

/// A view on the base map in device pixels. The world's pixel (0, 0) is the plane's origin at any scale.
struct MapTileView
{
    QPoint origin;         ///< the world's pixel in the view's upper left corner
    QSize size;            ///< of the view
    double scale = 1;      ///< device pixels per unit of the plane
    double pixelRatio = 1; ///< device pixels per logical pixel
};

/// The base map, kept as tiles that workers draw. GUI thread; never waits: what is not there yet is shown from tiles of
/// other scales, stretched, or as ocean.
class MapTiles : public QObject
{
    Q_OBJECT

public:
    explicit MapTiles(QObject *parent = nullptr);
    ~MapTiles() override; ///< waits for the tiles in work: some milliseconds

    void setGeometry(std::shared_ptr<const MapGeometry> geometry);
    void setTheme(const Theme &theme);
    /// Tiles through which no arc passes, neither before nor now, stay as they are.
    void setArcs(std::shared_ptr<const MapArcs> arcs);

    /// Asks for what this view and `around` pixels around it need and have not, its middle first, and forgets what was
    /// asked for before.
    void request(const MapTileView &view, int around);
    /// Draws `clip`, with tiles of `tileScale`, stretched when that is not the view's scale.
    void paint(QPainter &painter, const QRegion &clip, const MapTileView &view, double tileScale) const;

    /// Whether all tiles that were asked for are there.
    bool isSettled() const { return m_wanted.empty() && m_working.isEmpty(); }
    /// Tiles drawn since the start, for tests and measurements.
    int renderedCount() const { return m_renderedCount; }

Q_SIGNALS:
    /// A tile has come; the view should be drawn again.
    void tileRendered();

private:
    struct Tile
    {
        QImage image;
        quint64 base = 0; ///< version of geometry, theme and pixel ratio it was drawn with
        quint64 arcs = 0; ///< version of the arcs it was drawn with; 0: none pass through it
    };
    /// The tiles of one scale.
    struct Layer
    {
        double scale = 0;
        QHash<QPoint, Tile> tiles;
        QHash<QPoint, bool> touched; ///< whether today's arcs pass through a tile, as far as was asked
    };
    struct Key
    {
        double scale;
        QPoint index;
        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0) { return qHashMulti(seed, key.scale, key.index); }
    };

    Layer &layer(double scale);
    quint64 arcsVersionAt(Layer &layer, QPoint index);
    void startWork();
    void accept(const Key &key, const Tile &tile);
    void forgetOld(const QRect &columnsAndRows);
    static void drawLayer(QPainter &painter, const Layer &layer, QRegion &bare, const MapTileView &view);

    std::shared_ptr<const MapGeometry> m_geometry;
    std::shared_ptr<const MapArcs> m_arcs;
    Theme m_theme;
    double m_pixelRatio = 1;
    quint64 m_baseVersion = 1;
    quint64 m_arcsVersion = 1;
    std::vector<std::unique_ptr<Layer>> m_layers; ///< most recently asked for first
    std::deque<Key> m_wanted;                     ///< next first
    QHash<Key, bool> m_working;
    int m_renderedCount = 0;
    QThreadPool m_pool; ///< last, so that it is gone before what its jobs' results need
};

} // namespace graticule
