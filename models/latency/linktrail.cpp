// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/latency/linktrail.h"

#include <algorithm>

namespace graticule {
namespace {

constexpr int kMostPoints = 50'000; ///< beyond, minutes come instead of samples
constexpr int kMostTurns = 200;

SampleAnswer seriesOf(const SamplesAnswer &answer, const QString &metric)
{
    for (const SampleAnswer &series : answer.series) {
        if (series.metric == metric)
            return series;
    }
    return {};
}

} // namespace

LinkTrail::LinkTrail(FleetStore &store, SampleCalls &calls, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_calls(calls)
{
    connect(&store, &FleetStore::ticked, this, &LinkTrail::askIfDue);
    connect(&store, &FleetStore::secondPassed, this, &LinkTrail::askIfDue); // in the past, after a failure
    connect(&store, &FleetStore::modeChanged, this, &LinkTrail::forget);
    connect(&store, &FleetStore::linkChanged, this, [this](const KeeperLink &link) {
        if (link.state == KeeperLink::State::Unknown)
            forget(); // another fleet
    });
}

void LinkTrail::show(const EntityId &link)
{
    if (link == m_link)
        return;
    m_link = link;
    forget();
    ask();
}

/// Asked again with the next tick, or at once.
void LinkTrail::forget()
{
    m_question.reset();
    m_open = 0;
    m_askedTo = kNever;
    m_rtt = m_loss = m_earlierRtt = {};
    m_turns.clear();
    m_isTold = false;
    m_error = {};
    m_to = m_store.now();
    Q_EMIT changed();
}

void LinkTrail::setLength(Milliseconds length)
{
    if (std::exchange(m_length, length) != length)
        ask();
}

void LinkTrail::compareWith(Milliseconds earlier)
{
    if (std::exchange(m_earlier, earlier) == earlier)
        return;
    m_earlierRtt = {};
    Q_EMIT changed();
    ask();
}

void LinkTrail::setAwake(bool isAwake)
{
    m_isAwake = isAwake;
    askIfDue();
}

void LinkTrail::askIfDue()
{
    if (!m_isAwake || m_link.isEmpty())
        return;
    const Instant now = m_store.now();
    // To the question before that nobody waits any more.
    const bool isOther = m_askedTo == kNever || (m_store.isPast() && m_askedTo != now);
    const bool isOver = m_store.clock().steady() - m_askedAt >= kEvery;
    const bool isDue = m_store.isPast() ? isOver && !m_error.text.isEmpty() : isOver || m_askedTo > now;
    if (isOther || (isDue && m_open == 0))
        ask();
}

void LinkTrail::ask()
{
    m_question.reset();
    m_open = 0;
    m_askedTo = kNever;
    if (!m_isAwake || m_link.isEmpty())
        return;
    m_question = std::make_unique<QObject>();
    m_askedTo = m_store.now();
    m_askedAt = m_store.clock().steady();
    m_nextTurns.clear();
    ++m_open; // until all is asked: answers may come at once
    askSamples();
    if (m_earlier.count() > 0)
        askEarlier();
    if (const Link *facts = m_store.tables().links.find(m_link)) {
        askTurns(facts->from);
        askTurns(facts->to);
    }
    partCame();
}

void LinkTrail::askSamples()
{
    const SamplesQuery query{m_link,
                             {QStringLiteral("rtt.ms"), QStringLiteral("loss")},
                             m_askedTo - m_length,
                             m_askedTo,
                             Resolution::Automatic,
                             kMostPoints};
    ++m_open;
    m_calls.samples(m_question.get(), query, [this](const Result<SamplesAnswer> &answer) {
        m_error = answer ? Error() : answer.error();
        if (answer) {
            m_rtt = seriesOf(*answer, QStringLiteral("rtt.ms"));
            m_loss = seriesOf(*answer, QStringLiteral("loss"));
            m_to = m_askedTo;
        } else if (m_store.isPast() && m_to != m_askedTo) {
            m_rtt = m_loss = {}; // of another moment
            m_to = m_askedTo;
        }
        m_isTold = true;
        partCame();
    });
}

void LinkTrail::askEarlier()
{
    const Instant to = m_askedTo - m_earlier;
    const SamplesQuery query{m_link, {QStringLiteral("rtt.ms")}, to - m_length, to, Resolution::Automatic, kMostPoints};
    ++m_open;
    m_calls.samples(m_question.get(), query, [this](const Result<SamplesAnswer> &answer) {
        m_earlierRtt = answer ? seriesOf(*answer, QStringLiteral("rtt.ms")) : SampleAnswer();
        partCame();
    });
}

void LinkTrail::askTurns(const EntityId &site)
{
    ++m_open;
    m_calls.turns(m_question.get(), {{m_askedTo - m_length, m_askedTo}, site, kMostTurns},
                  [this](const Result<QList<SiteTurn>> &turns) {
                      if (turns) // else there is no history: the chart goes without marks
                          m_nextTurns += *turns;
                      partCame();
                  });
}

void LinkTrail::partCame()
{
    if (--m_open > 0)
        return;
    std::stable_sort(m_nextTurns.begin(), m_nextTurns.end(),
                     [](const SiteTurn &a, const SiteTurn &b) { return a.at < b.at; });
    m_turns = std::exchange(m_nextTurns, {});
    Q_EMIT changed();
}

} // namespace graticule
