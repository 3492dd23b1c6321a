// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetstore.h"
#include "models/sitedetails.h"

namespace graticule {

/// Keeps the details of one site up to date: gathered in a worker from the immutable snapshot, handed back to the GUI
/// thread; results for another site or an older question are dropped. At most one gathering runs at a time, and while
/// facts keep changing one starts at most twice a second.
class SiteDetailsLoader : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds kPause{500};

    explicit SiteDetailsLoader(FleetStore &store, QObject *parent = nullptr);

    /// Forgets what was shown before; an empty id shows nothing.
    void show(const EntityId &site);
    const EntityId &site() const { return m_site; }
    /// nullopt: not gathered yet, or the site is gone.
    const std::optional<SiteDetails> &details() const { return m_details; }
    bool isGone() const { return m_isGone; }

Q_SIGNALS:
    void detailsChanged();

private:
    void apply(const FleetChange &change);
    bool concerns(const FleetDelta &delta) const;
    void gather();
    void take(quint64 question, std::optional<SiteDetails> details);

    FleetStore &m_store;
    EntityId m_site;
    std::optional<SiteDetails> m_details;
    quint64 m_question = 0;
    bool m_isGathering = false;
    bool m_isOutdated = false;
    bool m_isGone = false;
};

} // namespace graticule
