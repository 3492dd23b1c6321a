// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/entitytable/entitydetails.h"
#include "models/fleetstore.h"

#include <QSet>

namespace graticule {

/// Keeps the details of one entity up to date: gathered in a worker from the immutable snapshot, handed back to the GUI
/// thread; results for another question are dropped. At most one gathering runs at a time, and while facts keep
/// changing one starts at most twice a second. GUI thread.
class EntityDetailsLoader : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds kPause{500};

    EntityDetailsLoader(EntityKind kind, FleetStore &store, QObject *parent = nullptr);

    /// Forgets what was shown before; an empty id shows nothing.
    void show(const EntityId &id);
    const EntityId &id() const { return m_id; }
    /// nullopt: not gathered yet, or it is gone.
    const std::optional<EntityDetails> &details() const { return m_details; }
    bool isGone() const { return m_isGone; }

Q_SIGNALS:
    void detailsChanged();

private:
    void apply(const FleetChange &change);
    bool concerns(const FleetDelta &delta) const;
    void gatherSoon();
    void gather();
    void take(quint64 question, std::optional<EntityDetails> details);

    EntityKind m_kind;
    FleetStore &m_store;
    EntityId m_id;
    std::optional<EntityDetails> m_details;
    QSet<EntityId> m_places; ///< ids of the places that are shown
    QSet<EntityId> m_sites;  ///< of these
    quint64 m_question = 0;
    bool m_isGathering = false;
    bool m_isOutdated = false;
    bool m_isGone = false;
};

} // namespace graticule
