// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/latency/statetrail.h"

#include <algorithm>

namespace graticule {
namespace {

constexpr int kMostTurns = 5000;

} // namespace

StateTrail::StateTrail(FleetStore &store, SampleCalls &calls, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_calls(calls)
{
    connect(&store, &FleetStore::ticked, this, &StateTrail::askIfDue);
}

void StateTrail::show(const EntityId &site)
{
    if (site == m_site)
        return;
    m_site = site;
    m_spans.clear();
    m_isTold = false;
    m_to = m_store.now();
    Q_EMIT changed();
    ask();
}

void StateTrail::askIfDue()
{
    if (m_site.isEmpty())
        return;
    const bool isOver = m_store.clock().steady() - m_askedAt >= kEvery;
    const bool isOther = siteStatus(m_store.tables(), m_site) != m_askedOf;
    if (m_store.isPast() ? m_store.now() != m_to : isOver || isOther)
        ask();
}

void StateTrail::ask()
{
    m_question.reset();
    if (m_site.isEmpty())
        return;
    m_question = std::make_unique<QObject>();
    m_askedAt = m_store.clock().steady();
    m_askedOf = siteStatus(m_store.tables(), m_site);
    m_to = m_store.now();
    m_calls.turns(m_question.get(), {{m_to - kLength, m_to}, m_site, kMostTurns},
                  [this](const Result<QList<SiteTurn>> &turns) { take(turns ? *turns : QList<SiteTurn>()); });
}

/// What was watched is asked for once it is known how it was: a state goes on over a hole only in the record.
void StateTrail::take(const QList<SiteTurn> &turns)
{
    std::vector<Span> spans;
    for (const SiteTurn &turn : turns) {
        if (!spans.empty())
            spans.back().until = turn.at;
        spans.push_back({std::max(turn.at, from()), m_to, turn.stale ? SiteState::Unknown : turn.state, true});
    }
    m_spans = std::move(spans);
    m_calls.coverage(m_question.get(), {from(), m_to}, [this](const Result<HistoryCoverage> &coverage) {
        if (coverage)
            markHoles(coverage->holes);
        m_isTold = true;
        Q_EMIT changed();
    });
}

void StateTrail::markHoles(const QList<TimeSpan> &holes)
{
    for (const TimeSpan &hole : holes) {
        std::vector<Span> cut;
        for (const Span &span : m_spans) {
            const Instant begin = std::max(span.from, hole.from);
            const Instant end = std::min(span.until, hole.until);
            if (begin >= end) {
                cut.push_back(span);
                continue;
            }
            if (span.from < begin)
                cut.push_back({span.from, begin, span.state, span.isWatched});
            cut.push_back({begin, end, SiteState::Unknown, false});
            if (end < span.until)
                cut.push_back({end, span.until, span.state, span.isWatched});
        }
        m_spans = std::move(cut);
    }
}

} // namespace graticule
