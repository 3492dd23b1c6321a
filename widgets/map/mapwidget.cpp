// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapwidget.h"

#include "widgets/map/mapaccessible.h"
#include "widgets/map/mapinput.h"

#include <QPaintEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace graticule {

namespace {

constexpr int WordsAfter = 250;    // ms: names follow states so fast, without a name jumping at every tick
constexpr int FilterAfter = 400;   // ms: so does "problems only"
constexpr int FrameAfter = 16;     // ms: tiles come one by one; each picture takes all that have come
constexpr int PulseEvery = 33;     // ms per frame of the rings of a new callout
constexpr int PulsePeriod = 2'000; // ms
constexpr int PulsePeriods = 3;
constexpr size_t MostPulsing = 3; // in a flood nothing moves
constexpr int SitesPerName = 280; // at home: a cluster with this part of all sites is worth a name

} // namespace

MapWidget::MapWidget(QWidget *parent)
    : QWidget(parent)
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
    m_states.resize(sites.size());
    std::ranges::transform(sites, m_states.begin(), &MapSite::mark);
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
    if (added > 0 && callouts.size() <= MostPulsing && m_marks.count() > 0 && !m_reducedMotion) {
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

void MapWidget::setLayer(MapLayer layer)
{
    if (std::exchange(m_layer, layer) == layer) {
        return;
    }
    m_levels.arrange(*layoutInUse());
    update();
    Q_EMIT layerChanged();
}

void MapWidget::setUses(const std::vector<MapUse> &uses)
{
    m_levels.setUses(uses);
    const std::vector<MapLevel> before = m_levels.levels();
    m_levels.arrange(*layoutInUse());
    if (m_layer == MapLayer::Capacity && m_levels.levels() != before) {
        update();
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
        applyChange(change, dirty);
    }
    if (!dirty.isEmpty()) {
        update(dirty);
        if (!m_wordsTimer.isActive()) {
            m_wordsTimer.start(WordsAfter, this);
        }
    }
}

void MapWidget::applyChange(const MapChange &change, QRegion &dirty)
{
    const int site = layoutInUse()->sites().indexOf(change.key);
    if (site < 0 || m_states[size_t(site)] == change.mark) {
        return;
    }
    const MapMark before = std::exchange(m_states[size_t(site)], change.mark);
    if (m_problemsOnly && isProblem(before) != isProblem(change.mark) && !m_filterTimer.isActive()) {
        m_filterTimer.start(FilterAfter, this);
    }
    if (m_marks.change(site, before, change.mark)) {
        dirty += paintedRect(layoutInUse()->clusterOf(site));
    }
}

void MapWidget::requestLayout()
{
    m_layoutScale = m_navigator.target().scale();
    MapLayouter::Wish wish;
    wish.marks = m_states;
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
    if (m_sitesAreNew) {
        m_sitesAreNew = false;
        for (const MapChange &change : m_early) {
            if (const int site = layout->sites().indexOf(change.key); site >= 0) {
                m_states[size_t(site)] = change.mark;
            }
        }
        m_early.clear();
    }
    const MapLayoutPtr before = layoutInUse();
    const bool sameMarks = &before->sites() == &layout->sites() && before->clusters() == layout->clusters();
    m_marks = MapMarks(layout, m_states);
    if (m_layer == MapLayer::Capacity) {
        m_levels.arrange(*layout);
    }
    m_tiles.setArcs(layout->arcs());
    requestTiles();
    if (!sameMarks) {
        hover({});
        ++m_marksVersion;
        m_currentMark = m_currentKey ? m_marks.markOf(*m_currentKey) : -1;
        findSelectedMarks();
    }
    placeWords();
    update();
    if (!sameMarks) {
        announceMarks(this);
        Q_EMIT marksChanged();
    }
}

void MapWidget::setKeptFree(std::vector<QRect> boxes)
{
    if (boxes == m_keptFree) {
        return;
    }
    m_keptFree = std::move(boxes);
    m_wordsTimer.start(0, this); // all of them, once
}

void MapWidget::placeWords()
{
    m_wordsTimer.stop();
    const MapLayout &layout = *layoutInUse();
    const double zoom = layout.scale() / MapCamera::homeScale(size());
    m_sprites.setLook(m_theme, devicePixelRatioF());
    // Words keep clear of what lies over the map.
    const QRectF seen = seenAt(layout.scale());
    const QRectF free = seen.marginsRemoved(m_navigator.covered());
    std::vector<QRectF> taken;
    for (const QRect &box : m_keptFree) {
        taken.push_back(QRectF(box).translated(seen.topLeft()));
    }
    MapAnnotations words({layout, m_marks.tallies(), m_callouts, m_sprites, free,
                          layout.sites().size() / (SitesPerName * zoom * zoom), m_settleTimer.isActive(), taken},
                         m_annotations);
    if (!(words == m_annotations)) {
        update();
    }
    m_annotations = std::move(words);
}

/// What the camera sees, in logical pixels of the world at a scale.
QRectF MapWidget::seenAt(double scale) const
{
    const QRectF seen = m_navigator.camera().visible();
    return {seen.topLeft() * scale, seen.size() * scale};
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
    m_showsFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                   event->reason() == Qt::ShortcutFocusReason;
    update();
    announceCurrentMark(this);
}

void MapWidget::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_showsFocus = false;
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
    const MapFrame::Scene scene{*layoutInUse(),
                                m_marks.tallies(),
                                m_annotations,
                                m_selectedMarks,
                                hasFocus() ? m_currentMark : -1,
                                m_hover.kind == MapHit::Kind::Link ? -1 : m_hover.index,
                                m_hover.kind == MapHit::Kind::Link ? m_hover.index : m_selectedLink,
                                m_layer == MapLayer::Capacity ? &m_levels.levels() : nullptr,
                                pulses ? double(m_pulseSince.elapsed() % PulsePeriod) / PulsePeriod : -1};
    MapFrame(painter, scene, m_sprites, m_theme, camera, view, clip).paint();
    if (m_showsFocus) {
        const double width = 2 * view.pixelRatio;
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(m_theme.colour(Colour::Focus), width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(QPointF(), view.size).adjusted(width / 2, width / 2, -width / 2, -width / 2));
    }
}

QRect MapWidget::paintedRect(int mark) const
{
    // A badge reaches 8 px beyond the circle, the rings of a callout 26.
    const int more = m_marks[mark].prominent ? 30 : 10;
    return markRect(mark).adjusted(-more, -more, more, more);
}

} // namespace graticule
