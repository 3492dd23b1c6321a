// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerentities.h"

#include "backend/domain/saying.h"
#include "backend/places/declared.h"
#include "backend/places/labelkeys.h"

#include <algorithm>

namespace graticule {
namespace {

/// Volumes without a name of their own are called by 64 hexadecimal digits.
bool isAnonymous(const QString &name)
{
    return name.size() == 64 && std::all_of(name.begin(), name.end(), [](QChar c) {
               return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) ||
                      (c >= QLatin1Char('a') && c <= QLatin1Char('f'));
           });
}

Labels merged(Labels labels, const Labels &added)
{
    if (!added.isEmpty())
        labels.insert(added);
    return labels;
}

} // namespace

Labels DockerContainer::declared() const
{
    return merged(labels, added);
}

Labels DockerVolume::declared() const
{
    return merged(labels, added);
}

Site dockerSite(const DockerHome &home, const DockerEngine &engine, const SiteResolver &resolver)
{
    SiteHints hints;
    hints.connection = home.connection;
    hints.uid = engine.id;
    hints.name = engine.name;
    hints.labels = engine.labels;
    hints.labels.insert(resolver.added(engine.labels));
    hints.declared = home.declared;
    hints.origin = home.origin;
    Site site = resolver.resolve(hints);
    site.condition = Condition::Up;
    site.feeds = {home.feed};
    site.origin = home.origin;
    return site;
}

Node dockerNode(const DockerHome &home, const DockerEngine &engine, const QString &platform)
{
    Node node;
    node.id = EntityId::of(home.connection, "node", engine.id);
    node.site = home.site.id;
    node.feed = home.feed;
    node.name = engine.name;
    node.condition = Condition::Up;
    node.conditionText = engine.swarmError;
    node.platform = platform;
    node.labels = engine.labels;
    node.origin = home.origin;
    return node;
}

Service dockerService(const DockerHome &home, const ServiceName &name,
                      const std::vector<const DockerContainer *> &containers)
{
    Service service;
    service.id = name.id;
    service.name = name.name;
    service.labels = containers.front()->labels;
    for (const DockerContainer *container : containers) {
        service.labels.removeIf([&](auto label) { return container->labels.value(label.key()) != label.value(); });
        const int tier = declaredTier(container->declared()); // the most important one counts
        if (tier > 0 && (service.tier == 0 || tier < service.tier))
            service.tier = tier;
    }
    service.origin = home.origin;
    return service;
}

Placement dockerPlacement(const DockerHome &home, const ServiceName &name,
                          const std::vector<const DockerContainer *> &containers, const ServiceVerdict &verdict)
{
    const DockerContainer &newest = **std::max_element(containers.begin(), containers.end(), [](auto *a, auto *b) {
        return std::tie(a->created, a->id) < std::tie(b->created, b->id);
    });
    Placement placement;
    placement.id = name.placement;
    placement.service = name.id;
    placement.site = home.site.id;
    placement.feed = home.feed;
    placement.role = declaredRole(newest.declared());
    placement.desired = verdict.desired;
    placement.ready = verdict.ready;
    placement.health = verdict.health;
    placement.healthText = verdict.text;
    placement.image = newest.image;
    placement.origin = home.origin;
    return placement;
}

EntityId dockerAssetId(const DockerHome &home, const DockerVolume &volume)
{
    const QString declared = volume.declared().value(labelkeys::kAsset);
    return declared.isEmpty() ? EntityId::of(home.connection, "asset", volume.name)
                              : EntityId::declared("asset", declared);
}

Asset dockerAsset(const DockerHome &home, const DockerVolume &volume)
{
    const Labels labels = volume.declared();
    const QString declared = labels.value(labelkeys::kAsset);
    Asset asset;
    asset.id = dockerAssetId(home, volume);
    asset.name = !declared.isEmpty()        ? declared
                 : isAnonymous(volume.name) ? QStringLiteral("unnamed volume %1").arg(volume.name.left(12))
                                            : volume.name;
    asset.classification = labels.value(labelkeys::kClassification);
    asset.owner = labels.value(labelkeys::kOwner);
    asset.labels = volume.labels;
    asset.origin = home.origin;
    return asset;
}

Replica dockerReplica(const DockerHome &home, const DockerVolume &volume)
{
    Replica replica;
    replica.id = EntityId::of(home.connection, "replica", volume.name);
    replica.asset = dockerAssetId(home, volume);
    replica.site = home.site.id;
    replica.feed = home.feed;
    replica.role = declaredRole(volume.declared());
    replica.stateText = phrase("phrase.plain-volume");
    replica.origin = home.origin;
    return replica;
}

} // namespace graticule
