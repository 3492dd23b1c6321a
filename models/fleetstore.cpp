// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleetstore.h"

#include "models/staleview.h"

#include <QThreadPool>

namespace graticule {

static constexpr size_t kMuch = 1000; // items

FleetStore::FleetStore(Clock &clock, SnapshotPtr cached, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_newest(cached ? std::move(cached) : std::make_shared<const FleetSnapshot>())
    , m_shown(m_newest)
    , m_index(m_shown->tables)
    , m_hasSnapshot(m_shown->revision.number != 0)
{
    m_lastShown = m_clock.steady() - kFrame;
    markStale();
    m_clock.after(Milliseconds(1000), this, [this] { tick(); });
}

void FleetStore::setUnits(const format::Units &units)
{
    if (units == m_units)
        return;
    m_units = units;
    Q_EMIT unitsChanged();
}

void FleetStore::take(const SnapshotPtr &snapshot)
{
    if (!snapshot)
        return;
    m_newest = snapshot;
    m_hasSnapshot = true;
    m_isTaken = true;
    if (m_isScheduled || isPast())
        return;
    const Milliseconds wait = m_lastShown + kFrame - m_clock.steady();
    if (wait <= Milliseconds(0)) {
        showNewest();
        return;
    }
    m_isScheduled = true;
    m_clock.after(wait, this, [this] {
        m_isScheduled = false;
        if (!isPast())
            showNewest();
    });
}

void FleetStore::showPast(const SnapshotPtr &snapshot, Instant at)
{
    if (!snapshot || at == kNever)
        return;
    const bool isEntered = !isPast();
    m_pastAt = at;
    show(snapshot);
    if (isEntered)
        Q_EMIT modeChanged();
    Q_EMIT ticked();
}

void FleetStore::showLive()
{
    if (!isPast())
        return;
    m_pastAt = kNever;
    showNewest();
    Q_EMIT modeChanged();
    Q_EMIT ticked();
}

void FleetStore::forget()
{
    const bool wasPast = isPast();
    m_pastAt = kNever;
    m_isTaken = false;
    m_wasLive = false;
    m_hasSnapshot = false;
    m_newest = std::make_shared<const FleetSnapshot>();
    setLink({});
    show(m_newest);
    if (wasPast)
        Q_EMIT modeChanged();
}

void FleetStore::showCached(const SnapshotPtr &snapshot)
{
    if (!snapshot || m_isTaken)
        return;
    m_newest = snapshot;
    m_hasSnapshot = true;
    if (!isPast())
        showNewest();
}

void FleetStore::setLink(const KeeperLink &link)
{
    if (link == m_link)
        return;
    const bool cameLive = link.state == KeeperLink::State::Live && m_link.state != KeeperLink::State::Live;
    m_link = link;
    m_wasLive = m_wasLive || cameLive;
    if (cameLive && m_shown != m_newest && !isPast())
        showNewest(); // what was marked stale meanwhile may be fresh again
    else if (link.state == KeeperLink::State::Lost && !isPast())
        markStale();
    Q_EMIT linkChanged(m_link);
}

void FleetStore::showNewest()
{
    m_lastShown = m_clock.steady();
    const SnapshotPtr stale = aged(m_newest);
    show(stale ? stale : m_newest);
}

void FleetStore::show(SnapshotPtr snapshot)
{
    if (snapshot == m_shown)
        return;
    FleetChange change{std::move(m_shown), snapshot, {}};
    change.delta = diff(change.before->tables, change.after->tables);
    m_shown = std::move(snapshot);
    m_index.apply(change);
    Q_EMIT changed(change);
    // To take apart what a large change has left behind can last longer than a frame.
    if (change.delta.size() >= kMuch)
        QThreadPool::globalInstance()->start([left = std::move(change)]() mutable { left = {}; });
}

void FleetStore::markStale()
{
    if (SnapshotPtr stale = aged(m_shown))
        show(std::move(stale));
}

SnapshotPtr FleetStore::aged(const SnapshotPtr &snapshot) const
{
    if (m_link.state == KeeperLink::State::Live)
        return {}; // the keeper does it, by its own clock
    // Once the keeper is given up nobody vouches for any connection.
    const bool isLost = m_link.state == KeeperLink::State::Lost;
    return staleView(snapshot, now(), isLost ? Milliseconds(0) : kConnectionLimit);
}

void FleetStore::tick()
{
    if (!isPast()) {
        markStale();
        Q_EMIT ticked();
    }
    Q_EMIT secondPassed();
    m_clock.after(Milliseconds(1000), this, [this] { tick(); });
}

SiteStatus siteStatus(const Verdict *verdict)
{
    if (!verdict)
        return {};
    return {verdict->state, verdict->stale && verdict->state != SiteState::Unreachable, verdict->since};
}

SiteStatus siteStatus(const FleetTables &tables, const EntityId &site)
{
    return siteStatus(tables.verdicts.find(site));
}

} // namespace graticule
