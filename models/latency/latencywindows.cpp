// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/latency/latencywindows.h"

#include <QThreadPool>

namespace graticule {
namespace {

/// To take apart a quarter of a million figures lasts longer than a frame.
void letGo(QHash<EntityId, LinkWindow> figures)
{
    if (figures.size() > LinkWindowsQuery::kMostLinks)
        QThreadPool::globalInstance()->start([left = std::move(figures)]() mutable { left = {}; });
}

} // namespace

LatencyWindows::LatencyWindows(FleetStore &store, SampleCalls &calls, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_calls(calls)
{
    connect(&store, &FleetStore::ticked, this, &LatencyWindows::askIfDue);
    connect(&store, &FleetStore::secondPassed, this, &LatencyWindows::askIfDue); // in the past, after a failure
    connect(&store, &FleetStore::modeChanged, this, &LatencyWindows::forget);
    connect(&store, &FleetStore::linkChanged, this, [this](const KeeperLink &link) {
        if (link.state == KeeperLink::State::Unknown)
            forget(); // another fleet
        else if (!m_error.text.isEmpty())
            askNow();
    });
}

void LatencyWindows::setLinks(const QList<EntityId> &links)
{
    if (links == m_links)
        return;
    m_links = links;
    askNow();
}

void LatencyWindows::setLength(Milliseconds length)
{
    if (length == m_length)
        return;
    m_length = length;
    forgetFigures(); // of another length they say something else
    askNow();
}

void LatencyWindows::setAwake(bool isAwake)
{
    m_isAwake = isAwake;
    if (isAwake)
        askIfDue();
}

const LinkWindow *LatencyWindows::find(const EntityId &link) const
{
    const auto found = m_windows.constFind(link);
    return found == m_windows.cend() ? nullptr : &*found;
}

void LatencyWindows::askNow()
{
    m_question.reset();
    m_isAsking = false;
    m_isStale = true;
    askIfDue();
}

/// Asked again with the next tick, which follows.
void LatencyWindows::forget()
{
    m_question.reset();
    m_isAsking = false;
    m_isStale = true;
    m_error = {};
    forgetFigures();
    Q_EMIT changed();
}

void LatencyWindows::forgetFigures()
{
    letGo(std::exchange(m_windows, {}));
    m_toldAt = kNever;
    m_leftOut = m_usualPending = 0;
}

bool LatencyWindows::isOld() const
{
    const Instant now = m_store.now();
    return m_toldAt != kNever && (m_store.isPast() ? m_toldAt != now : now - m_toldAt > kLimit);
}

/// The past is shown, and another moment of it than was asked for.
bool LatencyWindows::isOfAnother() const
{
    return m_store.isPast() && m_store.now() != m_part.to;
}

/// In the past time stands still, and another moment is another question: to the one before nobody waits any more.
void LatencyWindows::askIfDue()
{
    if (!m_isAwake || m_links.isEmpty() || (m_isAsking && !isOfAnother()))
        return;
    const bool isOver = m_store.clock().steady() - m_askedAt >= (m_usualPending > 0 ? kSoon : kEvery);
    const bool isUnfinished = !m_error.text.isEmpty() || m_usualPending > 0;
    const bool isDue = m_store.isPast() ? isOfAnother() || (isOver && isUnfinished) : isOver;
    if (!m_isStale && !isDue)
        return;
    m_isStale = false;
    m_isAsking = true;
    m_question = std::make_unique<QObject>();
    m_askedAt = m_store.clock().steady();
    m_asked = m_links;
    m_reached = 0;
    m_next = {};
    m_next.reserve(m_asked.size());
    m_nextLeftOut = m_nextPending = 0;
    m_part.to = m_store.now();
    m_part.from = m_part.to - m_length;
    m_part.usual = true;
    askPart();
}

void LatencyWindows::askPart()
{
    m_part.links = m_asked.mid(m_reached, LinkWindowsQuery::kMostLinks);
    m_reached += m_part.links.size();
    m_calls.linkWindows(m_question.get(), m_part, [this](const Result<LinkWindowsAnswer> &answer) { take(answer); });
}

void LatencyWindows::take(const Result<LinkWindowsAnswer> &answer)
{
    if (!answer) {
        m_error = answer.error();
        m_isAsking = false;
        if (m_store.isPast() && m_toldAt != m_part.to)
            forgetFigures();
        Q_EMIT changed();
        return;
    }
    for (const LinkWindow &window : answer->windows)
        m_next.insert(window.link, window);
    m_nextLeftOut += answer->leftOut;
    m_nextPending += answer->usualPending;
    if (m_reached < m_asked.size())
        askPart();
    else
        end();
}

void LatencyWindows::end()
{
    m_isAsking = false;
    m_error = {};
    letGo(std::exchange(m_windows, std::exchange(m_next, {})));
    m_leftOut = m_nextLeftOut;
    m_usualPending = m_nextPending;
    m_toldAt = m_part.to;
    Q_EMIT changed();
}

} // namespace graticule
