// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/entitytable/entitydetails.h"

#include "models/entitytable/staleness.h"
#include "models/labellines.h"
#include "models/sayingtext.h"
#include "models/sitetable/sitefield.h"

#include <QSet>

#include <algorithm>

namespace graticule {

namespace {

constexpr int kNamesShown = 4;

QString joined(QStringList parts, const QString &separator = QStringLiteral(" · "))
{
    parts.removeAll(QString());
    return parts.join(separator);
}

/// "a, b, c, d +3"
QString some(const QSet<QString> &texts)
{
    QStringList names(texts.begin(), texts.end());
    names.removeAll(QString());
    names.sort();
    QString text = names.mid(0, kNamesShown).join(QStringLiteral(", "));
    if (names.size() > kNamesShown)
        text += QStringLiteral("  +") + format::number(names.size() - kNamesShown);
    return text;
}

QString roleText(Role role)
{
    return role == Role::Unknown ? QString() : StateText::text(role);
}

} // namespace

/// Reads the tables for one entity.
class EntityReader
{
    Q_DECLARE_TR_FUNCTIONS(graticule::EntityDetails)
    using Details = EntityDetails; // lupdate takes a function of type EntityDetails::Place for one of EntityDetails
    using Place = EntityDetails::Place;

public:
    EntityReader(const FleetTables &tables, const format::Units &units)
        : m_tables(tables)
        , m_units(units)
    {
    }

    Details read(const Service &service)
    {
        start(EntityKind::Service, service);
        m_tables.services.forEach(
            [&](const Service &other) { m_details.namesakes += other.name == service.name && other.id != service.id; });
        QSet<QString> images;
        qint64 ready = 0;
        qint64 desired = 0;
        bool isKnown = false;
        m_tables.placements.forEach([&](const Placement &placement) {
            if (placement.service != service.id)
                return;
            addPlacement(placement, true);
            images.insert(placement.image);
            if (placement.ready >= 0 && placement.desired >= 0) {
                isKnown = true;
                ready += placement.ready;
                desired += placement.desired;
            }
        });
        finishPlaces(StateText::look(Health::Unknown), tr("no placement is known"));
        if (service.tier > 0)
            m_details.title = tr("tier %1").arg(service.tier);
        where(tr("Runs at"));
        const QString amount =
            isKnown ? tr("%1 of %2").arg(format::number(ready), format::number(desired)) : EntityFields::notKnown();
        m_details.facts.push_back({tr("Ready"), amount, tr("%n placements", nullptr, int(m_details.places.size()))});
        const QString image = some(images);
        m_details.facts.push_back({tr("Image"), image.isEmpty() ? EntityFields::notKnown() : image, {}});
        return std::move(m_details);
    }

    Details read(const Asset &asset)
    {
        start(EntityKind::Asset, asset);
        qint64 bytes = -1;
        double lag = -1;
        m_tables.replicas.forEach([&](const Replica &replica) {
            if (replica.asset != asset.id)
                return;
            Place place = placeAt(replica.id, replica.site, replica.feed);
            place.target = replica.site;
            place.name = siteName(replica.site);
            setState(place, StateText::look(replica.state), SayingText::ofPhrase(replica.stateText));
            place.role = roleText(replica.role);
            place.amount = replica.bytes < 0 ? QString() : format::bytes(double(replica.bytes), m_units);
            place.lag = replica.lagMs < 0 ? QString() : format::milliseconds(replica.lagMs);
            m_details.places.push_back(std::move(place));
            bytes = std::max(bytes, replica.bytes);
            lag = std::max(lag, replica.lagMs);
        });
        finishPlaces(StateText::look(ReplicaState::Unknown), tr("no copy is known"));
        m_details.title = asset.classification;
        where(tr("Copies at"));
        m_details.facts.push_back({tr("Size"),
                                   bytes < 0 ? EntityFields::notKnown() : format::bytes(double(bytes), m_units),
                                   lag < 0 ? tr("how far copies are behind is not known")
                                           : tr("at most %1 behind").arg(format::milliseconds(lag))});
        m_details.facts.push_back(
            {tr("Owner"), asset.owner.isEmpty() ? tr("not declared") : asset.owner,
             asset.classification.isEmpty() ? tr("no class declared") : tr("class %1").arg(asset.classification)});
        return std::move(m_details);
    }

