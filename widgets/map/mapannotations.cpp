// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapannotations.h"

#include "widgets/map/boxgrid.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace graticule {

namespace {

constexpr int Slots = 6;
constexpr size_t MostLabels = 400; // in and around the view: more than anybody reads
constexpr size_t MostValues = 60;
constexpr double LoneReach = 8.5;      // pixels: the mark of a lone site is drawn larger than the room it claims
constexpr double SideGap = 5;          // pixels between a mark and the name beside it
constexpr double StackGap = 3.5;       // and above or below it: letters have room of their own there
constexpr double UnderCover = 4;       // pixels around what lies over the map that words keep free
constexpr double CalloutDistance = 68; // pixels from a site down to its box above it

/// The middle of a label in one of six places around a mark: right, left, below, above, below right, below left.
/// `badgeReach`: how far the mark reaches to the right and up, where a badge sits.
QPointF slotMiddle(int slot, double radius, double badgeReach, double width)
{
    constexpr double height = MapSprites::LabelHeight;
    const double half = width / 2, aside = SideGap + half, away = StackGap + height / 2;
    switch (slot) {
    case 0:
        return {badgeReach + aside, 0};
    case 1:
        return {-radius - aside, 0};
    case 2:
        return {0, radius + away};
    case 3:
        return {0, -badgeReach - away};
    case 4:
        return {radius / 2 + half, radius + away};
    default:
        return {-radius / 2 - half, radius + away};
    }
}

QRectF around(QPointF middle, QSizeF size)
{
    return {middle.x() - size.width() / 2, middle.y() - size.height() / 2, size.width(), size.height()};
}

} // namespace

class MapAnnotations::Placing
{
public:
    Placing(const Input &input, MapAnnotations &out)
        : m_in(input)
        , m_out(out)
    {
    }
    void keepMarksFree();
    void placeValues();
    void placeValue(const MapArc &arc, const QString &text);
    void placeCallouts();
    void placeLabels(const MapAnnotations &before);

private:
    bool isBad(int cluster) const
    {
        const MapMark worst = m_in.tallies[size_t(cluster)].worst();
        return !isWell(worst) && worst.state != MapState::Maintenance;
    }
    std::vector<int> candidates() const;

    const Input &m_in;
    MapAnnotations &m_out;
    std::vector<int> m_near; // clusters in the region
    BoxGrid m_taken;
};

void MapAnnotations::Placing::keepMarksFree()
{
    for (const QRectF &box : m_in.taken) {
        m_taken.add(box.adjusted(-UnderCover, -UnderCover, UnderCover, UnderCover));
    }
    const auto &clusters = m_in.layout.clusters();
    for (int i = 0; i < int(clusters.size()); ++i) {
        const QPointF middle = m_in.layout.drawnAt(i);
        if (m_out.m_region.contains(middle)) {
            const double reach = clusters[size_t(i)].prominent ? 14 : clusters[size_t(i)].radius + 1;
            m_near.push_back(i);
            m_taken.add(around(middle, {2 * reach, 2 * reach}));
        }
    }
}

void MapAnnotations::Placing::placeValues()
{
    const auto &arcs = m_in.layout.arcs()->arcs;
    for (auto arc = arcs.rbegin(); arc != arcs.rend() && m_out.m_values.size() < MostValues; ++arc) { // worst first
        const QString &text = m_in.layout.links().links[size_t(arc->link)].value;
        if (arc->severity == MapSeverity::None || text.isEmpty()) {
            continue;
        }
        placeValue(*arc, text);
    }
}

/// On the line near its middle, or just beside it.
void MapAnnotations::Placing::placeValue(const MapArc &arc, const QString &text)
{
    const QSizeF size = m_in.sprites.valueSize(text);
    for (const double aside : {0.0, 16.0, -16.0}) {
        for (const double part : {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74}) {
            const auto i =
                std::clamp(size_t(std::lround(part * double(arc.points.size() - 1))), size_t(1), arc.points.size() - 2);
            const QPointF along = arc.points[i + 1] - arc.points[i - 1];
            const double length = std::hypot(along.x(), along.y());
            if (i == arc.gap || i + 1 == arc.gap || length <= 0) {
                continue; // at the cut
            }
            const QPointF plane =
                arc.points[i] + QPointF(-along.y(), along.x()) * (aside / length / m_in.layout.scale());
            const QRectF box = around(plane * m_in.layout.scale(), size);
            if (m_out.m_region.contains(box) && m_taken.isFree(box)) {
                m_taken.add(box);
                m_out.m_values.push_back({plane, arc.severity, text});
                return;
            }
        }
    }
}

