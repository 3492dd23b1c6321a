// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/trails/statetrails.h"

namespace graticule {
namespace {

constexpr int kMostTurns = 1000;

} // namespace

StateTrails::StateTrails(FleetStore &store, SampleCalls &calls, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_calls(calls)
    , m_queue(store, [this](const EntityId &site, QObject *context, Instant to, const TrailQueue::Done &done) {
        ask(site, context, to, done);
    })
{
    connect(&store, &FleetStore::changed, this, &StateTrails::apply);
    connect(&m_queue, &TrailQueue::forgotten, this, [this](const EntityId &site) { m_trails.remove(site); });
}

const StateHistory *StateTrails::find(const EntityId &site) const
{
    const auto found = m_trails.constFind(site);
    return found == m_trails.cend() || !m_queue.isOfNow(found->time.until) ? nullptr : &*found;
}

/// A site that turns has another lane at once. In the past nothing turns: another moment is asked for anyway.
void StateTrails::apply(const FleetChange &change)
{
    if (m_trails.isEmpty() || m_store.isPast())
        return;
    for (const auto &verdict : change.delta.verdicts.upserted) {
        const auto known = m_trails.constFind(verdict->id);
        if (known != m_trails.cend() && known->status != siteStatus(m_store.tables(), verdict->id))
            m_queue.askAgain(verdict->id);
    }
}

void StateTrails::ask(const EntityId &site, QObject *context, Instant to, const TrailQueue::Done &done)
{
    const bool isNear = m_holesTo != kNever && m_holesTo <= to && to - m_holesTo < TrailQueue::kEvery;
    if (m_store.isPast() ? m_holesTo == to : isNear)
        return askTurns(site, context, to, done);
    m_calls.coverage(context, {to - kLength, to},
                     [this, site, context, to, done](const Result<HistoryCoverage> &coverage) {
                         if (!coverage) { // else a night when nobody watched would look like a calm one
                             take(site, {{to - kLength, to}, {}, siteStatus(m_store.tables(), site), false}, done);
                             return;
                         }
                         m_holes = coverage->holes;
                         m_holesTo = to;
                         askTurns(site, context, to, done);
                     });
}

void StateTrails::askTurns(const EntityId &site, QObject *context, Instant to, const TrailQueue::Done &done)
{
    const TimeSpan day{to - kLength, to};
    const SiteStatus status = siteStatus(m_store.tables(), site);
    m_calls.turns(context, {day, site, kMostTurns},
                  [this, site, day, status, done](const Result<QList<SiteTurn>> &turns) {
                      StateHistory history{day, {}, status, bool(turns)};
                      if (turns)
                          history.spans = StateSpans::of(*turns, day, m_holes);
                      take(site, history, done);
                  });
}

void StateTrails::take(const EntityId &site, const StateHistory &history, const TrailQueue::Done &done)
{
    m_trails.insert(site, history);
    Q_EMIT changed(site);
    done(history.isRead);
}

} // namespace graticule