    Details read(const Node &node)
    {
        start(EntityKind::Node, node);
        m_details.site = node.site;
        m_details.feed = node.feed;
        m_details.isOld = isOld(node.site);
        m_details.look = StateText::look(node.condition);
        if (m_details.isOld)
            m_details.look = lastKnown(m_details.look);
        m_details.state = m_details.look.text;
        m_details.why = SayingText::ofPhrase(node.conditionText);
        m_details.title = siteName(node.site);
        m_tables.placements.forEach([&](const Placement &placement) {
            if (placement.site == node.site)
                addPlacement(placement, false);
        });
        sortPlaces();
        const Site *site = m_tables.sites.find(node.site);
        QString country = site ? SiteFields::country(site->place.country) : QString();
        if (site && country == site->place.city)
            country.clear(); // Singapore
        m_details.facts.push_back(
            {tr("Site"), siteName(node.site), joined({site ? site->place.city : QString(), country})});
        m_details.facts.push_back({tr("Platform"), node.platform.isEmpty() ? EntityFields::notKnown() : node.platform,
                                   node.load1 < 0 ? QString() : tr("load %1").arg(format::decimal(node.load1))});
        m_details.facts.push_back(
            {tr("Started"),
             node.bootedAt == kNever ? EntityFields::notKnown() : format::dateTimeUtc(node.bootedAt, m_units),
             {}});
        const auto known = [&node](const Usage &usage) { // of a node that is down nothing is used, nor known
            return usage.isMeasured() && node.condition == Condition::Down ? Usage() : usage;
        };
        meter(tr("CPU"), known(node.cpu), format::usedCores(known(node.cpu)));
        meter(tr("Memory"), known(node.memory), format::usedBytes(known(node.memory), m_units));
        meter(tr("Storage"), known(node.storage), format::usedBytes(known(node.storage), m_units));
        return std::move(m_details);
    }

private:
    template<class Entity> void start(EntityKind kind, const Entity &entity)
    {
        m_details.kind = kind;
        m_details.id = entity.id;
        m_details.name = entity.name;
        m_details.isLab = entity.origin == Origin::Lab;
        m_details.labels = labelLines(entity.labels);
    }

    bool isOld(const EntityId &site) const { return isOldEvidence(m_tables.verdicts.find(site)); }

    QString siteName(const EntityId &id) const
    {
        const Site *site = m_tables.sites.find(id);
        return site ? site->name : id.toString();
    }

    Place placeAt(const EntityId &id, const EntityId &site, const EntityId &feed) const
    {
        Place place;
        place.id = id;
        place.site = site;
        place.feed = feed;
        place.isOld = isOld(site);
        if (const Site *facts = m_tables.sites.find(site))
            place.country = facts->place.country;
        return place;
    }

    static void setState(Place &place, const StateLook &look, const QString &note)
    {
        place.look = place.isOld ? lastKnown(look) : look;
        place.note = note;
    }

    void addPlacement(const Placement &placement, bool leadsToSite)
    {
        Place place = placeAt(placement.id, placement.site, placement.feed);
        const Service *service = m_tables.services.find(placement.service);
        place.target = leadsToSite ? placement.site : placement.service;
        place.name = leadsToSite ? siteName(placement.site) : service ? service->name : placement.service.toString();
        setState(place, StateText::look(placement.health), SayingText::ofPhrase(placement.healthText));
        place.role = roleText(placement.role);
        if (placement.ready >= 0 || placement.desired >= 0) {
            place.amount = (placement.ready < 0 ? format::missing() : format::number(placement.ready)) +
                           QLatin1Char('/') +
                           (placement.desired < 0 ? format::missing() : format::number(placement.desired));
        }
        m_details.places.push_back(std::move(place));
    }

    void sortPlaces()
    {
        std::sort(m_details.places.begin(), m_details.places.end(), [](const Place &a, const Place &b) {
            if (a.look.severity != b.look.severity)
                return a.look.severity > b.look.severity;
            return a.name != b.name ? a.name < b.name : a.id < b.id;
        });
    }

    /// The state is that of the worst place.
    void finishPlaces(const StateLook &unknown, const QString &none)
    {
        sortPlaces();
        m_details.look = unknown;
        m_details.state = unknown.text;
        m_details.why = none;
        if (m_details.places.empty())
            return;
        const Place &worst = m_details.places.front();
        const bool isOneWay = std::all_of(m_details.places.begin(), m_details.places.end(),
                                          [&](const Place &place) { return place.feed == worst.feed; });
        m_details.feed = isOneWay ? worst.feed : EntityId();
        m_details.look = worst.look;
        QSet<EntityId> all;
        QSet<EntityId> asBad;
        for (const Place &place : m_details.places) {
            all.insert(place.site);
            if (place.look == worst.look)
                asBad.insert(place.site);
        }
        m_details.state =
            worst.isOld ? worst.look.text : StateText::atSites(worst.look.text, int(asBad.size()), int(all.size()));
        QString note = worst.note;
        if (note.isEmpty() && worst.look.severity > 2 && !worst.lag.isEmpty())
            note = tr("%1 behind").arg(worst.lag);
        m_details.why = note.isEmpty() ? QString() : joined({worst.name, note}, QStringLiteral(": "));
        m_details.isOld = std::any_of(m_details.places.begin(), m_details.places.end(),
                                      [](const Place &place) { return place.isOld; });
    }

