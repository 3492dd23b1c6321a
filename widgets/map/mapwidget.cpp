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
constexpr double TilesGood = 2.5;  // a tile is stretched up to this factor before others are asked for
constexpr int PulseEvery = 33;     // ms per frame of the rings of a new callout
constexpr int PulsePeriod = 2'000; // ms
constexpr int PulsePeriods = 3;
constexpr size_t MostPulsing = 3; // in a flood nothing moves
constexpr double SplitSteps = 2;  // at least, when a cluster is opened
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
    m_wordsTimer.start(WordsAfter, this);
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
    if (!m_annotations.region().contains(seenAt(layoutInUse()->scale()))) {
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

// What a person points at, selects and walks to

MapHit MapWidget::hitAt(QPointF point) const
{
    return m_marks.hitAt(m_navigator.camera().toPlane(point) * layoutInUse()->scale());
}

QRect MapWidget::markRect(int mark) const
{
    const QPointF middle = MapFrame::screenOf(*layoutInUse(), mark, m_navigator.camera());
    const double radius = m_marks[mark].radius;
    return QRectF(middle - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)).toAlignedRect();
}

QRect MapWidget::paintedRect(int mark) const
{
    // A badge reaches 8 px beyond the circle, the rings of a callout 26.
    const int more = m_marks[mark].prominent ? 30 : 10;
    return markRect(mark).adjusted(-more, -more, more, more);
}

std::vector<int> MapWidget::visibleMarks() const
{
    std::vector<int> marks;
    const QRectF view = rect();
    for (int i = 0; i < m_marks.count(); ++i) {
        if (view.contains(MapFrame::screenOf(*layoutInUse(), i, m_navigator.camera()))) {
            marks.push_back(i);
        }
    }
    m_marks.sortWorstFirst(marks);
    return marks;
}

void MapWidget::setSelection(Keys keys)
{
    std::ranges::sort(keys);
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    if (keys != m_selection) {
        m_selection = std::move(keys);
        findSelectedMarks();
        update();
    }
}

void MapWidget::findSelectedMarks()
{
    m_selectedMarks.assign(size_t(m_marks.count()), false);
    for (const MapKey key : m_selection) {
        if (const int mark = m_marks.markOf(key); mark >= 0) {
            m_selectedMarks[size_t(mark)] = true;
        }
    }
}

void MapWidget::choose(Keys keys)
{
    const Keys before = m_selection;
    setSelection(std::move(keys));
    if (m_selection != before) {
        Q_EMIT selectionChanged(m_selection);
    }
}

void MapWidget::setCurrent(int mark)
{
    m_currentMark = mark;
    m_currentKey = mark < 0 ? std::nullopt : std::optional(hitOfMark(mark).key);
    update();
    announceCurrentMark(this);
}

void MapWidget::select(const MapHit &hit, bool toggle)
{
    if (!hit && toggle) {
        return; // missed: what was gathered stays
    }
    m_selectedLink = hit.kind == MapHit::Kind::Link ? hit.index : -1;
    update();
    if (!hit || hit.kind == MapHit::Kind::Link) {
        setCurrent(-1);
        choose({});
        return;
    }
    setCurrent(hit.index);
    Keys keys = m_marks.keysOf(hit.index);
    if (toggle) {
        const bool all = std::ranges::includes(m_selection, keys);
        Keys joined;
        if (all) {
            std::ranges::set_difference(m_selection, keys, std::back_inserter(joined));
        } else {
            std::ranges::set_union(m_selection, keys, std::back_inserter(joined));
        }
        keys = std::move(joined);
    }
    choose(std::move(keys));
}

void MapWidget::activate(const MapHit &hit)
{
    if (hit.kind == MapHit::Kind::Link) {
        select(hit);
        Q_EMIT linkActivated(hit.index);
        return;
    }
    if (!hit) {
        return;
    }
    select(hit);
    if (hit.kind == MapHit::Kind::Site) {
        Q_EMIT activated(hit.key);
        return;
    }
    if (layoutInUse()->scale() >= 0.99 * MapCamera::LargestScale) { // what is one mark here stays one
        Q_EMIT clusterActivated(m_selection);
        return;
    }
    const double before = m_navigator.target().scale();
    zoomToSelection();
    if (m_navigator.target().scale() < before * MapNavigator::Step) { // its sites are spread, yet drawn as one
        m_navigator.zoomBySteps(SplitSteps, MapFrame::screenOf(*layoutInUse(), hit.index, m_navigator.camera()));
    }
}

void MapWidget::hover(const MapHit &hit)
{
    if (hit != m_hover) {
        m_hover = hit;
        setCursor(hit ? Qt::PointingHandCursor : Qt::ArrowCursor);
        update();
        Q_EMIT hovered(hit);
    }
}

void MapWidget::zoomToSelection()
{
    if (const QRectF bounds = m_marks.boundsOf(m_selection); !bounds.isNull()) {
        m_navigator.fit(bounds);
    }
}

void MapWidget::reveal(MapKey site)
{
    if (const QRectF bounds = m_marks.boundsOf({site}); !bounds.isNull()) {
        m_navigator.reveal(bounds.center());
    }
}

void MapWidget::walk(int step)
{
    const std::vector<int> marks = visibleMarks();
    if (marks.empty()) {
        return;
    }
    const int count = int(marks.size());
    const auto found = std::ranges::find(marks, m_currentMark);
    const int next =
        found == marks.end() ? (step > 0 ? 0 : count - 1) : (int(found - marks.begin()) + step + count) % count;
    select(hitOfMark(marks[size_t(next)]));
}

void MapWidget::walkTowards(MapDirection direction)
{
    const MapCamera &camera = m_navigator.target();
    std::vector<QPointF> points;
    for (int i = 0; i < m_marks.count(); ++i) {
        points.push_back(MapFrame::screenOf(*layoutInUse(), i, camera));
    }
    const QPointF from = m_currentMark >= 0 ? points[size_t(m_currentMark)] : QRectF(rect()).center();
    const int next = nearestInDirection(points, from, direction);
    if (next >= 0) {
        select(hitOfMark(next));
        m_navigator.reveal(camera.toPlane(points[size_t(next)]));
    }
}

} // namespace graticule
