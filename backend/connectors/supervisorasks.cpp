// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/supervisor.h"

#include "backend/domain/saying.h"
#include "backend/places/ownlabels.h"

#include <QPointer>

// What Supervisor passes on of what people ask, and refuses while there is no session.

namespace graticule {

void Supervisor::perform(const Action &action, const std::function<void(const ActionProgress &)> &progress)
{
    if (const Error why = whyNot(); !why.text.isEmpty())
        progress({{}, true, why});
    else
        m_acts.perform(action, progress);
}

Error Supervisor::whyNot() const
{
    return m_open && m_hasListed ? Error() : notConnected();
}

Error Supervisor::notConnected() const
{
    return saidError(ErrorKind::Unreachable, Fault::Network, "session.not-connected", {m_config.name});
}

void Supervisor::offers(const EntityId &target, const EntityId &connection, const ActionReply<QList<ActionOffer>> &done)
{
    m_connector->offers(
        target, connection, [self = QPointer<Supervisor>(this), done](Result<QList<ActionOffer>> offers) {
            if (self && offers && (!self->m_open || !self->m_hasListed || !isSeen(self->connection().state))) {
                for (ActionOffer &offer : offers.value()) {
                    offer.possible = false;
                    if (offer.permission != ActionPermission::Denied)
                        offer.reason = phrase("phrase.act-not-seen", {self->m_config.name});
                }
            }
            done(offers);
        });
}

void Supervisor::preview(const Action &action, const ActionReply<ActionPlan> &done)
{
    if (m_open && m_hasListed)
        m_connector->preview(action, done);
    else
        done(notConnected());
}

void Supervisor::stopAction(const QString &key, const ActionReply<ActionProgress> &done)
{
    if (m_open)
        m_connector->stopAction(key, done);
    else if (m_keeperPath.isEmpty())
        done(notConnected());
    else
        done(saidError(ErrorKind::Unreachable, Fault::Network, "act.stop-unheard", {m_config.name}));
}

void Supervisor::logSources(const EntityId &target, const LogSourcesReply &done)
{
    if (m_open && m_hasListed)
        m_connector->logSources(target, done);
    else
        done(notConnected());
}

Result<std::unique_ptr<LogReader>> Supervisor::followLogs(const LogOrder &order)
{
    if (m_open && m_hasListed)
        return m_connector->followLogs(order);
    return notConnected();
}

void Supervisor::events(const EventQuery &query, const std::function<void(const Result<EventAnswer> &)> &done)
{
    if (m_open)
        m_connector->events(query, done);
    else
        done(notConnected());
}

std::vector<OwnLabels> Supervisor::ownLabels() const
{
    return m_everListed ? m_connector->ownLabels() : std::vector<OwnLabels>(); // else a part of them
}

} // namespace graticule
