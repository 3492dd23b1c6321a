// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/linkfigures.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace graticule {

namespace {

struct Gathered
{
    LinkFigures figures;
    std::vector<double> rtts;

    void add(const Link &link)
    {
        if (link.rttMs >= 0) {
            ++figures.measured;
            rtts.push_back(link.rttMs);
        } else {
            ++figures.unmeasured;
        }
        figures.overLimit += isOverLimit(link);
    }

    LinkFigures finished()
    {
        if (!rtts.empty()) {
            figures.medianMs = rank(0.5);
            figures.p95Ms = rank(0.95);
        }
        return figures;
    }

    double rank(double share)
    {
        const auto at = rtts.begin() + std::ptrdiff_t(std::ceil(share * double(rtts.size()))) - 1;
        std::nth_element(rtts.begin(), at, rtts.end());
        return *at;
    }
};

} // namespace

LinkSeverity severityOf(const Link &link)
{
    if (link.condition == Condition::Down || link.loss >= 1)
        return LinkSeverity::Cut;
    const bool hasLimit = link.limitMs > 0 && link.rttMs >= 0;
    if ((hasLimit && link.rttMs > 1.5 * link.limitMs) || link.loss >= 0.05)
        return LinkSeverity::FarOverLimit;
    if ((hasLimit && link.rttMs > link.limitMs) || link.condition == Condition::Degraded)
        return LinkSeverity::OverLimit;
    return LinkSeverity::Normal;
}

bool isOverLimit(const Link &link)
{
    return severityOf(link) != LinkSeverity::Normal;
}

FleetLinkFigures linkFigures(const FleetTables &tables)
{
    Gathered all;
    QHash<QString, Gathered> regions;
    tables.links.forEach([&](const Link &link) {
        all.add(link);
        if (const Site *from = tables.sites.find(link.from))
            regions[from->region].add(link);
    });
    FleetLinkFigures result;
    result.all = all.finished();
    for (auto at = regions.begin(); at != regions.end(); ++at)
        result.byRegion.insert(at.key(), at->finished());
    return result;
}

} // namespace graticule
