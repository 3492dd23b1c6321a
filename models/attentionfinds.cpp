// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/attentionfinds.h"

#include "backend/domain/connectionway.h"
#include "backend/domain/countedonce.h"
#include "models/fleetstore.h"
#include "models/sayingtext.h"

#include <algorithm>

namespace graticule {

namespace {

constexpr QLatin1String kCutOff("keeper.cut-off");
constexpr QLatin1String kRefuted("place.refuted");

/// What the verdict says under that code; null: it does not.
const Reason *reasonOf(const FleetTables &tables, const EntityId &site, QLatin1String code)
{
    const Verdict *verdict = tables.verdicts.find(site);
    if (!verdict)
        return nullptr;
    const auto found = std::find_if(verdict->reasons.begin(), verdict->reasons.end(),
                                    [&](const Reason &reason) { return reason.code == code; });
    return found == verdict->reasons.end() ? nullptr : &*found;
}

/// The connection that explains why a site cannot be seen: one in trouble, or on the way to it, first; else the first.
EntityId causeOf(const FleetTables &tables, const Site &site)
{
    const QList<EntityId> connections = connectionsOf(tables, site);
    for (const EntityId &id : connections) {
        const Connection *connection = decisive(tables.connections, id);
        if (connection && AttentionFinds::isProblem(connection->state))
            return connection->id;
    }
    return connections.value(0);
}

/// Another connection to the same cluster, which counts instead, tells the same of it.
bool isToldAlready(const FleetTables &tables, const Site &site)
{
    const SiteStatus own = siteStatus(tables, site.id);
    const auto isTold = [&](const EntityId &feed) {
        const EntityId other = countedAs(tables, site.id, feed);
        const SiteStatus told = siteStatus(tables, other);
        return tables.sites.contains(other) && told.state == own.state && told.stale == own.stale;
    };
    return !isCounted(tables, site) && std::any_of(site.feeds.cbegin(), site.feeds.cend(), isTold);
}

} // namespace

bool AttentionFinds::isProblem(ConnectionState state)
{
    return state == ConnectionState::Unreachable || state == ConnectionState::Refused ||
           state == ConnectionState::Stale;
}

bool AttentionFinds::isLost(const Connection &connection)
{
    return connection.state == ConnectionState::Stale ||
           (connection.state == ConnectionState::Unreachable &&
            (connection.error.fault == Fault::Network || connection.error.kind == ErrorKind::TimedOut));
}

const Reason *AttentionFinds::cutOffReason(const FleetTables &tables, const EntityId &site)
{
    return reasonOf(tables, site, kCutOff);
}

const Reason *AttentionFinds::refutedPlace(const FleetTables &tables, const EntityId &site)
{
    return reasonOf(tables, site, kRefuted);
}

AttentionFinds AttentionFinds::among(const FleetTables &tables, const QSet<EntityId> &abnormal)
{
    AttentionFinds found;
    for (const EntityId &id : abnormal) {
        const Site *site = tables.sites.find(id);
        if (!site || isToldAlready(tables, *site))
            continue;
        if (!site->place.position)
            found.unplaced.push_back(site);
        if (!site->place.mismatch.isEmpty() || reasonOf(tables, id, kRefuted))
            found.mismatched.push_back(site);
        const SiteStatus status = siteStatus(tables, id);
        const bool isUnseen = status.stale || status.state == SiteState::Unreachable;
        if (isUnseen && reasonOf(tables, id, kCutOff))
            found.cutOff.push_back(site);
        else if (const EntityId cause = isUnseen ? causeOf(tables, *site) : EntityId(); !cause.isEmpty())
            found.unseen[cause].push_back(site);
        else if (isUnseen || status.state == SiteState::Unknown)
            found.unknown[site->region].push_back(site);
        else if (status.state == SiteState::Down)
            found.down[site->region].push_back(site);
        else if (status.state == SiteState::Degraded)
            found.degraded[site->region].push_back(site);
    }
    return found;
}

QString AttentionFinds::firstReason(const FleetTables &tables, const EntityId &site)
{
    const Verdict *verdict = tables.verdicts.find(site);
    return verdict && !verdict->reasons.isEmpty() ? SayingText::of(verdict->reasons.first()) : QString();
}

std::pair<QString, int> AttentionFinds::commonReason(const FleetTables &tables, const AttentionSites &sites)
{
    QMap<QString, int> counts;
    std::pair<QString, int> most;
    for (const Site *site : sites) {
        const QString reason = firstReason(tables, site->id);
        if (reason.isEmpty())
            continue;
        if (const int n = ++counts[reason]; n > most.second)
            most = {reason, n};
    }
    return most;
}

Instant AttentionFinds::earliest(const FleetTables &tables, const AttentionSites &sites)
{
    Instant first = kNever;
    for (const Site *site : sites) {
        const Instant since = siteStatus(tables, site->id).since;
        if (since != kNever && (first == kNever || since < first))
            first = since;
    }
    return first;
}

} // namespace graticule
