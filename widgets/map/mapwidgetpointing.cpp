// SPDX-License-Identifier: GPL-3.0-or-later
// The map's widget, for what a person points at, selects and walks to.
#include "widgets/map/mapaccessible.h"
#include "widgets/map/mapwidget.h"

#include <algorithm>

namespace graticule {

namespace {

constexpr double SplitSteps = 2; // at least, when a cluster is opened

} // namespace

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