    void where(const QString &title)
    {
        QSet<EntityId> sites;
        QSet<QString> countries;
        for (const Place &place : m_details.places) {
            sites.insert(place.site);
            countries.insert(place.country);
        }
        m_details.facts.push_back({title, tr("%n sites", nullptr, int(sites.size())), some(countries)});
    }

    void meter(const QString &name, const Usage &usage, const QString &value)
    {
        SiteDetails::Meter meter{name, {}, value};
        if (usage.isMeasured())
            meter.share = usage.used / usage.total;
        m_details.capacity.push_back(meter);
    }

    const FleetTables &m_tables;
    const format::Units &m_units;
    Details m_details;
};

/// Writes them down for the clipboard.
class EntityWriter
{
    Q_DECLARE_TR_FUNCTIONS(graticule::EntityDetails)

public:
    static QString write(const EntityDetails &details, const FleetTables &tables, Instant now)
    {
        QStringList lines;
        lines << joined({details.name, details.title, details.isLab ? QStringLiteral("LAB") : QString()});
        lines << tr("State: %1").arg(joined({details.state, details.why}));
        for (const auto &fact : details.facts)
            lines << QStringLiteral("%1: %2").arg(fact.title, joined({fact.fact, fact.basis}));
        for (const auto &meter : details.capacity)
            lines << QStringLiteral("%1: %2").arg(meter.name, meter.value);
        if (const QString through = seenThrough(details, tables); !through.isEmpty()) {
            lines << tr("Seen through: %1, %2 ago").arg(through, format::age(oldestSeen(details, tables), now));
        }
        if (details.kind == EntityKind::Node && !details.places.empty())
            lines << tr("Services at its site:");
        for (const auto &place : details.places) {
            const Feed *feed = tables.feeds.find(place.feed);
            lines << QStringLiteral("  ") +
                         joined({place.name, place.country, StateText::inSentence(place.look.text), place.role,
                                 place.amount, place.lag.isEmpty() ? QString() : tr("%1 behind").arg(place.lag),
                                 place.note,
                                 tr("seen %1 ago").arg(format::age(feed ? feed->observedAt : kNever, now))});
        }
        lines += details.labels;
        lines << tr("Identity: %1").arg(details.id.toString());
        lines << tr("as of %1 UTC").arg(format::dateTime(now));
        return lines.join(QLatin1Char('\n'));
    }
};

std::optional<EntityDetails> entityDetails(const FleetTables &tables, EntityKind kind, const EntityId &id,
                                           const format::Units &units)
{
    EntityReader reader(tables, units);
    if (kind == EntityKind::Service) {
        const Service *service = tables.services.find(id);
        return service ? std::optional(reader.read(*service)) : std::nullopt;
    }
    if (kind == EntityKind::Node) {
        const Node *node = tables.nodes.find(id);
        return node ? std::optional(reader.read(*node)) : std::nullopt;
    }
    const Asset *asset = tables.assets.find(id);
    return asset ? std::optional(reader.read(*asset)) : std::nullopt;
}

Instant oldestSeen(const EntityDetails &details, const FleetTables &tables)
{
    const auto seenBy = [&](const EntityId &id) {
        const Feed *feed = tables.feeds.find(id);
        return feed ? feed->observedAt : kNever;
    };
    if (details.kind == EntityKind::Node)
        return seenBy(details.feed);
    if (details.places.empty())
        return kNever;
    Instant oldest = seenBy(details.places.front().feed);
    for (const auto &place : details.places)
        oldest = std::min(oldest, seenBy(place.feed));
    return oldest;
}

QString seenThrough(const EntityDetails &details, const FleetTables &tables)
{
    const Feed *feed = tables.feeds.find(details.feed);
    const Connection *connection = feed ? tables.connections.find(feed->connection) : nullptr;
    return connection ? connection->name : QString();
}

QString toText(const EntityDetails &details, const FleetTables &tables, Instant now)
{
    return EntityWriter::write(details, tables, now);
}

} // namespace graticule
