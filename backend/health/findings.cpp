// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/findings.h"

#include "backend/domain/saying.h"

#include <algorithm>
#include <tuple>

namespace graticule {

void Findings::add(Rank rank, SiteState effect, Reason reason, int tier)
{
    constexpr int kUndeclared = 1000; // a service of no declared tier comes after those that have one
    m_effects |= 1U << unsigned(effect);
    m_findings.push_back({rank, tier > 0 ? tier : kUndeclared, std::move(reason)});
}

QList<Reason> Findings::sorted() const
{
    std::vector<const Finding *> order;
    order.reserve(m_findings.size());
    for (const Finding &finding : m_findings)
        order.push_back(&finding);
    std::sort(order.begin(), order.end(), [](const Finding *a, const Finding *b) {
        return std::tie(a->rank, a->tier, a->reason.text, a->reason.code) <
               std::tie(b->rank, b->tier, b->reason.text, b->reason.code);
    });
    const size_t told = order.size() > kMost ? kMost - 1 : order.size();
    QList<Reason> result;
    for (size_t i = 0; i < told; ++i)
        result.append(order[i]->reason);
    if (told < order.size())
        result.append(saidReason("more", {QString::number(order.size() - told)}));
    return result;
}

} // namespace graticule
