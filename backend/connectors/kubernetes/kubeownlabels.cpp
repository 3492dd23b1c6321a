// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeinventory.h"
#include "backend/places/labelkeys.h"
#include "backend/places/ownlabels.h"
#include "backend/places/sameservices.h"

// What workloads and volumes of a cluster carry themselves, whatever rules and people made of them.

namespace graticule {

std::vector<OwnLabels> KubeServices::ownLabels() const
{
    const auto nameOf = [](const QString &group) {
        return group.startsWith(kDeclared)
                   ? serviceNameOf(group.mid(kDeclared.size()))
                   : group.section(QLatin1Char('/'), 0, 0) + QLatin1Char('/') + group.section(QLatin1Char('/'), 2);
    };
    std::vector<OwnLabels> result;
    const auto add = [&](const QString &workload, const Labels &labels) {
        result.push_back({EntityId::of(m_home.connection, "service", workload), OwnLabels::Kind::Service,
                          nameOf(workload), nameOf(groupOf(workload)), labels});
    };
    for (auto it = m_workloads.cbegin(); it != m_workloads.cend(); ++it)
        add(it.key(), it->meta.labels);
    for (auto it = m_podsOf.cbegin(); it != m_podsOf.cend(); ++it) {
        if (!m_workloads.contains(it.key()))
            add(it.key(), {}); // pods of nobody, to which rules add nothing
    }
    return result;
}

std::vector<OwnLabels> KubeStorage::ownLabels() const
{
    std::vector<OwnLabels> result;
    for (const KubeVolume &volume : m_volumes) {
        const QString name = volume.claim.isEmpty() ? volume.meta.name : volume.claim;
        const QString declared = declaredOf(volume).value(labelkeys::kAsset);
        result.push_back({EntityId::of(m_home.connection, "asset", volume.meta.uid), OwnLabels::Kind::Asset, name,
                          declared.isEmpty() ? name : declared, labelsOf(volume)});
    }
    return result;
}

std::vector<OwnLabels> KubeInventory::ownLabels() const
{
    std::vector<OwnLabels> result = m_services.ownLabels();
    const std::vector<OwnLabels> stored = m_storage.ownLabels();
    result.insert(result.end(), stored.cbegin(), stored.cend());
    return result;
}

} // namespace graticule