void MapAnnotations::Placing::placeCallouts()
{
    for (const MapCallout &callout : m_in.callouts) {
        const int cluster = m_in.layout.clusterOf(m_in.layout.sites().indexOf(callout.site));
        if (cluster < 0 || !m_in.layout.clusters()[size_t(cluster)].prominent) {
            continue;
        }
        const QPointF site = m_in.layout.drawnAt(cluster);
        const QSizeF size = m_in.sprites.calloutSize(callout.title, callout.detail);
        const double above = -CalloutDistance - size.height();
        const QPointF corners[] = {{-28, above},
                                   {28 - size.width(), above},
                                   {34, -size.height() / 2},
                                   {-34 - size.width(), -size.height() / 2},
                                   {-28, CalloutDistance},
                                   {28 - size.width(), CalloutDistance}};
        QRectF box(corners[0], size);
        const QRectF seen = m_in.visible.adjusted(4, 4, -4, -4);
        for (const QPointF &corner : corners) {
            const QRectF tried(corner, size);
            const bool free = std::ranges::none_of(m_out.m_callouts, [&](const MapCalloutBox &other) {
                return other.fromMark.translated(m_in.layout.drawnAt(other.cluster)).intersects(tried.translated(site));
            });
            if (free && seen.contains(tried.translated(site))) {
                box = tried;
                break;
            }
        }
        m_taken.add(box.translated(site).adjusted(-3, -3, 3, 3));
        m_out.m_callouts.push_back({cluster, box, callout});
    }
}

/// Marks that should have a name, the most important first.
std::vector<int> MapAnnotations::Placing::candidates() const
{
    const auto &clusters = m_in.layout.clusters();
    std::vector<int> found;
    for (const int i : m_near) {
        const bool named = !m_in.onlyAbnormal && clusters[size_t(i)].count >= m_in.smallestCount;
        const bool wanted = named || !isWell(m_in.tallies[size_t(i)].worst());
        if (wanted && !clusters[size_t(i)].prominent) {
            found.push_back(i);
        }
    }
    std::ranges::sort(found, [&](int a, int b) {
        const bool wellA = isWell(m_in.tallies[size_t(a)].worst()), wellB = isWell(m_in.tallies[size_t(b)].worst());
        if (wellA != wellB) {
            return wellB;
        }
        const MapCluster &first = clusters[size_t(a)], &second = clusters[size_t(b)];
        return first.count != second.count ? first.count > second.count : first.named < second.named;
    });
    return found;
}

void MapAnnotations::Placing::placeLabels(const MapAnnotations &before)
{
    QHash<MapKey, int> slotOf;
    for (const MapLabel &label : before.m_labels) {
        slotOf.insert(label.named, label.slot);
    }
    for (const int i : candidates()) {
        if (m_out.m_labels.size() >= MostLabels) {
            break;
        }
        const QString text = nameOf(m_in.layout, i);
        if (text.isEmpty()) {
            continue;
        }
        const MapCluster &cluster = m_in.layout.clusters()[size_t(i)];
        const bool strong = isBad(i);
        const double width = m_in.sprites.labelWidth(text, strong);
        const double radius = std::max(cluster.radius, LoneReach);
        const bool badged = cluster.count > 1 && !isWell(m_in.tallies[size_t(i)].worst());
        const MapKey named = m_in.layout.sites()[cluster.named].key;
        const int first = slotOf.value(named, 0);
        // A name must not be cut by the view's rim while its mark is in view; out of view anything goes.
        const QRectF within =
            m_in.visible.contains(m_in.layout.drawnAt(i)) ? m_in.visible.adjusted(4, 4, -4, -4) : m_out.m_region;
        for (int attempt = 0; attempt < Slots; ++attempt) {
            const int slot = attempt == 0 ? first : attempt <= first ? attempt - 1 : attempt;
            const QPointF fromMark = slotMiddle(slot, radius, badged ? MapSprites::badgeReach(radius) : radius, width);
            const QRectF box = around(m_in.layout.drawnAt(i) + fromMark, {width + 4, MapSprites::LabelHeight});
            if (within.contains(box) && m_taken.isFree(box)) {
                m_taken.add(box);
                m_out.m_labels.push_back({i, named, slot, fromMark, strong, text});
                break;
            }
        }
    }
}

MapAnnotations::MapAnnotations(const Input &input, const MapAnnotations &before)
{
    const QRectF &seen = input.visible;
    m_region = seen.adjusted(-seen.width() / 2, -seen.height() / 2, seen.width() / 2, seen.height() / 2);
    Placing placing(input, *this);
    placing.keepMarksFree();
    placing.placeCallouts();
    placing.placeValues();
    placing.placeLabels(before);
}

QString nameOf(const MapLayout &layout, int cluster)
{
    const MapCluster &c = layout.clusters()[size_t(cluster)];
    const MapSite &site = layout.sites()[c.named];
    return c.count == 1 || site.place.isEmpty() ? site.label : site.place;
}

} // namespace graticule
