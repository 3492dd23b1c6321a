// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/fleetsummary.h"

#include "app/console/verbs/printable.h"
#include "app/console/verbs/words.h"

#include <QMap>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

constexpr qsizetype kMostListed = 20;

/// "117 healthy, 2 degraded": worst last as the states are numbered, unknown first.
template<class State> QString counted(const QMap<State, int> &counts)
{
    QStringList parts;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        parts.append(u"%1 %2"_s.arg(it.value()).arg(word(it.key())));
    return parts.isEmpty() ? u"none"_s : parts.join(u", "_s);
}

} // namespace

QString fleetSummary(const FleetTables &tables)
{
    QMap<SiteState, int> states;
    QMap<QString, int> regions;
    QMap<ConnectionState, int> connections;
    QStringList notHealthy;
    qsizetype unplaced = 0;
    bool lab = false;
    tables.sites.forEach([&](const Site &site) {
        const Verdict *verdict = tables.verdicts.find(site.id);
        const SiteState state = verdict ? verdict->state : SiteState::Unknown;
        ++states[state];
        ++regions[site.region.isEmpty() ? u"(no region)"_s : printable(site.region)];
        unplaced += site.place.position ? 0 : 1;
        lab |= site.origin == Origin::Lab;
        if (state != SiteState::Healthy) {
            const QString reason =
                verdict && !verdict->reasons.isEmpty() ? u": "_s + verdict->reasons.first().text : QString();
            notHealthy.append(u"  %1 %2%3\n"_s.arg(word(state), printable(site.name), printable(reason)));
        }
    });
    tables.connections.forEach([&](const Connection &connection) { ++connections[connection.state]; });

    QString text;
    if (lab)
        text += u"LAB: what the lab tells of is invented.\n"_s;
    text += u"Sites: %1 (%2), %3 without a place\n"_s.arg(tables.sites.size()).arg(counted(states)).arg(unplaced);
    QStringList parts;
    for (auto it = regions.cbegin(); it != regions.cend(); ++it)
        parts.append(u"%1 %2"_s.arg(it.key()).arg(it.value()));
    text += u"Regions: %1\n"_s.arg(parts.isEmpty() ? u"none"_s : parts.join(u", "_s));
    text += u"Connections: %1 (%2)\n"_s.arg(tables.connections.size()).arg(counted(connections));
    if (!notHealthy.isEmpty()) {
        notHealthy.sort();
        text += u"Not healthy:\n"_s + notHealthy.mid(0, kMostListed).join(QString());
        if (notHealthy.size() > kMostListed)
            text += u"  and %1 more\n"_s.arg(notHealthy.size() - kMostListed);
    }
    return text;
}

} // namespace graticule
