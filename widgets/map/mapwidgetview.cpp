// SPDX-License-Identifier: GPL-3.0-or-later
// The map's widget, for where its camera looks and what is made for that.
#include "widgets/map/mapwidget.h"

#include <QResizeEvent>

#include <algorithm>
#include <cmath>

namespace graticule {

namespace {

constexpr int SettleAfter = 120;  // ms without a change of scale: tiles and clusters are made exact
constexpr int WordsAfter = 250;   // ms without a move: words come out from under what lies over the map
constexpr int Ahead = 192;        // device pixels around the view that are drawn before a drag shows them
constexpr double TilesGood = 2.5; // a tile is stretched up to this factor before others are asked for

} // namespace

/// A new goal: everything is made for its scale at once. In passing, what is there is stretched as long as that looks
/// right, and made exact when the camera rests.
void MapWidget::targetMoved(bool passing)
{
    const double change = std::abs(std::log2(m_navigator.target().scale() / std::max(m_tileScale, 1e-9)));
    if (!passing) {
        m_settleTimer.stop();
    } else if (change > 0) {
        m_settleTimer.start(SettleAfter, this);
    }
    if (!passing || change >= std::log2(TilesGood)) {
        useScale(m_navigator.target().scale());
    }
}

void MapWidget::useScale(double scale)
{
    m_tileScale = scale;
    requestTiles();
    if (m_layoutScale != scale) {
        requestLayout();
    }
}

void MapWidget::cameraMoved()
{
    if (!m_navigator.isAnimating()) {
        requestTiles();
    }
    if (!m_annotations.region().contains(seenAt(layoutInUse()->scale()))) {
        placeWords();
    } else if (!m_keptFree.empty()) {
        m_wordsTimer.start(WordsAfter, this); // once it rests; some may have come under what lies over the map
    }
    update();
}

MapTileView MapWidget::tileView(const MapCamera &camera) const
{
    const double ratio = devicePixelRatioF(), scale = camera.scale() * ratio;
    const QPointF corner = camera.centre() * scale - QPointF(camera.view().width(), camera.view().height()) * ratio / 2;
    return {QPoint(int(std::lround(corner.x())), int(std::lround(corner.y()))),
            QSize(int(std::ceil(camera.view().width() * ratio)), int(std::ceil(camera.view().height() * ratio))), scale,
            ratio};
}

/// Tiles of the scale in use for what the camera will see when it has stopped.
void MapWidget::requestTiles()
{
    if (m_tileScale <= 0) {
        return;
    }
    const MapCamera &camera = m_navigator.target();
    const double stretch = m_tileScale / camera.scale();
    m_tiles.request(tileView(MapCamera(camera.centre(), m_tileScale, camera.view() * stretch)),
                    m_settleTimer.isActive() ? 0 : Ahead);
}

bool MapWidget::isSettled() const
{
    return !m_geometryIsComing && !m_sitesAreNew && !m_navigator.isAnimating() && m_layouter.isIdle() &&
           m_tiles.isSettled() && !m_frameTimer.isActive() && !m_settleTimer.isActive() && !m_wordsTimer.isActive() &&
           !m_filterTimer.isActive();
}

void MapWidget::setReducedMotion(bool reduced)
{
    m_reducedMotion = reduced;
    m_navigator.setReducedMotion(reduced);
    if (reduced) {
        m_pulseTimer.stop();
    }
}

void MapWidget::resizeEvent(QResizeEvent *event)
{
    m_navigator.setViewSize(event->size());
    useScale(m_navigator.target().scale());
    if (m_wordsTimer.isActive()) {
        m_wordsTimer.start(0, this); // nobody drags it
    }
}

QString MapWidget::textOf(const MapHit &hit) const
{
    const QString text = m_marks.textOf(hit, m_describer);
    // A describer says it of a lone site in its own words.
    const bool isOurs = hit.kind == MapHit::Kind::Cluster || (hit.kind == MapHit::Kind::Site && !m_describer);
    if (!isOurs || m_layer != MapLayer::Capacity) {
        return text;
    }
    //: A mark of the map and how full it is: "Singapore, 169 sites, 66 % used"
    return tr("%1, %2").arg(text, m_levels.text(hit.index));
}

} // namespace graticule
