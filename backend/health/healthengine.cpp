// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/healthengine.h"

#include "backend/health/healthindex.h"
#include "backend/health/siteverdict.h"

namespace graticule {
namespace {

/// The verdict before, in this run or, at its start, in the facts that an earlier run left.
const Verdict *earlier(const HealthMemory &memory, const EntityId &site)
{
    const Verdict *known = memory.verdicts.find(site);
    return known ? known : memory.seen.verdicts.find(site);
}

void judge(const EntityId &id, HealthMemory &memory, Instant now, const HealthThresholds &thresholds,
           Changes<Verdict> &changes)
{
    const Site *site = memory.seen.sites.find(id);
    if (!site) {
        if (memory.verdicts.remove(id))
            changes.removed.push_back(id);
        return;
    }
    Verdict verdict = verdictOn(*site, memory, thresholds);
    const Verdict *before = earlier(memory, id);
    verdict.since = before && before->state == verdict.state ? before->since : now;
    const Verdict *known = memory.verdicts.find(id);
    if (known && *known == verdict)
        return;
    const auto item = std::make_shared<const Verdict>(std::move(verdict));
    memory.verdicts.insert(item);
    changes.upserted.push_back(item);
}

} // namespace

HealthStep HealthEngine::step(HealthMemory previous, const FleetTables &tables, Instant now,
                              const HealthThresholds &thresholds)
{
    HealthStep result{std::move(previous), {}, kNever};
    HealthIndex index(result.memory, thresholds);
    index.update(tables, now);
    for (const EntityId &site : index.touched())
        judge(site, result.memory, now, thresholds, result.verdicts);
    for (const EntityId &site : index.touched()) { // forget what nothing is left of
        const auto parts = result.memory.parts.constFind(site);
        if (parts != result.memory.parts.cend() && !parts->links && parts->tally.isEmpty())
            result.memory.parts.erase(parts);
    }
    const auto wake = [&](Instant at) {
        if (at != kNever && (result.nextDue == kNever || at < result.nextDue))
            result.nextDue = at;
    };
    wake(result.memory.due.empty() ? kNever : result.memory.due.begin()->first);
    wake(result.memory.echoes.empty() ? kNever : result.memory.echoes.begin()->first);
    wake(result.memory.courses.nextDue());
    return result;
}

} // namespace graticule
