// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerusagereport.h"

namespace graticule {
namespace {

struct Sum
{
    double cpuCores = 0;
    double memory = 0;
    bool complete = true;
    bool fresh = false;

    void add(const DockerUsagePoll::Rate &rate)
    {
        complete = complete && rate.cpuCores >= 0 && rate.memory >= 0;
        cpuCores += rate.cpuCores;
        memory += rate.memory;
    }
};

void addSamples(QList<Sample> &samples, const EntityId &entity, const Sum &sum, Instant now)
{
    samples.append({entity, QStringLiteral("cpu.cores"), now, sum.cpuCores});
    samples.append({entity, QStringLiteral("memory.bytes"), now, sum.memory});
}

} // namespace

QStringList runningContainers(const DockerInventory &inventory)
{
    QStringList ids;
    for (const DockerContainer &container : inventory.containers()) {
        if (container.state == ContainerState::Running)
            ids.append(container.id);
    }
    ids.sort();
    return ids;
}

DockerUsageReport reportUsage(const DockerInventory &inventory, const QHash<QString, DockerUsagePoll::Rate> &rates,
                              const QStringList &read, Instant now)
{
    const QSet<QString> fresh(read.begin(), read.end());
    Sum engine;
    QHash<EntityId, Sum> services;
    const QStringList running = runningContainers(inventory);
    for (const QString &id : running) {
        const DockerUsagePoll::Rate rate = rates.value(id);
        engine.add(rate);
        Sum &service = services[inventory.placementOf(id)];
        service.add(rate);
        service.fresh = service.fresh || fresh.contains(id);
    }
    DockerUsageReport report;
    for (auto it = services.cbegin(); it != services.cend(); ++it) {
        if (it->complete && it->fresh)
            addSamples(report.samples, it.key(), *it, now);
    }
    if (engine.complete) {
        addSamples(report.samples, inventory.nodeId(), engine, now);
        report.engine = EngineUsage{engine.cpuCores, engine.memory};
    }
    return report;
}

} // namespace graticule
