// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/viewpoints.h"

#include "backend/places/geo.h"

#include <algorithm>

namespace graticule {
namespace {

QString nameOf(const EntityId &site, const HealthMemory &memory)
{
    const Site *known = memory.seen.sites.find(site);
    return known ? known->name : site.toString();
}

} // namespace

Viewpoints viewpointsOn(const EntityId &site, const HealthMemory &memory)
{
    Viewpoints result;
    const auto parts = memory.parts.constFind(site);
    if (parts == memory.parts.cend())
        return result;
    for (auto way = parts->ways.cbegin(); way != parts->ways.cend(); ++way) {
        const bool isOurs = way.key() == memory.ownSite;
        const auto vantage = memory.vantages.constFind(way.key());
        if (way->reach == Reach::Unknown && !way->isFrozen)
            continue;
        if (vantage == memory.vantages.cend() || vantage->isCutOff())
            continue;
        result.isSpoken |= way->isSpoken;
        const QString name = nameOf(way.key(), memory);
        if (way->isFrozen) {
            result.frozen.append(name);
            result.isReachedFromHere |= isOurs;
        } else if (way->isRefused) {
            result.refused.append(name);
        } else if (way->reach == Reach::Reached) {
            result.reached.append(name);
            if (!isOurs)
                result.elsewhere.append(name);
            result.isReachedFromHere |= isOurs;
        } else {
            result.failed.append(name);
            if (way->wasReached && vantage->reached() > 0) {
                result.witnesses.append(name);
                result.isOursWitness |= isOurs;
            }
        }
    }
    for (QStringList *names :
         {&result.reached, &result.elsewhere, &result.frozen, &result.refused, &result.failed, &result.witnesses})
        names->sort();
    return result;
}

Refutation refutationOf(const EntityId &site, const HealthMemory &memory, const HealthThresholds &thresholds)
{
    const auto parts = memory.parts.constFind(site);
    if (parts == memory.parts.cend() || parts->contradictors.size() < thresholds.leastPoints)
        return {};
    Refutation result;
    std::vector<GeoPoint> positions;
    QList<EntityId> others = parts->contradictors.keys();
    std::sort(others.begin(), others.end());
    for (const EntityId &other : std::as_const(others)) {
        const Site *point = memory.seen.sites.find(other);
        const auto its = memory.parts.constFind(other);
        // The more are against one of the two, the more is explained by its being wrong.
        if (!point || !point->place.position || its == memory.parts.cend() ||
            its->contradictors.size() >= parts->contradictors.size())
            continue;
        const GeoPoint at = *point->place.position;
        result.km = std::max(result.km, parts->contradictors.value(other));
        // Two in one town are one point of view.
        if (std::any_of(positions.begin(), positions.end(),
                        [&](GeoPoint known) { return distanceKm(known, at) < thresholds.apartKm; }))
            continue;
        positions.push_back(at);
        result.points.append(point->name);
    }
    if (result.points.size() < thresholds.leastPoints)
        return {};
    result.points.sort();
    return result;
}

QString listed(const QStringList &names)
{
    constexpr qsizetype kNamed = 4;
    const QString first = names.mid(0, kNamed).join(QStringLiteral(", "));
    return names.size() > kNamed ? first + QStringLiteral(" +%1").arg(names.size() - kNamed) : first;
}

} // namespace graticule
