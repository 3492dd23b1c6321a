// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entities.h"

#include <vector>

namespace graticule {

/// How bad a reason is; the order in which reasons are told.
enum class Rank {
    SiteDown,
    CutOff, ///< the one cause of many
    Blind,
    SiteMaintenance,
    SiteDegraded,
    NodeDown,
    Service,
    ReplicaBroken,
    ReplicaLagging,
    NodeDegraded,
    LinkDown,
    LinkSlow,
    Place,
    NodeMaintenance,
    Remark,
};

/// Collects reasons for a verdict and puts them in order: worst first, important services first, then by text.
class Findings
{
public:
    /// @p effect is what the reason makes of the state; Unknown: nothing.
    void add(Rank rank, SiteState effect, Reason reason, int tier = 0);

    bool has(SiteState effect) const { return m_effects & (1U << unsigned(effect)); }
    bool isEmpty() const { return m_findings.empty(); }
    /// At most kMost; the last one then says how many more there are.
    QList<Reason> sorted() const;

    static constexpr size_t kMost = 12;

private:
    struct Finding
    {
        Rank rank;
        int tier;
        Reason reason;
    };
    std::vector<Finding> m_findings;
    unsigned m_effects = 0; // bit per SiteState
};

} // namespace graticule
