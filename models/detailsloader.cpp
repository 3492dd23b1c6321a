// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/detailsloader.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace graticule {

DetailsLoader::DetailsLoader(FleetStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&store, &FleetStore::changed, this, [this](const FleetChange &change) {
        if (!m_id.isEmpty() && concerns(change.delta))
            gatherSoon();
    });
    connect(&store, &FleetStore::unitsChanged, this, &DetailsLoader::gatherSoon);
}

void DetailsLoader::show(const EntityId &id)
{
    if (id == m_id)
        return;
    m_id = id;
    forget();
    m_isGone = false;
    m_isGathering = false; // an answer to another question is dropped when it comes
    ++m_question;
    Q_EMIT detailsChanged();
    gatherSoon();
}

void DetailsLoader::gatherSoon()
{
    if (m_isGathering)
        m_isOutdated = true;
    else if (!m_id.isEmpty())
        gather();
}

void DetailsLoader::gather()
{
    m_isGathering = true;
    m_isOutdated = false;
    // The application outlives the pool's tasks' way back: a task that finishes after this object's death finds no
    // receiver, since the pointer is looked at in the GUI thread only.
    QThreadPool::globalInstance()->start([gather = gathering(), question = m_question, self = QPointer(this)] {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, question, gathered = gather()] {
                if (self)
                    self->take(question, gathered);
            },
            Qt::QueuedConnection);
    });
}

void DetailsLoader::take(quint64 question, const Gathered &gathered)
{
    if (question != m_question)
        return;
    const bool wasGone = std::exchange(m_isGone, !gathered.isThere);
    const bool isOther = gathered.take();
    if (isOther || wasGone != m_isGone)
        Q_EMIT detailsChanged();
    m_store.clock().after(kPause, this, [this, question] {
        if (question != m_question)
            return;
        m_isGathering = false;
        if (m_isOutdated)
            gather();
    });
}

} // namespace graticule
