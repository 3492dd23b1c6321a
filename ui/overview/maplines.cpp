// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/maplines.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace graticule {

namespace {

bool isLower(const MapLink &a, const MapLink &b)
{
    return std::tuple(a.severity, a.length, a.from, a.to) < std::tuple(b.severity, b.length, b.from, b.to);
}

/// The two directions are one line.
std::pair<MapKey, MapKey> pairOf(const MapLink &line)
{
    return std::minmax(line.from, line.to);
}

} // namespace

void MapLines::clear()
{
    m_isChanged |= !m_lines.empty();
    m_pairs.clear();
    m_lines.clear();
}

void MapLines::put(const EntityId &link, const std::optional<MapLink> &drawn)
{
    const auto known = m_pairs.constFind(link);
    if (known != m_pairs.constEnd() && (!drawn || *known != pairOf(*drawn))) {
        remove(*known, link);
        m_pairs.erase(known);
    }
    if (drawn)
        set(link, *drawn);
}

void MapLines::remove(const Pair &pair, const EntityId &link)
{
    const auto at = m_lines.find(pair);
    std::erase_if(at->second, [&link](const Line &line) { return line.link == link; });
    if (at->second.empty())
        m_lines.erase(at);
    m_isChanged = true;
}

void MapLines::set(const EntityId &link, const MapLink &drawn)
{
    const Pair pair = pairOf(drawn);
    std::vector<Line> &lines = m_lines[pair];
    const auto at = std::find_if(lines.begin(), lines.end(), [&link](const Line &line) { return line.link == link; });
    if (at == lines.end()) {
        lines.push_back({link, drawn});
        m_pairs.insert(link, pair);
        m_isChanged |= worst(lines) == &lines.back().drawn;
        return;
    }
    if (at->drawn == drawn)
        return;
    const bool wasSeen = worst(lines) == &at->drawn;
    at->drawn = drawn;
    m_isChanged |= wasSeen || worst(lines) == &at->drawn;
}

const MapLink *MapLines::worst(const std::vector<Line> &lines)
{
    const auto at = std::max_element(lines.begin(), lines.end(),
                                     [](const Line &a, const Line &b) { return isLower(a.drawn, b.drawn); });
    return &at->drawn;
}

bool MapLines::takeChanged()
{
    return std::exchange(m_isChanged, false);
}

std::vector<MapLink> MapLines::lines() const
{
    std::vector<MapLink> all;
    all.reserve(m_lines.size());
    for (const auto &[pair, lines] : m_lines)
        all.push_back(*worst(lines));
    return all;
}

} // namespace graticule
