// SPDX-License-Identifier: GPL-3.0-or-later
// What the map's layers of latency and capacity are given; the rest of the feed is in mapfeed.cpp.
#include "models/format.h"
#include "ui/overview/latencyline.h"
#include "ui/overview/mapfeed.h"
#include "widgets/map/mapwidget.h"

#include <utility>

namespace graticule {

namespace {

constexpr Milliseconds kShown{60'000}; ///< what the links came to, as long as nothing newer is told

} // namespace

void MapFeed::setLayer(MapLayer layer)
{
    if (std::exchange(m_layer, layer) == layer)
        return;
    takeMeasured();
    m_usesChanged = true;
    takeUses();
    m_map.setLayer(layer);
    takeLinks();
}

void MapFeed::setAwake(bool isAwake)
{
    m_isAwake = isAwake;
    m_windows.setAwake(isAwake && m_layer == MapLayer::Latency);
    takeUses();
}

/// The links of which the keeper is asked what they came to in the last minutes.
void MapFeed::takeMeasured()
{
    const bool isShown = m_layer == MapLayer::Latency;
    if (isShown) {
        QList<EntityId> links;
        m_store.tables().links.forEach([&](const Link &link) {
            if (links.size() < kMostLinks && keyOf(link.from) && keyOf(link.to))
                links << link.id;
        });
        m_windows.setLinks(links);
    }
    m_windows.setAwake(isShown && m_isAwake);
}

/// What was told of another moment, or too long ago, is not how it is.
bool MapFeed::isMeasuredOfNow() const
{
    const Milliseconds age = m_store.now() - m_windows.toldAt();
    return m_store.isPast() ? age.count() == 0 : age.count() >= 0 && age <= kShown;
}

std::optional<MapLink> MapFeed::drawnByLatency(const Link &link) const
{
    const auto from = keyOf(link.from);
    const auto to = keyOf(link.to);
    if (!from || !to)
        return {};
    MapLink line = LatencyLine::of(link, m_wasMeasured ? m_windows.find(link.id) : nullptr);
    if (line.severity == MapSeverity::None && m_shownLinks == ShownLinks::OverLimit)
        return {};
    line.from = *from;
    line.to = *to;
    return line;
}

/// Once a second at most, for the use of some site changes all the time.
void MapFeed::takeUses()
{
    if (m_layer != MapLayer::Capacity || !m_isAwake || !std::exchange(m_usesChanged, false))
        return;
    std::vector<MapUse> uses;
    uses.reserve(size_t(m_sites.size()));
    for (auto at = m_sites.cbegin(); at != m_sites.cend(); ++at) {
        const Site *site = m_store.tables().sites.find(siteOf(at.key()));
        // Of a site that is down nothing is used, nor known.
        if (site && site->cpu.isMeasured() && at->mark.state != MapState::Down)
            uses.push_back({at.key(), site->cpu.used, site->cpu.total, at->mark.stale});
    }
    m_map.setUses(uses);
}

QStringList MapFeed::usedWords(const Site &site) const
{
    const SiteStatus status = siteStatus(m_store.tables(), site.id);
    if (status.state == SiteState::Down)
        return {tr("use not known")};
    QStringList words;
    const auto add = [&](const Usage &usage, const QString &text) {
        if (!usage.isMeasured())
            return;
        const QString percent = format::percent(usage.used / usage.total);
        words << text.arg(status.stale ? format::stale(percent) : percent);
    };
    add(site.cpu, tr("CPU %1 used"));
    add(site.memory, tr("Memory %1 used"));
    add(site.storage, tr("Storage %1 used"));
    return words.isEmpty() ? QStringList{tr("use not known")} : words;
}

} // namespace graticule
