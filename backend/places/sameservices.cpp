// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/places/sameservices.h"

#include <QSet>

#include <algorithm>
#include <map>
#include <set>

namespace graticule {
namespace {

constexpr size_t kMostOfAName = 20;  // services; a name that is everywhere says little
constexpr QLatin1Char kDecided('='); // Kubernetes has no label that begins so

struct Candidate
{
    ToldService told;
    std::set<QString> connections;
    QString name;                 ///< what it is called within its group
    std::set<EntityId> endpoints; ///< each by one of its connections
    std::set<QString> groups;
    std::set<QString> images;
};

QString labelOf(const Service &service, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (const QString value = service.labels.value(QLatin1String(key)); !value.isEmpty())
            return value;
    }
    return {};
}

/// No connection tells it apart from others: a label made it.
bool isDeclared(const EntityId &service)
{
    const QString declared = declaredOf(service);
    return !declared.isEmpty() && !isDecided(declared);
}

/// What every Kubernetes cluster has for itself: called the same everywhere, and nobody's service.
bool isOfThePlatform(const Service &service)
{
    const QString space = service.name.section(QLatin1Char('/'), 0, 0);
    return space == QLatin1String("kube-system") || space == QLatin1String("kube-public") ||
           space == QLatin1String("kube-node-lease");
}

Candidate candidateOf(const Service &service)
{
    Candidate candidate;
    candidate.told = {service.id, service.name, {}};
    candidate.name = labelOf(service, {"app.kubernetes.io/name", "com.docker.compose.service"});
    if (candidate.name.isEmpty())
        candidate.name = service.name.section(QLatin1Char('/'), -1);
    for (const char *key : {"app.kubernetes.io/part-of", "com.docker.compose.project", "com.docker.stack.namespace"}) {
        candidate.groups.insert(service.labels.value(QLatin1String(key)));
        // Of one that connections say otherwise: "KEY (CONNECTION)".
        const QString start = QLatin1String(key) + QStringLiteral(" (");
        for (auto label = service.labels.lowerBound(start);
             label != service.labels.cend() && label.key().startsWith(start); ++label)
            candidate.groups.insert(*label);
    }
    if (service.name.contains(QLatin1Char('/')))
        candidate.groups.insert(service.name.section(QLatin1Char('/'), 0, 0));
    candidate.groups.erase(QString());
    candidate.groups.erase(QStringLiteral("default")); // the namespace of whoever chose none
    return candidate;
}

/// The first that both have; empty: there is none.
template<class T> T common(const std::set<T> &a, const std::set<T> &b)
{
    const auto found = std::find_if(a.cbegin(), a.cend(), [&](const T &one) { return b.contains(one); });
    return found == a.cend() ? T() : *found;
}

std::pair<EntityId, EntityId> pairOf(const EntityId &a, const EntityId &b)
{
    return a < b ? std::pair(a, b) : std::pair(b, a);
}

/// As the connection tells of it that stands for those to its endpoint.
EntityId atFirst(const EntityId &service, const QHash<EntityId, EntityId> &twins)
{
    const QByteArray &id = service.utf8();
    const qsizetype end = twins.isEmpty() ? -1 : id.indexOf("/service/");
    const auto first = end < 0 ? twins.cend() : twins.constFind(EntityId(id.left(end)));
    return first == twins.cend() ? service : EntityId(first->utf8() + id.mid(end));
}

QList<SameSuggestion::Evidence> evidenceFor(const Candidate &a, const Candidate &b)
{
    using Reason = SameSuggestion::Reason;
    QList<SameSuggestion::Evidence> evidence{{Reason::Name, a.name}};
    if (const QString group = common(a.groups, b.groups); !group.isEmpty())
        evidence.append({Reason::Group, group});
    if (const QString image = common(a.images, b.images); !image.isEmpty())
        evidence.append({Reason::Image, image});
    return evidence;
}

} // namespace

QString imageName(const QString &image)
{
    QString name = image.section(QLatin1Char('@'), 0, 0);
    if (name.startsWith(QLatin1String("sha256:")))
        return {}; // nothing that another engine calls so
    const qsizetype slash = name.lastIndexOf(QLatin1Char('/'));
    if (const qsizetype colon = name.indexOf(QLatin1Char(':'), slash + 1); colon >= 0)
        name.truncate(colon);
    for (const char *usual : {"docker.io/", "index.docker.io/", "library/"}) {
        if (name.startsWith(QLatin1String(usual)))
            name.remove(0, qsizetype(qstrlen(usual)));
    }
    return name;
}

