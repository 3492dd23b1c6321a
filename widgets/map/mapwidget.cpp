// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapwidget.h"

#include "widgets/map/mapaccessible.h"
#include "widgets/map/mapinput.h"

#include <QPaintEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace graticule {

namespace {

constexpr int SettleAfter = 120;   // ms without a change of scale: tiles and clusters are made exact
constexpr int WordsAfter = 250;    // ms: names follow states so fast, without a name jumping at every tick
constexpr int FilterAfter = 400;   // ms: so does "problems only"
constexpr int FrameAfter = 16;     // ms: tiles come one by one; each picture takes all that have come
constexpr int Ahead = 192;         // device pixels around the view that are drawn before a drag shows them
constexpr double TilesGood = 2;    // a tile is stretched up to this factor before others are asked for
constexpr int PulseEvery = 33;     // ms per frame of the rings of a new callout
constexpr int PulsePeriod = 2'000; // ms
constexpr int PulsePeriods = 3;
constexpr size_t MostPulsing = 3; // in a flood nothing moves
constexpr int SitesPerName = 280; // at home: a cluster with this part of all sites is worth a name

MapLayoutPtr emptyLayout()
{
    const auto sites = std::make_shared<const MapSites>(std::vector<MapSite>());
    const auto links = std::make_shared<const MapLinks>(std::vector<MapLink>(), *sites);
    return std::make_shared<const MapLayout>(MapLayout::Input{sites, links, {}, {}, 1, false, true});
}

} // namespace

MapWidget::MapWidget(QWidget *parent)
    : QWidget(parent)
    , m_layout(emptyLayout())
{
    installMapAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("World map"));
    new MapInput(this);
    m_loader.setMaxThreadCount(1);
    setReducedMotion(style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) <= 0);
    connect(&m_navigator, &MapNavigator::targetChanged, this, &MapWidget::targetMoved);
    connect(&m_navigator, &MapNavigator::cameraChanged, this, &MapWidget::cameraMoved);
    connect(&m_tiles, &MapTiles::tileRendered, this, [this] {
        if (!m_frameTimer.isActive()) {
            m_frameTimer.start(FrameAfter, this);
        }
    });
    connect(&m_layouter, &MapLayouter::layoutReady, this, &MapWidget::adopt);
}

MapWidget::~MapWidget()
{
    m_loader.waitForDone();
}

// Scene

void MapWidget::setGeometrySource(const MapOutlineSource &source)
{
    m_geometryIsComing = true;
    m_loader.start([this, source] {
        const MapOutlines outlines = source();
        const auto geometry = MapGeometry::project(outlines);
        QMetaObject::invokeMethod(
            this,
            [this, geometry, error = outlines.error] {
                m_geometryIsComing = false;
                m_tiles.setGeometry(geometry);
                requestTiles();
                if (!error.isEmpty()) {
                    Q_EMIT geometryFailed(error);
                }
            },
            Qt::QueuedConnection);
    });
}

void MapWidget::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_tiles.setTheme(theme);
    requestTiles();
    update();
    Q_EMIT themeChanged();
}

void MapWidget::setSites(std::vector<MapSite> sites)
{
    m_marks.resize(sites.size());
    std::ranges::transform(sites, m_marks.begin(), &MapSite::mark);
    m_sitesAreNew = true;
    m_early.clear();
    m_layouter.setSites(std::move(sites));
    requestLayout();
}

void MapWidget::setLinks(std::vector<MapLink> links)
{
    m_selectedLink = -1;
    m_layouter.setLinks(std::move(links));
    requestLayout();
}

void MapWidget::setCallouts(std::vector<MapCallout> callouts)
{
    if (callouts == m_callouts) {
        return;
    }
    const auto isNew = [this](const MapCallout &callout) {
        return std::ranges::find(m_callouts, callout.site, &MapCallout::site) == m_callouts.end();
    };
    const auto added = std::ranges::count_if(callouts, isNew);
    const bool others = added > 0 || callouts.size() != m_callouts.size();
    // What had failed before anybody looked is not news.
    if (added > 0 && callouts.size() <= MostPulsing && m_layout->sites().size() > 0 && !m_reducedMotion) {
        m_pulseSince.start();
        m_pulseTimer.start(PulseEvery, this);
    }
    m_callouts = std::move(callouts);
    if (others) {
        requestLayout();
    } else {
        placeWords();
    }
}

void MapWidget::setProblemsOnly(bool on)
{
    if (m_problemsOnly != on) {
        m_problemsOnly = on;
        requestLayout();
    }
}

void MapWidget::updateStates(const std::vector<MapChange> &changes)
{
    if (m_sitesAreNew) {
        m_early.insert(m_early.end(), changes.begin(), changes.end());
        return;
    }
    QRegion dirty;
    for (const MapChange &change : changes) {
        if (const int site = m_layout->sites().indexOf(change.key); site >= 0) {
            applyChange(site, change.mark, dirty);
        }
    }
    if (!dirty.isEmpty()) {
        update(dirty);
        if (!m_wordsTimer.isActive()) {
            m_wordsTimer.start(WordsAfter, this);
        }
    }
}

