// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/latency/worstlinks.h"

#include "models/linkfigures.h"

#include <tuple>

namespace graticule {

QHash<EntityId, EntityId> worstLinks(const FleetTables &tables, const QSet<EntityId> &sites)
{
    struct Worst
    {
        LinkSeverity severity = LinkSeverity::Normal;
        double rttMs = -1;
        EntityId link;
    };
    QHash<EntityId, Worst> worst;
    tables.links.forEach([&](const Link &link) {
        const bool isFrom = sites.contains(link.from), isTo = sites.contains(link.to);
        if (!isFrom && !isTo)
            return;
        const Worst here{severityOf(link), link.rttMs, link.id};
        const auto put = [&](const EntityId &site) {
            Worst &known = worst[site];
            if (known.link.isEmpty() ||
                std::tie(here.severity, here.rttMs, known.link) > std::tie(known.severity, known.rttMs, here.link))
                known = here;
        };
        if (isFrom)
            put(link.from);
        if (isTo)
            put(link.to);
    });
    QHash<EntityId, EntityId> links;
    for (auto at = worst.cbegin(); at != worst.cend(); ++at)
        links.insert(at.key(), at->link);
    return links;
}

} // namespace graticule
