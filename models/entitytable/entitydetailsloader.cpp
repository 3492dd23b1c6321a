// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/entitytable/entitydetailsloader.h"

#include <QPointer>
#include <QThreadPool>

#include <algorithm>

namespace graticule {

EntityDetailsLoader::EntityDetailsLoader(EntityKind kind, FleetStore &store, QObject *parent)
    : QObject(parent)
    , m_kind(kind)
    , m_store(store)
{
    connect(&store, &FleetStore::changed, this, &EntityDetailsLoader::apply);
    connect(&store, &FleetStore::unitsChanged, this, &EntityDetailsLoader::gatherSoon);
}

void EntityDetailsLoader::show(const EntityId &id)
{
    if (id == m_id)
        return;
    m_id = id;
    m_details.reset();
    m_isGone = false;
    m_isGathering = false; // an answer to another question is dropped when it comes
    ++m_question;
    Q_EMIT detailsChanged();
    gatherSoon();
}

void EntityDetailsLoader::apply(const FleetChange &change)
{
    if (!m_id.isEmpty() && concerns(change.delta))
        gatherSoon();
}

/// Costs in proportion to the change, which spares a look at the whole fleet when it is about others.
bool EntityDetailsLoader::concerns(const FleetDelta &delta) const
{
    const auto names = [](const auto &changes, const auto &isOne) {
        return std::any_of(changes.removed.begin(), changes.removed.end(), isOne) ||
               std::any_of(changes.upserted.begin(), changes.upserted.end(),
                           [&](const auto &item) { return isOne(item->id); });
    };
    const auto isIt = [this](const EntityId &id) { return id == m_id; };
    const auto isPlace = [this](const EntityId &id) { return m_places.contains(id); };
    const auto isSite = [this](const EntityId &id) { return m_sites.contains(id); };
    const auto &placements = delta.placements.upserted;
    const auto &replicas = delta.replicas.upserted;
    const bool isNewPlace =
        std::any_of(placements.begin(), placements.end(),
                    [this](const auto &placement) {
                        return placement->service == m_id || m_sites.contains(placement->site);
                    }) ||
        std::any_of(replicas.begin(), replicas.end(), [this](const auto &replica) { return replica->asset == m_id; });
    return isNewPlace || names(delta.services, isIt) || names(delta.nodes, isIt) || names(delta.assets, isIt) ||
           names(delta.placements, isPlace) || names(delta.replicas, isPlace) || names(delta.sites, isSite) ||
           names(delta.verdicts, isSite);
}

void EntityDetailsLoader::gatherSoon()
{
    if (m_isGathering)
        m_isOutdated = true;
    else if (!m_id.isEmpty())
        gather();
}

void EntityDetailsLoader::gather()
{
    m_isGathering = true;
    m_isOutdated = false;
    QThreadPool::globalInstance()->start([snapshot = m_store.snapshot(), kind = m_kind, id = m_id,
                                          units = m_store.units(), question = m_question, self = QPointer(this)] {
        auto details = entityDetails(snapshot->tables, kind, id, units);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, question, answer = std::move(details)]() mutable {
                if (self)
                    self->take(question, std::move(answer));
            },
            Qt::QueuedConnection);
    });
}

void EntityDetailsLoader::take(quint64 question, std::optional<EntityDetails> details)
{
    if (question != m_question)
        return;
    const bool wasGone = m_isGone;
    m_isGone = !details;
    if (details != m_details || wasGone != m_isGone) {
        m_details = std::move(details);
        m_places.clear();
        m_sites.clear();
        if (m_details) {
            m_sites.insert(m_details->site);
            for (const auto &place : m_details->places) {
                m_places.insert(place.id);
                m_sites.insert(place.site);
            }
        }
        Q_EMIT detailsChanged();
    }
    m_store.clock().after(kPause, this, [this, question] {
        if (question != m_question)
            return;
        m_isGathering = false;
        if (m_isOutdated)
            gather();
    });
}

} // namespace graticule
