// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/entitytable/servicerows.h"

#include "models/sayingtext.h"

#include <cmath>

namespace graticule {

ServiceRows::ServiceRows()
    : EntityRows(EntityKind::Service)
    , m_tier(fieldOf("tier"))
    , m_ready(fieldOf("ready"))
{
    for (int health = 0; health <= int(Health::Paused); ++health)
        addState(StateText::look(Health(health)));
}

void ServiceRows::readAll(const FleetTables &tables)
{
    tables.services.forEachItem([this](const auto &service) { put(service); });
    m_parts.reserve(tables.placements.size());
    tables.placements.forEachItem([&](const auto &placement) { put(placement, tables); });
}

void ServiceRows::applyOwn(const FleetChange &change)
{
    for (const EntityId &id : change.delta.placements.removed)
        dropPlacement(id);
    for (const EntityId &id : change.delta.services.removed) {
        if (const int row = rowOf(id); row >= 0)
            setThere(row, false);
    }
    for (const auto &service : change.delta.services.upserted)
        put(service);
    for (const auto &placement : change.delta.placements.upserted)
        put(placement, change.after->tables);
}

void ServiceRows::put(const std::shared_ptr<const Service> &service)
{
    const int row = seat(service->id);
    if (size_t(row) >= m_services.size())
        m_services.resize(size_t(row) + 1);
    m_services[size_t(row)] = service;
    setThere(row, true);
}

void ServiceRows::put(const std::shared_ptr<const Placement> &placement, const FleetTables &tables)
{
    if (const auto known = m_parts.constFind(placement->id); known != m_parts.cend()) {
        const auto &was = m_placements[size_t(*known)];
        if (was->service == placement->service && was->site == placement->site && was->feed == placement->feed &&
            was->image == placement->image) {
            touch(m_places.part(*known).row);
            m_placements[size_t(*known)] = placement;
            return;
        }
        dropPlacement(placement->id);
    }
    const int row = seat(placement->service);
    const int part = m_places.add(row, placement->site, placement->feed, placement->image, tables);
    if (size_t(part) >= m_placements.size())
        m_placements.resize(size_t(part) + 1);
    m_placements[size_t(part)] = placement;
    m_parts.insert(placement->id, part);
    touch(row);
}

void ServiceRows::dropPlacement(const EntityId &id)
{
    const auto found = m_parts.constFind(id);
    if (found == m_parts.cend())
        return;
    touch(m_places.part(*found).row);
    m_places.remove(*found);
    m_placements[size_t(*found)].reset();
    m_parts.erase(found);
}

/// Those of which two connections to one endpoint tell here count once.
ServiceRows::Instances ServiceRows::instances(int row) const
{
    Instances sum;
    const auto isKnown = [](const Placement &placement) { return placement.ready >= 0 && placement.desired >= 0; };
    for (int part = m_places.first(row); part != kNone; part = m_places.next(part)) {
        const Placement &placement = *m_placements[size_t(part)];
        const int same = m_parts.value(m_places.countedAs(part, placement.id), kNone);
        const bool isToldBefore =
            same != kNone && m_places.part(same).row == row && isKnown(*m_placements[size_t(same)]);
        if (!isKnown(placement) || isToldBefore)
            continue;
        sum.isKnown = true;
        sum.ready += placement.ready;
        sum.desired += placement.desired;
    }
    return sum;
}

void ServiceRows::fill(int row)
{
    const Service &service = *m_services[size_t(row)];
    setName(row, service.name);
    setShared(m_tier, row, service.tier > 0 ? QString::number(service.tier) : QString());
    const Instances sum = instances(row);
    // Of none that are wanted none is missing.
    const double share = sum.desired > 0 ? double(sum.ready) / double(sum.desired) : 1;
    setFigure(m_ready, row, sum.isKnown ? share : std::nan(""));
}

ServiceRows::PartState ServiceRows::partState(int part) const
{
    const Placement &placement = *m_placements[size_t(part)];
    return {StateText::look(placement.health), int(placement.health),
            placement.healthText.isEmpty()
                ? QString()
                : m_places.siteName(part) + QStringLiteral(": ") + SayingText::ofPhrase(placement.healthText)};
}

QString ServiceRows::figureText(int field, int row, const format::Units &, Instant) const
{
    Q_UNUSED(field) // there is one
    const Instances sum = instances(row);
    return format::number(sum.ready) + QLatin1Char('/') + format::number(sum.desired);
}

QString ServiceRows::whyNowhere() const
{
    return QCoreApplication::translate("graticule::EntityFields", "no placement is known");
}

} // namespace graticule
