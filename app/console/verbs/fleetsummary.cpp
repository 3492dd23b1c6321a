// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/fleetsummary.h"

#include "app/console/verbs/printable.h"
#include "app/console/verbs/words.h"
#include "backend/domain/countedonce.h"
#include "backend/health/sitetally.h"

#include <QMap>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

constexpr qsizetype kMostListed = 20;

/// "117 healthy, 3 stale", by name.
QString counted(const QMap<QString, int> &counts)
{
    QStringList parts;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        parts.append(u"%1 %2"_s.arg(it.value()).arg(it.key()));
    return parts.isEmpty() ? u"none"_s : parts.join(u", "_s);
}

/// "  down fra1: no power"; nothing for a site that is seen to be healthy.
QString complaint(const Site &site, const Verdict &verdict, bool stale)
{
    if (verdict.state == SiteState::Healthy && !stale)
        return {};
    QString line = u"  %1 %2"_s.arg(word(verdict.state), printable(site.name));
    if (stale)
        line += u" (stale)"_s;
    if (!verdict.reasons.isEmpty())
        line += u": "_s + printable(verdict.reasons.first().text);
    return line + u'\n';
}

} // namespace

QString fleetSummary(const FleetTables &tables, Instant now)
{
    QMap<QString, int> states;
    QMap<QString, SiteTally> regions;
    SiteTally fleet;
    QMap<QString, int> connections;
    QStringList notHealthy;
    qsizetype unplaced = 0;
    bool lab = false;
    qsizetype seenTwice = 0;
    tables.sites.forEach([&](const Site &site) {
        if (!isCounted(tables, site)) {
            ++seenTwice;
            return;
        }
        const Verdict *known = tables.verdicts.find(site.id);
        const Verdict verdict = known ? *known : Verdict();
        const bool stale = verdict.stale || isStale(tables, site, now);
        ++states[stale ? u"stale"_s : word(verdict.state)];
        regions[site.region.isEmpty() ? u"(no region)"_s : printable(site.region)].add(verdict.state, stale);
        fleet.add(verdict.state, stale);
        unplaced += site.place.position ? 0 : 1;
        lab |= site.origin == Origin::Lab;
        const QString line = complaint(site, verdict, stale);
        if (!line.isEmpty())
            notHealthy.append(line);
    });
    tables.connections.forEach([&](const Connection &connection) { ++connections[word(connection.state)]; });

    QString text;
    if (lab)
        text += u"LAB: what the lab tells of is invented.\n"_s;
    const qsizetype sites = tables.sites.size() - seenTwice;
    text += u"Sites: %1 (%2), %3 without a place\n"_s.arg(sites).arg(counted(states)).arg(unplaced);
    if (seenTwice > 0)
        text += u"  %1 more are of a cluster that is connected twice, and counted once\n"_s.arg(seenTwice);
    QStringList parts;
    for (auto it = regions.cbegin(); it != regions.cend(); ++it)
        parts.append(u"%1 %2 (%3)"_s.arg(it.key()).arg(it->total()).arg(word(it->state())));
    text += u"Regions: %1\n"_s.arg(parts.isEmpty() ? u"none"_s : parts.join(u", "_s));
    if (fleet.total() > 0)
        text += u"Fleet: %1\n"_s.arg(word(fleet.state()));
    text += u"Connections: %1 (%2)\n"_s.arg(tables.connections.size()).arg(counted(connections));
    if (!notHealthy.isEmpty()) {
        notHealthy.sort();
        text += u"Not seen to be healthy:\n"_s + notHealthy.mid(0, kMostListed).join(QString());
        if (notHealthy.size() > kMostListed)
            text += u"  and %1 more\n"_s.arg(notHealthy.size() - kMostListed);
    }
    return text;
}

} // namespace graticule
