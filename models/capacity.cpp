// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capacity.h"

namespace graticule {

void Capacity::add(const std::array<Usage, ResourceCount> &usages, int by)
{
    for (size_t i = 0; i < usages.size(); ++i) {
        if (!usages[i].isMeasured())
            continue;
        m_sum[i].used += by * usages[i].used;
        m_sum[i].total += by * usages[i].total;
        m_known[i] += by;
    }
    m_sites += by;
}

std::optional<double> Capacity::share(Resource resource) const
{
    if (m_known[resource] <= 0)
        return {};
    return std::max(0.0, m_sum[resource].used / m_sum[resource].total);
}

std::optional<Capacity::Resource> Capacity::tightest() const
{
    std::optional<Resource> worst;
    for (const Resource resource : {Cpu, Memory, Storage}) {
        if (share(resource) && (!worst || *share(resource) > *share(*worst)))
            worst = resource;
    }
    return worst;
}

QString Capacity::name(Resource resource)
{
    switch (resource) {
    case Cpu:
        return tr("CPU");
    case Memory:
        return tr("memory");
    case Storage:
        return tr("storage");
    case ResourceCount:
        break;
    }
    return {};
}

} // namespace graticule
