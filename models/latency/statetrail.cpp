// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/latency/statetrail.h"

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
    connect(&store, &FleetStore::secondPassed, this, &StateTrail::askIfDue); // in the past, after a failure
    connect(&store, &FleetStore::modeChanged, this, &StateTrail::forget);
    connect(&store, &FleetStore::linkChanged, this, [this](const KeeperLink &link) {
        if (link.state == KeeperLink::State::Unknown)
            forget(); // another fleet
    });
}

void StateTrail::show(const EntityId &site)
{
    if (site == m_site)
        return;
    m_site = site;
    forget();
    ask();
}

/// Asked again with the next tick, or at once.
void StateTrail::forget()
{
    m_question.reset();
    m_askedTo = kNever;
    m_spans.clear();
    m_isTold = false;
    m_error = {};
    m_to = m_store.now();
    Q_EMIT changed();
}

void StateTrail::askIfDue()
{
    if (m_site.isEmpty())
        return;
    const bool isOver = m_store.clock().steady() - m_askedAt >= kEvery;
    const bool isOther = siteStatus(m_store.tables(), m_site) != m_askedOf;
    const bool isDue =
        m_store.isPast() ? m_store.now() != m_askedTo || (isOver && !m_error.text.isEmpty()) : isOver || isOther;
    if (isDue || m_askedTo == kNever)
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
    m_askedTo = m_store.now();
    m_calls.turns(m_question.get(), {{m_askedTo - kLength, m_askedTo}, m_site, kMostTurns},
                  [this](const Result<QList<SiteTurn>> &turns) { take(turns); });
}

/// What was watched is asked for once it is known how it was: a state goes on over a hole only in the record. Without
/// that nothing is said, or a night when nobody watched would look like a calm one.
void StateTrail::take(const Result<QList<SiteTurn>> &turns)
{
    if (!turns) {
        fail(turns.error());
        return;
    }
    const TimeSpan span{m_askedTo - kLength, m_askedTo};
    m_calls.coverage(m_question.get(), span, [this, told = *turns, span](const Result<HistoryCoverage> &coverage) {
        if (!coverage) {
            fail(coverage.error());
            return;
        }
        m_spans = StateSpans::of(told, span, coverage->holes);
        m_to = span.until;
        m_isTold = true;
        m_error = {};
        Q_EMIT changed();
    });
}

void StateTrail::fail(const Error &why)
{
    m_error = why;
    if (m_store.isPast() && m_to != m_askedTo) {
        m_spans.clear(); // of another moment
        m_isTold = false;
        m_to = m_askedTo;
    }
    Q_EMIT changed();
}

} // namespace graticule