void MapWidget::applyChange(int site, MapMark mark, QRegion &dirty)
{
    MapMark &known = m_marks[size_t(site)];
    if (known == mark) {
        return;
    }
    if (m_problemsOnly && isProblem(known) != isProblem(mark) && !m_filterTimer.isActive()) {
        m_filterTimer.start(FilterAfter, this);
    }
    if (const int cluster = m_layout->clusterOf(site); cluster >= 0) {
        MapTally &tally = m_tallies[size_t(cluster)];
        const int before = tally.severity();
        tally.remove(known);
        tally.add(mark);
        if (tally.severity() != before) {
            dirty += paintedRect(cluster);
        }
    }
    known = mark;
}

void MapWidget::requestLayout()
{
    m_layoutScale = m_navigator.target().scale();
    MapLayouter::Wish wish;
    wish.marks = m_marks;
    wish.scale = m_layoutScale;
    wish.problemsOnly = m_problemsOnly;
    wish.merge = m_layoutScale < 0.99 * MapCamera::LargestScale;
    for (const MapCallout &callout : m_callouts) {
        wish.prominent.push_back(callout.site);
    }
    m_layouter.request(std::move(wish));
}

void MapWidget::adopt(const MapLayoutPtr &layout)
{
    m_layout = layout;
    if (m_sitesAreNew) {
        m_sitesAreNew = false;
        for (const MapChange &change : m_early) {
            if (const int site = layout->sites().indexOf(change.key); site >= 0) {
                m_marks[size_t(site)] = change.mark;
            }
        }
        m_early.clear();
    }
    m_tallies.assign(layout->clusters().size(), {});
    for (int site = 0; site < layout->sites().size(); ++site) {
        if (const int cluster = layout->clusterOf(site); cluster >= 0) {
            m_tallies[size_t(cluster)].add(m_marks[size_t(site)]);
        }
    }
    m_tiles.setArcs(layout->arcs());
    requestTiles();
    m_hover = {};
    m_currentMark = m_currentKey ? layout->clusterOf(layout->sites().indexOf(*m_currentKey)) : -1;
    findSelectedMarks();
    placeWords();
    announceMarks(this);
    Q_EMIT layoutChanged();
}

void MapWidget::placeWords()
{
    m_wordsTimer.stop();
    const double scale = m_layout->scale();
    const QRectF seen = m_navigator.camera().visible();
    const double zoom = scale / MapCamera::homeScale(size());
    m_sprites.setLook(m_theme, devicePixelRatioF());
    MapAnnotations words({*m_layout, m_tallies, m_callouts, m_sprites,
                          QRectF(seen.topLeft() * scale, seen.size() * scale),
                          m_layout->sites().size() / (SitesPerName * zoom * zoom), m_settleTimer.isActive()},
                         m_annotations);
    m_annotations = std::move(words);
    update();
}

// View

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
    const QRectF seen = m_navigator.camera().visible();
    const double scale = m_layout->scale();
    if (!m_annotations.region().contains(QRectF(seen.topLeft() * scale, seen.size() * scale))) {
        placeWords();
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
           m_tiles.isSettled() && !m_settleTimer.isActive() && !m_wordsTimer.isActive() && !m_filterTimer.isActive();
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
}

void MapWidget::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_settleTimer.timerId()) {
        m_settleTimer.stop();
        useScale(m_navigator.target().scale());
        placeWords(); // in passing, most were left out
    } else if (event->timerId() == m_frameTimer.timerId()) {
        m_frameTimer.stop();
        if (!m_settleTimer.isActive()) { // in passing, the next frame shows them
            update();
        }
    } else if (event->timerId() == m_wordsTimer.timerId()) {
        placeWords();
    } else if (event->timerId() == m_filterTimer.timerId()) {
        m_filterTimer.stop();
        requestLayout();
    } else if (event->timerId() == m_pulseTimer.timerId()) {
        if (m_pulseSince.elapsed() > PulsePeriods * PulsePeriod) {
            m_pulseTimer.stop();
        }
        for (const MapCalloutBox &box : m_annotations.callouts()) {
            update(paintedRect(box.cluster));
        }
    }
}

void MapWidget::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
    announceCurrentMark(this);
}

void MapWidget::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void MapWidget::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const MapCamera &camera = m_navigator.camera();
    const MapTileView view = tileView(camera);
    // From here on everything is in device pixels, so that nothing is drawn between two of them.
    painter.setWorldTransform(QTransform::fromScale(1 / view.pixelRatio, 1 / view.pixelRatio));
    QRegion clip;
    for (const QRect &rect : event->region()) {
        clip +=
            QRectF(QPointF(rect.topLeft()) * view.pixelRatio, QSizeF(rect.size()) * view.pixelRatio).toAlignedRect();
    }
    m_tiles.paint(painter, clip, view, m_tileScale * view.pixelRatio);

    m_sprites.setLook(m_theme, view.pixelRatio);
    const bool pulses = m_pulseTimer.isActive();
    const MapFrame::Scene scene{*m_layout,
                                m_tallies,
                                m_annotations,
                                m_selectedMarks,
                                hasFocus() ? m_currentMark : -1,
                                m_hover.kind == MapHit::Kind::Link ? -1 : m_hover.index,
                                m_hover.kind == MapHit::Kind::Link ? m_hover.index : m_selectedLink,
                                pulses ? double(m_pulseSince.elapsed() % PulsePeriod) / PulsePeriod : -1};
    MapFrame(painter, scene, m_sprites, m_theme, camera, view, clip).paint();
}

} // namespace graticule