SameServices suggestSame(const FleetTables &tables, const QHash<EntityId, QString> &connections,
                         const QList<SameDecision> &decided, const QHash<EntityId, EntityId> &twins)
{
    // By what each is one with by now: the fleet may still tell of it as it was before a decision.
    const QHash<EntityId, QString> said = sameNames(decided);
    const QSet<QString> called(said.cbegin(), said.cend());
    QHash<EntityId, QString> names;
    for (auto it = said.cbegin(); it != said.cend(); ++it)
        names.insert(atFirst(it.key(), twins), *it);
    const auto wholeOf = [&](const EntityId &id) {
        const EntityId first = atFirst(id, twins);
        const QString name = names.value(first);
        return name.isEmpty() ? first : EntityId::declared("service", name);
    };
    std::map<EntityId, Candidate> candidates;
    tables.placements.forEach([&](const Placement &placement) {
        const Feed *feed = tables.feeds.find(placement.feed);
        const auto connection = feed ? connections.constFind(feed->connection) : connections.cend();
        const Service *service = tables.services.find(placement.service);
        if (!feed || connection == connections.cend() || !service || isOfThePlatform(*service))
            return;
        if (const QString declared = declaredOf(service->id); isDecided(declared) && !called.contains(declared))
            return; // taken back: its parts are told of soon
        auto found = candidates.find(service->id);
        if (found == candidates.end())
            found = candidates.emplace(service->id, candidateOf(*service)).first;
        found->second.connections.insert(*connection);
        found->second.endpoints.insert(twins.value(feed->connection, feed->connection));
        if (const QString image = imageName(placement.image); !image.isEmpty())
            found->second.images.insert(image);
    });
    std::map<QString, std::vector<const Candidate *>> byName;
    for (auto &[id, candidate] : candidates) {
        candidate.told.connection = *candidate.connections.begin();
        std::vector<const Candidate *> &same = byName[candidate.name.toLower()];
        if (same.size() < kMostOfAName)
            same.push_back(&candidate);
    }
    QSet<std::pair<EntityId, EntityId>> known;
    for (const SameDecision &decision : decided)
        known.insert(pairOf(wholeOf(decision.one.id), wholeOf(decision.other.id)));
    SameServices result{{}, decided};
    for (const auto &[name, same] : byName) {
        for (size_t i = 0; i < same.size(); ++i) {
            for (size_t j = i + 1; j < same.size(); ++j) {
                const Candidate &a = *same[i];
                const Candidate &b = *same[j];
                const EntityId one = wholeOf(a.told.id);
                const EntityId other = wholeOf(b.told.id);
                const bool areApart = one != other && common(a.endpoints, b.endpoints).isEmpty();
                const bool areDeclared = isDeclared(one) && isDeclared(other);
                if (!areApart || areDeclared || known.contains(pairOf(one, other)))
                    continue;
                const QList<SameSuggestion::Evidence> evidence = evidenceFor(a, b);
                if (evidence.size() < 2)
                    continue;                     // a bare name
                known.insert(pairOf(one, other)); // one question, of whichever of their parts
                if (result.suggestions.size() < SameServices::kMostSuggestions)
                    result.suggestions.append({a.told, b.told, evidence});
                else
                    ++result.more;
            }
        }
    }
    return result;
}

QString declaredOf(const EntityId &service)
{
    static const QByteArray start("service:");
    return service.utf8().startsWith(start) ? QString::fromUtf8(service.utf8().mid(start.size())) : QString();
}

bool isDecided(const QString &declared)
{
    return declared.startsWith(kDecided);
}

QString serviceNameOf(const QString &declared)
{
    return isDecided(declared) ? declared.mid(1) : declared;
}

QHash<EntityId, QString> sameNames(const QList<SameDecision> &decided)
{
    std::map<EntityId, EntityId> next; // towards the first of its group, which has none
    const auto groupOf = [&](const EntityId &id) {
        EntityId group = id;
        for (auto found = next.find(group); found != next.end(); found = next.find(group))
            group = found->second;
        for (auto found = next.find(id); found != next.end() && found->second != group;)
            found = next.find(std::exchange(found->second, group)); // the way is walked once
        return group;
    };
    std::map<EntityId, QString> called; // groups
    std::map<EntityId, QString> wished; // by their oldest decision
    std::vector<EntityId> groups;       // the oldest first
    const auto forAll = [&](auto task) {
        std::for_each(decided.crbegin(), decided.crend(), [&](const SameDecision &one) {
            if (one.isSame)
                task(one);
        });
    };
    forAll([&](const SameDecision &one) {
        if (const EntityId a = groupOf(one.one.id), b = groupOf(one.other.id); a != b)
            next[std::max(a, b)] = std::min(a, b);
    });
    forAll([&](const SameDecision &one) {
        const EntityId group = groupOf(one.one.id);
        if (wished.try_emplace(group, one.name).second)
            groups.push_back(group);
        for (const EntityId &id : {one.one.id, one.other.id}) {
            if (isDeclared(id))
                called.try_emplace(group, declaredOf(id));
        }
    });
    QSet<QString> taken;
    QHash<QString, int> numbers; // that the last of each name has
    for (const EntityId &group : groups) {
        if (called.contains(group))
            continue;
        QString name = wished[group];
        for (int &number = numbers[wished[group]]; taken.contains(name);) {
            number = std::max(number, 1) + 1;
            name = QStringLiteral("%1 (%2)").arg(wished[group]).arg(number);
        }
        taken.insert(name);
        called[group] = kDecided + name;
    }
    QHash<EntityId, QString> names;
    forAll([&](const SameDecision &one) {
        for (const EntityId &id : {one.one.id, one.other.id}) {
            if (declaredOf(id).isEmpty())
                names.insert(id, called[groupOf(id)]);
        }
    });
    return names;
}

} // namespace graticule
