// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entities.h"

#include <QCoreApplication>

#include <array>
#include <optional>

namespace graticule {

/// Capacity of a set of sites, as far as it is known what is used.
class Capacity
{
    Q_DECLARE_TR_FUNCTIONS(graticule::Capacity)

public:
    enum Resource { Cpu, Memory, Storage, ResourceCount };

    void add(const Site &site, int by) { add({site.cpu, site.memory, site.storage}, by); }
    void add(const std::array<Usage, ResourceCount> &usages, int by);
    /// Used part of what is known; nullopt when no site tells.
    std::optional<double> share(Resource resource) const;
    /// The resource that is used most; nullopt when nothing is known.
    std::optional<Resource> tightest() const;
    int known(Resource resource) const { return m_known[resource]; }
    int sites() const { return m_sites; }

    static QString name(Resource resource);

private:
    std::array<Usage, ResourceCount> m_sum{};
    std::array<int, ResourceCount> m_known{};
    int m_sites = 0;
};

} // namespace graticule
