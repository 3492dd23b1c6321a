// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/trails/trailbook.h"

#include "models/latency/worstlinks.h"
#include "models/linkfigures.h"

#include <QPointer>
#include <QThreadPool>

#include <algorithm>

namespace graticule {

TrailBook::TrailBook(FleetStore &store, SampleCalls &calls, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_latency(store, calls, QStringLiteral("rtt.ms"), [this](const EntityId &site) { return m_links.value(site); })
    , m_cpu(store, calls, QStringLiteral("cpu.cores"), [](const EntityId &row) { return row; })
    , m_states(store, calls)
{
    connect(&m_latency, &SampleTrails::changed, this,
            [this](const EntityId &row) { Q_EMIT changed(TrailKind::Latency, row); });
    connect(&m_cpu, &SampleTrails::changed, this, [this](const EntityId &row) { Q_EMIT changed(TrailKind::Cpu, row); });
    connect(&m_states, &StateTrails::changed, this,
            [this](const EntityId &row) { Q_EMIT changed(TrailKind::States, row); });
    // Which link is the worst may be another one by and by.
    connect(&store, &FleetStore::ticked, this, [this] {
        if (!m_sites.isEmpty() && m_store.clock().steady() - m_foundAt >= TrailQueue::kEvery)
            findLinks();
    });
}

void TrailBook::see(TrailKind kind, const QList<EntityId> &rows)
{
    switch (kind) {
    case TrailKind::None:
        break;
    case TrailKind::Latency:
        if (rows != m_sites) {
            m_sites = rows;
            findLinks();
        }
        break;
    case TrailKind::Cpu:
        m_cpu.queue().see(rows);
        break;
    case TrailKind::States:
        m_states.queue().see(rows);
        break;
    }
}

/// In a worker: there may be a hundred thousand links.
void TrailBook::findLinks()
{
    ++m_question;
    m_isFinding = !m_sites.isEmpty();
    m_foundAt = m_store.clock().steady();
    if (!m_isFinding) {
        m_latency.queue().see({});
        return;
    }
    QThreadPool::globalInstance()->start([snapshot = m_store.snapshot(), question = m_question,
                                          sites = QSet<EntityId>(m_sites.begin(), m_sites.end()),
                                          self = QPointer(this)] {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, question, sites, links = worstLinks(snapshot->tables, sites)] {
                if (self)
                    self->takeLinks(question, links, sites);
            },
            Qt::QueuedConnection);
    });
}

void TrailBook::takeLinks(quint64 question, const QHash<EntityId, EntityId> &links, const QSet<EntityId> &of)
{
    if (question != m_question)
        return;
    m_isFinding = false;
    if (m_links.size() > TrailQueue::kMostKept)
        m_links.removeIf([&of](const auto &known) { return !of.contains(known.key()); });
    QList<EntityId> measured;
    for (const EntityId &site : std::as_const(m_sites)) {
        const EntityId link = links.value(site);
        const auto known = m_links.constFind(site);
        const bool isOther = known == m_links.cend() || *known != link;
        m_links.insert(site, link);
        if (!link.isEmpty())
            measured << site;
        if (!isOther)
            continue;
        m_latency.queue().askAgain(site);
        Q_EMIT changed(TrailKind::Latency, site);
    }
    m_latency.queue().see(measured);
}

bool TrailBook::isAlone(const EntityId &site) const
{
    const auto link = m_links.constFind(site);
    return link != m_links.cend() && link->isEmpty();
}

bool TrailBook::isAbnormal(const EntityId &site) const
{
    const Link *link = m_store.tables().links.find(m_links.value(site));
    return link && severityOf(*link) != LinkSeverity::Normal;
}

const SampleTrail *TrailBook::samples(TrailKind kind, const EntityId &row) const
{
    if (kind == TrailKind::Cpu)
        return m_cpu.find(row);
    return kind == TrailKind::Latency && !isAlone(row) ? m_latency.find(row) : nullptr;
}

QString TrailBook::linkName(const EntityId &site) const
{
    const Link *link = m_store.tables().links.find(m_links.value(site));
    const auto name = [this](const EntityId &id) {
        const Site *end = m_store.tables().sites.find(id);
        return end ? end->name : format::missing();
    };
    return link ? tr("%1 → %2").arg(name(link->from), name(link->to)) : QString();
}

QString TrailBook::words(TrailKind kind, const EntityId &row) const
{
    if (kind == TrailKind::None)
        return {};
    if (kind == TrailKind::States) {
        const StateHistory *history = states(row);
        if (!history)
            return tr("not asked for yet");
        return history->isRead ? StateSpans::words(history->spans) : tr("cannot be read just now");
    }
    if (kind == TrailKind::Latency && isAlone(row))
        return tr("no link to another site");
    const SampleTrail *trail = samples(kind, row);
    if (!trail)
        return tr("not asked for yet");
    if (trail->isEmpty())
        return trail->isRead ? tr("nothing measured in the last hour") : tr("cannot be read just now");
    const auto told = [kind](double value) {
        return kind == TrailKind::Latency ? format::milliseconds(value) : format::decimal(value);
    };
    const QString newest = trail->isOld() ? format::stale(told(trail->newest)) : told(trail->newest);
    const QString values = tr("%1, in the last hour from %2 to %3").arg(newest, told(trail->least), told(trail->most));
    const QString link = kind == TrailKind::Latency ? linkName(row) : QString();
    return link.isEmpty() ? values : tr("%1: %2").arg(link, values);
}

bool TrailBook::isSettled() const
{
    return !m_isFinding && m_latency.queue().isSettled() && m_cpu.queue().isSettled() && m_states.queue().isSettled();
}

} // namespace graticule
