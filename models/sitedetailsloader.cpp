// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitedetailsloader.h"

#include <QPointer>
#include <QThreadPool>

namespace graticule {

SiteDetailsLoader::SiteDetailsLoader(FleetStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&store, &FleetStore::changed, this, &SiteDetailsLoader::apply);
    connect(&store, &FleetStore::unitsChanged, this, [this] {
        if (m_isGathering)
            m_isOutdated = true;
        else if (!m_site.isEmpty())
            gather();
    });
}

void SiteDetailsLoader::show(const EntityId &site)
{
    if (site == m_site)
        return;
    m_site = site;
    m_details.reset();
    m_isGone = false;
    ++m_question;
    Q_EMIT detailsChanged();
    if (m_site.isEmpty())
        return;
    m_isGathering = false; // an answer to another question is dropped when it comes
    gather();
}

void SiteDetailsLoader::apply(const FleetChange &change)
{
    if (m_site.isEmpty() || !concerns(change.delta))
        return;
    if (m_isGathering)
        m_isOutdated = true;
    else
        gather();
}

/// Costs in proportion to the change, which spares a look at the whole fleet when it is about other sites.
bool SiteDetailsLoader::concerns(const FleetDelta &delta) const
{
    const auto isHere = [this](const auto &changes) {
        return !changes.removed.empty() || std::any_of(changes.upserted.begin(), changes.upserted.end(),
                                                       [this](const auto &item) { return item->site == m_site; });
    };
    const auto isIt = [this](const auto &changes) {
        const auto &gone = changes.removed;
        return std::find(gone.begin(), gone.end(), m_site) != gone.end() ||
               std::any_of(changes.upserted.begin(), changes.upserted.end(),
                           [this](const auto &item) { return item->id == m_site; });
    };
    const auto touchesLink = [this](const std::shared_ptr<const Link> &link) {
        return link->from == m_site || link->to == m_site;
    };
    return isIt(delta.sites) || isIt(delta.verdicts) || isHere(delta.nodes) || isHere(delta.placements) ||
           isHere(delta.replicas) || !delta.connections.isEmpty() || !delta.feeds.isEmpty() ||
           !delta.services.isEmpty() || !delta.assets.isEmpty() || !delta.links.removed.empty() ||
           std::any_of(delta.links.upserted.begin(), delta.links.upserted.end(), touchesLink);
}

void SiteDetailsLoader::gather()
{
    m_isGathering = true;
    m_isOutdated = false;
    // The application outlives the pool's tasks' way back: a task that finishes after this object's death finds no
    // receiver, since the pointer is looked at in the GUI thread only.
    QThreadPool::globalInstance()->start([snapshot = m_store.snapshot(), site = m_site, units = m_store.units(),
                                          question = m_question, self = QPointer(this)] {
        auto details = siteDetails(snapshot->tables, site, units);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, question, answer = std::move(details)]() mutable {
                if (self)
                    self->take(question, std::move(answer));
            },
            Qt::QueuedConnection);
    });
}

void SiteDetailsLoader::take(quint64 question, std::optional<SiteDetails> details)
{
    if (question != m_question)
        return;
    const bool wasGone = m_isGone;
    m_isGone = !details;
    if (details != m_details || wasGone != m_isGone) {
        m_details = std::move(details);
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
