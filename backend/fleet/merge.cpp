// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/merge.h"

#include <map>

namespace graticule {
namespace {

constexpr qsizetype kMostValues = 8; // of one label, that several connections say otherwise
constexpr qsizetype kMostNames = 3;  // of those that say one of them

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

QString listOf(const QStringList &names)
{
    QString list = names.mid(0, kMostNames).join(QStringLiteral(", "));
    if (names.size() > kMostNames)
        list += QStringLiteral(", +%1").arg(names.size() - kMostNames);
    return list;
}

/// What is measured counts; what is only requested is told where nothing is.
void add(Usage &sum, const Usage &part)
{
    if (part.total <= 0 || (sum.isMeasured() && !part.isMeasured()))
        return;
    if (sum.total <= 0 || (part.isMeasured() && !sum.isMeasured())) {
        sum = part;
        return;
    }
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

std::shared_ptr<const Service> mergeServices(const std::vector<SaidService> &said)
{
    if (said.size() == 1)
        return said.front().service;
    Service service = *said.front().service;
    std::map<QString, std::map<QString, QStringList>> labels; // who says which value, by key
    for (const SaidService &one : said) {
        const Labels &own = one.service->labels;
        for (auto label = own.cbegin(); label != own.cend(); ++label)
            labels[label.key()][*label].append(one.by);
        if (one.service->tier > 0 && (service.tier == 0 || one.service->tier < service.tier))
            service.tier = one.service->tier;
    }
    service.labels.clear();
    for (auto &[key, values] : labels) {
        const bool isAgreed = values.size() == 1;
        qsizetype listed = 0;
        for (auto &[value, names] : values) {
            if (isAgreed) {
                service.labels.insert(key, value);
            } else if (listed++ < kMostValues) {
                names.sort();
                service.labels.insert(QStringLiteral("%1 (%2)").arg(key, listOf(names)), value);
            }
        }
        if (!isAgreed && listed > kMostValues)
            service.labels.insert(QStringLiteral("%1 (+%2)").arg(key).arg(listed - kMostValues), QStringLiteral("…"));
    }
    return std::make_shared<const Service>(std::move(service));
}

} // namespace graticule
