// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/merge.h"

namespace graticule {
namespace {

/// How bad, for "the worst wins"; maintenance is above down because a person declared it.
int badness(Condition condition)
{
    switch (condition) {
    case Condition::Unknown:
        return 0;
    case Condition::Up:
        return 1;
    case Condition::Degraded:
        return 2;
    case Condition::Down:
        return 3;
    case Condition::Maintenance:
        return 4;
    }
    return 0;
}

void add(Usage &sum, const Usage &part)
{
    sum.used += part.used;
    sum.total += part.total;
}

} // namespace

template<> std::shared_ptr<const Site> merge(const std::vector<std::shared_ptr<const Site>> &said)
{
    Site site = *said.front();
    for (auto it = said.begin() + 1; it != said.end(); ++it) {
        const Site &other = **it;
        if (site.region.isEmpty())
            site.region = other.region;
        if (site.provider.isEmpty())
            site.provider = other.provider;
        if (site.kind == SiteKind::Unknown)
            site.kind = other.kind;
        if (site.place.evidence == Evidence::Unknown)
            site.place = other.place;
        for (auto label = other.labels.cbegin(); label != other.labels.cend(); ++label) {
            if (!site.labels.contains(label.key()))
                site.labels.insert(label.key(), label.value());
        }
        if (badness(other.condition) > badness(site.condition)) {
            site.condition = other.condition;
            site.conditionText = other.conditionText;
        }
        bool newFeed = false;
        for (const EntityId &feed : other.feeds) {
            if (!site.feeds.contains(feed)) {
                site.feeds.append(feed);
                newFeed = true;
            }
        }
        if (newFeed) { // else it is the same machines seen by a second way
            add(site.cpu, other.cpu);
            add(site.memory, other.memory);
            add(site.storage, other.storage);
        }
    }
    return std::make_shared<const Site>(std::move(site));
}

} // namespace graticule
