// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MapWidget that deals with what a person points at, selects and walks to.
#include "widgets/map/mapwidget.h"

#include "widgets/map/mapaccessible.h"

#include <algorithm>
#include <cmath>

namespace graticule {

namespace {

constexpr double SplitSteps = 2; // at least, when a cluster is opened

} // namespace

MapHit MapWidget::hitAt(QPointF point) const
{
    const QPointF world = m_navigator.camera().toPlane(point) * m_layout->scale();
    if (const int mark = m_layout->clusterNear(world); mark >= 0) {
        return hitOfMark(mark);
    }
    if (const int arc = m_layout->arcNear(world); arc >= 0) {
        return {MapHit::Kind::Link, m_layout->arcs()->arcs[size_t(arc)].link, 0};
    }
    return {};
}

MapHit MapWidget::hitOfMark(int mark) const
{
    if (mark < 0) {
        return {};
    }
    const MapCluster &cluster = m_layout->clusters()[size_t(mark)];
    return {cluster.count > 1 ? MapHit::Kind::Cluster : MapHit::Kind::Site, mark, m_layout->sites()[cluster.named].key};
}

QString MapWidget::textOf(const MapHit &hit) const
{
    if (hit.kind != MapHit::Kind::Link) {
        return hit ? markText(hit.index) : QString();
    }
    const auto &arcs = m_layout->arcs()->arcs;
    const auto arc = std::ranges::find(arcs, hit.index, &MapArc::link);
    if (arc == arcs.end()) {
        return {};
    }
    const MapLink &link = m_layout->links().links[size_t(hit.index)];
    const auto label = [this](MapKey key) {
        const int site = m_layout->sites().indexOf(key);
        return site < 0 ? QString() : m_layout->sites()[site].label;
    };
    //: The two ends of a link: "sin1 – bom1"
    QString text = tr("%1 – %2").arg(label(link.from), label(link.to));
    if (!link.value.isEmpty()) {
        //: A link and its value: "sin1 – bom1, 213 ms"
        text = tr("%1, %2").arg(text, link.value);
    }
    if (arc->count > 1) {
        //: More links between the same two clusters: "sin1 – bom1, 213 ms, and 3 more"
        text = tr("%1, and %n more", nullptr, arc->count - 1).arg(text);
    }
    return text;
}

QString MapWidget::markText(int mark) const
{
    const MapCluster &cluster = m_layout->clusters()[size_t(mark)];
    const MapTally &tally = m_tallies[size_t(mark)];
    const QString name = nameOf(*m_layout, mark);
    if (cluster.count == 1) {
        const MapSite &site = m_layout->sites()[cluster.named];
        if (m_describer) {
            return m_describer(site.key);
        }
        //: A site and its state: "sin1, degraded"
        const QString text = tr("%1, %2").arg(name, stateText(tally.worst()));
        //: Of a site whose position is a guess
        return site.inferred ? tr("%1, place inferred").arg(text) : text;
    }
    //: A cluster of sites; there are always two at least: "Singapore, 169 sites"
    const QString sites =
        name.isEmpty() ? tr("%n sites", nullptr, cluster.count) : tr("%1, %n sites", nullptr, cluster.count).arg(name);
    const QString abnormal = tally.text();
    return abnormal.isEmpty() ? sites : tr("%1, %2").arg(sites, abnormal);
}

QRect MapWidget::markRect(int mark) const
{
    const QPointF middle = MapFrame::screenOf(*m_layout, mark, m_navigator.camera());
    const double radius = m_layout->clusters()[size_t(mark)].radius;
    return QRectF(middle - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)).toAlignedRect();
}

QRect MapWidget::paintedRect(int mark) const
{
    // A badge reaches 8 px beyond the circle, the rings of a callout 26.
    const int more = m_layout->clusters()[size_t(mark)].prominent ? 30 : 10;
    return markRect(mark).adjusted(-more, -more, more, more);
}

std::vector<int> MapWidget::visibleMarks() const
{
    std::vector<int> marks;
    const QRectF view = rect();
    for (int i = 0; i < int(m_layout->clusters().size()); ++i) {
        if (view.contains(MapFrame::screenOf(*m_layout, i, m_navigator.camera()))) {
            marks.push_back(i);
        }
    }
    std::ranges::sort(marks, [this](int a, int b) {
        const int worseA = m_tallies[size_t(a)].severity(), worseB = m_tallies[size_t(b)].severity();
        const MapCluster &first = m_layout->clusters()[size_t(a)], &second = m_layout->clusters()[size_t(b)];
        return worseA != worseB              ? worseA > worseB
               : first.count != second.count ? first.count > second.count
                                             : first.named < second.named;
    });
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
    m_selectedMarks.assign(m_layout->clusters().size(), false);
    for (const MapKey key : m_selection) {
        if (const int mark = m_layout->clusterOf(m_layout->sites().indexOf(key)); mark >= 0) {
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
    Keys keys;
    for (const int site : m_layout->members(hit.index)) {
        keys.push_back(m_layout->sites()[site].key);
    }
    if (toggle) {
        std::ranges::sort(keys);
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

/// Whether zooming in can show a cluster's sites apart: at the deepest zoom only crowds on one spot are left.
bool MapWidget::splits(int mark) const
{
    return m_layout->scale() < 0.99 * MapCamera::LargestScale && m_layout->clusters()[size_t(mark)].count > 1;
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
    if (!splits(hit.index)) {
        Q_EMIT clusterActivated(m_selection);
        return;
    }
    const double before = m_navigator.target().scale();
    zoomToSelection();
    if (m_navigator.target().scale() < before * MapNavigator::Step) { // its sites are spread, yet drawn as one
        m_navigator.zoomBySteps(SplitSteps, MapFrame::screenOf(*m_layout, hit.index, m_navigator.camera()));
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
    double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
    for (const MapKey key : m_selection) {
        if (const int site = m_layout->sites().indexOf(key); site >= 0) {
            const QPointF p = m_layout->sites().plane(site);
            left = std::min(left, p.x());
            right = std::max(right, p.x());
            top = std::min(top, p.y());
            bottom = std::max(bottom, p.y());
        }
    }
    if (left <= right) {
        m_navigator.fit({left, top, right - left, bottom - top});
    }
}

void MapWidget::reveal(MapKey site)
{
    if (const int index = m_layout->sites().indexOf(site); index >= 0) {
        m_navigator.reveal(m_layout->sites().plane(index));
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
    for (int i = 0; i < int(m_layout->clusters().size()); ++i) {
        points.push_back(MapFrame::screenOf(*m_layout, i, camera));
    }
    const QPointF from = m_currentMark >= 0 ? points[size_t(m_currentMark)] : QRectF(rect()).center();
    const int next = nearestInDirection(points, from, direction);
    if (next >= 0) {
        select(hitOfMark(next));
        m_navigator.reveal(camera.toPlane(points[size_t(next)]));
    }
}

} // namespace graticule
