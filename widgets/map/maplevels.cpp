// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/maplevels.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace graticule {

void MapLevels::setUses(const std::vector<MapUse> &uses)
{
    m_uses.clear();
    m_uses.reserve(qsizetype(uses.size()));
    for (const MapUse &use : uses) {
        m_uses.insert(use.key, use);
    }
}

void MapLevels::arrange(const MapLayout &layout)
{
    m_levels.assign(layout.clusters().size(), {});
    m_counts.assign(layout.clusters().size(), 0);
    for (int site = 0; site < layout.sites().size(); ++site) {
        const int mark = layout.clusterOf(site);
        if (mark < 0) {
            continue;
        }
        MapLevel &level = m_levels[size_t(mark)];
        ++m_counts[size_t(mark)];
        const auto use = m_uses.constFind(layout.sites()[site].key);
        if (use == m_uses.cend() || use->total <= 0) {
            ++level.unknown;
            continue;
        }
        level.stale = level.stale && use->stale;
        level.used += use->used;
        level.total += use->total;
        level.fullest = std::max(level.fullest, use->used / use->total);
    }
}

QString MapLevels::text(int mark) const
{
    if (mark < 0 || size_t(mark) >= m_levels.size()) {
        return {};
    }
    const MapLevel &level = m_levels[size_t(mark)];
    const auto percent = [](double share) { return QStringLiteral("%1\u202F%").arg(std::lround(share * 100)); };
    const auto share = level.share();
    if (!share) {
        return tr("use not known");
    }
    //: How full a site or a group of sites is: "66 % used"
    QStringList parts{tr("%1 used").arg((level.stale ? QStringLiteral("~") : QString()) + percent(*share))};
    if (m_counts[size_t(mark)] > 1) {
        parts << tr("the fullest %1").arg(percent(level.fullest));
    }
    if (level.unknown > 0) {
        parts << tr("%n not known", nullptr, level.unknown);
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace graticule
