// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/trails/trailqueue.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace graticule {

TrailQueue::TrailQueue(FleetStore &store, Ask ask, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_ask(std::move(ask))
{
    connect(&store, &FleetStore::ticked, this, &TrailQueue::tick);
    connect(&store, &FleetStore::modeChanged, this, &TrailQueue::tick);
    connect(&store, &FleetStore::linkChanged, this, [this](const KeeperLink &link) {
        if (link.state == KeeperLink::State::Unknown)
            forgetAll(); // another fleet
        else if (link.state == KeeperLink::State::Live)
            goOn();
    });
}

TrailQueue::~TrailQueue() = default;

void TrailQueue::see(const QList<EntityId> &rows)
{
    if (rows == m_seen)
        return;
    m_seen = rows;
    const QSet<EntityId> seen(rows.begin(), rows.end());
    std::erase_if(m_asked, [&seen](const auto &asked) { return !seen.contains(asked.first); });
    if (m_told.size() > kMostKept) {
        const QList<EntityId> told = m_told.keys();
        for (const EntityId &row : told) {
            if (seen.contains(row))
                continue;
            m_told.remove(row);
            Q_EMIT forgotten(row);
        }
    }
    goOn();
}

void TrailQueue::askAgain(const EntityId &row)
{
    if (m_told.remove(row) == 0)
        return;
    m_asked.erase(row);
    goOn();
}

void TrailQueue::forgetAll()
{
    m_asked.clear();
    const QList<EntityId> told = m_told.keys();
    m_told.clear();
    for (const EntityId &row : told)
        Q_EMIT forgotten(row);
}

bool TrailQueue::isOfNow(Instant to) const
{
    const Instant now = m_store.now();
    return m_store.isPast() ? to == now : to <= now && now - to < kShown;
}

bool TrailQueue::isSettled() const
{
    return m_asked.empty() &&
           std::none_of(m_seen.begin(), m_seen.end(), [this](const auto &row) { return isDue(row); });
}

/// Once a second, and at once for another moment: of the one before nobody wants to know any more.
void TrailQueue::tick()
{
    const Instant past = m_store.isPast() ? m_store.now() : kNever;
    if (std::exchange(m_pastAt, past) != past)
        m_asked.clear();
    goOn();
}

bool TrailQueue::isDue(const EntityId &row) const
{
    const auto told = m_told.constFind(row);
    if (told == m_told.cend())
        return true;
    if (!told->isAnswered)
        return m_store.clock().steady() - told->at >= kAgain;
    const Instant now = m_store.now();
    return m_store.isPast() ? told->to != now : told->to > now || now - told->to >= kEvery;
}

void TrailQueue::goOn()
{
    if (std::exchange(m_isGoing, true)) // an answer that comes at once
        return;
    const QList<EntityId> rows = m_seen;
    for (const EntityId &row : rows) {
        if (m_asked.size() >= kMostAsked)
            break;
        if (!m_asked.contains(row) && isDue(row))
            start(row);
    }
    m_isGoing = false;
}

void TrailQueue::start(const EntityId &row)
{
    auto context = std::make_unique<QObject>();
    QObject *const asking = context.get();
    m_asked.emplace(row, std::move(context));
    const Instant to = m_store.now();
    m_ask(row, asking, to, [this, row, to](bool isAnswered) {
        // It may be the context's own call that brings us here.
        if (auto asked = m_asked.extract(row))
            asked.mapped().release()->deleteLater();
        m_told.insert(row, {to, m_store.clock().steady(), isAnswered});
        goOn();
    });
}

} // namespace graticule
