// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/maptiles.h"

#include <QPainter>
#include <QThread>

#include <algorithm>
#include <cmath>

namespace graticule {

namespace {

constexpr size_t MostLayers = 5;    // scales that are kept for zooming back and as something to stretch
constexpr qsizetype MostTiles = 64; // a megabyte each; more only where the view itself needs more

/// Columns and rows of the tiles that a rectangle of the world's pixels touches.
QRect tilesIn(const QRect &pixels)
{
    const auto tile = [](int pixel) { return int(std::floor(double(pixel) / MapTile::Size)); };
    return {QPoint(tile(pixels.left()), tile(pixels.top())), QPoint(tile(pixels.right()), tile(pixels.bottom()))};
}

/// Where a tile of a layer lies in the view. Edges are rounded one by one, so neighbours never leave a gap.
QRect placeOf(QPoint index, double ratio, QPoint origin)
{
    const auto edge = [ratio](int i) { return int(std::lround(double(i) * MapTile::Size * ratio)); };
    return QRect(QPoint(edge(index.x()), edge(index.y())), QPoint(edge(index.x() + 1) - 1, edge(index.y() + 1) - 1))
        .translated(-origin);
}

} // namespace

MapTiles::MapTiles(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(std::max(1, QThread::idealThreadCount() - 1));
    m_pool.setThreadPriority(QThread::LowPriority); // the GUI goes first
}

MapTiles::~MapTiles()
{
    m_wanted.clear();
    m_pool.waitForDone();
}

void MapTiles::setGeometry(std::shared_ptr<const MapGeometry> geometry)
{
    m_geometry = std::move(geometry);
    ++m_baseVersion;
}

void MapTiles::setTheme(const Theme &theme)
{
    m_theme = theme;
    ++m_baseVersion;
}

void MapTiles::setArcs(std::shared_ptr<const MapArcs> arcs)
{
    if (m_arcs && arcs && m_arcs->arcs == arcs->arcs) {
        return;
    }
    m_arcs = std::move(arcs);
    ++m_arcsVersion;
    for (const auto &layer : m_layers) {
        layer->touched.clear();
    }
}

MapTiles::Layer &MapTiles::layer(double scale)
{
    const auto found = std::ranges::find(m_layers, scale, [](const auto &layer) { return layer->scale; });
    if (found != m_layers.end()) {
        std::rotate(m_layers.begin(), found, found + 1);
    } else {
        m_layers.insert(m_layers.begin(), std::make_unique<Layer>());
        m_layers.front()->scale = scale;
    }
    return *m_layers.front();
}

quint64 MapTiles::arcsVersionAt(Layer &layer, QPoint index)
{
    if (!m_arcs || m_arcs->arcs.empty()) {
        return 0;
    }
    auto known = layer.touched.find(index);
    if (known == layer.touched.end()) {
        MapTile tile;
        tile.scale = layer.scale;
        tile.index = index;
        known = layer.touched.insert(index, m_arcs->touch(tile.plane(4 * m_pixelRatio)));
    }
    return *known ? m_arcsVersion : 0;
}

void MapTiles::request(const MapTileView &view, int around)
{
    if (m_pixelRatio != view.pixelRatio) {
        m_pixelRatio = view.pixelRatio;
        ++m_baseVersion;
    }
    Layer &wanted = layer(view.scale);
    const QRect needed = tilesIn(QRect(view.origin, view.size).adjusted(-around, -around, around, around));
    m_wanted.clear();
    for (int row = needed.top(); row <= needed.bottom(); ++row) {
        for (int column = needed.left(); column <= needed.right(); ++column) {
            const QPoint index(column, row);
            const auto tile = wanted.tiles.constFind(index);
            if (tile == wanted.tiles.cend() || tile->base != m_baseVersion ||
                tile->arcs != arcsVersionAt(wanted, index)) {
                m_wanted.push_back({view.scale, index});
            }
        }
    }
    const QPointF middle = QPointF(view.origin) + QPointF(view.size.width(), view.size.height()) / 2;
    std::ranges::stable_sort(m_wanted, {}, [middle](const Key &key) {
        const QPointF away = (QPointF(key.index) + QPointF(0.5, 0.5)) * MapTile::Size - middle;
        return QPointF::dotProduct(away, away);
    });
    forgetOld(needed);
    startWork();
}

void MapTiles::startWork()
{
    while (!m_wanted.empty() && m_working.size() < m_pool.maxThreadCount()) {
        const Key key = m_wanted.front();
        m_wanted.pop_front();
        if (m_working.contains(key)) {
            continue;
        }
        m_working.insert(key, true);
        const Tile wanted{{}, m_baseVersion, arcsVersionAt(layer(key.scale), key.index)};
        const MapTile tile{m_geometry, wanted.arcs ? m_arcs : nullptr, m_theme, key.scale, m_pixelRatio, key.index};
        m_pool.start([this, key, wanted, tile] {
            Tile done = wanted;
            done.image = renderMapTile(tile);
            QMetaObject::invokeMethod(
                this, [this, key, done] { accept(key, done); }, Qt::QueuedConnection);
        });
    }
}

void MapTiles::accept(const Key &key, const Tile &tile)
{
    m_working.remove(key);
    ++m_renderedCount;
    const auto found = std::ranges::find(m_layers, key.scale, [](const auto &layer) { return layer->scale; });
    if (found != m_layers.end()) {
        (*found)->tiles.insert(key.index, tile);
    }
    startWork();
    Q_EMIT tileRendered();
}

/// Keeps the layer in use, the one that shows most of the world, and as many others as memory allows.
void MapTiles::forgetOld(const QRect &columnsAndRows)
{
    const qsizetype needed = qsizetype(columnsAndRows.width()) * columnsAndRows.height();
    const auto most = std::max(MostTiles, 5 * needed / 2);
    const auto widest = std::ranges::min_element(m_layers, {}, [](const auto &layer) { return layer->scale; })->get();
    const Layer *inUse = m_layers.front().get();
    qsizetype tiles = 0;
    size_t layers = 0;
    std::erase_if(m_layers, [&](const auto &layer) { // most recently asked for first
        tiles += layer.get() == inUse ? std::max(needed, layer->tiles.size()) : layer->tiles.size(); // with what comes
        ++layers;
        return (tiles > most || layers > MostLayers) && layer.get() != inUse && layer.get() != widest;
    });
    Layer &used = *m_layers.front();
    if (used.tiles.size() > most) {
        const QRect near = columnsAndRows.adjusted(-2, -2, 2, 2);
        used.tiles.removeIf([near](const auto &entry) { return !near.contains(entry.key()); });
        used.touched.clear();
    }
}

void MapTiles::paint(QPainter &painter, const QRegion &clip, const MapTileView &view, double tileScale) const
{
    // The layer in use first, then those that must be stretched least; each draws only what is still bare.
    std::vector<const Layer *> layers;
    for (const auto &layer : m_layers) {
        layers.push_back(layer.get());
    }
    std::ranges::sort(layers, {}, [&](const Layer *layer) {
        return layer->scale == tileScale ? -1 : std::abs(std::log(layer->scale / view.scale));
    });
    QRegion bare = clip;
    for (const Layer *layer : layers) {
        drawLayer(painter, *layer, bare, view);
        if (bare.isEmpty()) {
            return;
        }
    }
    for (const QRect &rect : bare) {
        painter.fillRect(rect, m_theme.colour(Colour::Ocean));
    }
}

/// Draws a layer's tiles into what is bare, and takes that from it.
void MapTiles::drawLayer(QPainter &painter, const Layer &layer, QRegion &bare, const MapTileView &view)
{
    const double ratio = view.scale / layer.scale;
    // Stretched tiles are seen for moments while something moves: smoothing them would cost more than all else.
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    for (auto tile = layer.tiles.cbegin(); tile != layer.tiles.cend(); ++tile) {
        const QRect place = placeOf(tile.key(), ratio, view.origin);
        if (!bare.intersects(place)) {
            continue;
        }
        const QRegion shown = bare & place;
        bare -= place;
        for (const QRect &rect : shown) {
            if (ratio == 1) {
                painter.drawImage(rect.topLeft(), tile->image, rect.translated(-place.topLeft()));
                continue;
            }
            const QRectF source(QPointF(rect.topLeft() - place.topLeft()) * tile->image.width() / place.width(),
                                QSizeF(rect.size()) * tile->image.width() / place.width());
            painter.drawImage(QRectF(rect), tile->image, source);
        }
    }
}

} // namespace graticule
