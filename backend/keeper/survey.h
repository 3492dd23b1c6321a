// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/keeper/connectionset.h"
#include "backend/probes/linkbook.h"

namespace graticule {

/// From where a keeper measures, and what: turns what the supervisors measured of the ways to their endpoints into
/// links of the fleet, and samples.
///
/// Of the keepers that it only measures (connections of type `peer`), many are measured in turns, of kTurn each: the
/// others rest, and their links are told as not measured.
///
/// The keeper stands at the site of its own machine, when a connection of type `host` reports that; else where its
/// configuration says; else it is a site of its own. Backend thread.
class Survey : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds kTurn{600'000};

    struct Self
    {
        QString id;         ///< the keeper's
        QString name;       ///< for people
        Labels labels = {}; ///< declared of the place where it stands
        /// It says where it stands also while it measures nothing: others measure the way to it.
        bool isPublic = false;
        bool measures = true;
        int peersAtOnce = 16; ///< at most; of more, each has its turn
    };

    /// @p connections, @p fleet, @p clock and @p sites outlive it.
    Survey(const Self &self, ConnectionSet &connections, Fleet &fleet, Clock &clock, const SiteResolver &sites);

    /// So long a host may take to tell where it is; then, until it does, the keeper is a site of its own.
    static constexpr Milliseconds kHostWait{60'000};

    /// All connections are there, and the last verdicts: now an own site is one. One that was told before a restart is
    /// told at once, not with the first link: that it is not there would be no news of it.
    void begin();
    /// Where the keeper stands; empty: not known yet.
    const EntityId &site() const { return m_book.site(); }

Q_SIGNALS:
    /// The fleet has changed.
    void changed();
    void sampled(const QList<graticule::Sample> &samples);

private:
    void take(const EntityId &id, const Measurement &found);
    void look(const EntityId &id);
    void chooseSite();
    void choosePeers();
    void takeTurns();

    ConnectionSet &m_connections;
    const Fleet &m_fleet;
    Clock &m_clock;
    Self m_self;
    LinkBook m_book;
    QHash<EntityId, ConnectionConfig> m_ways; ///< by connection: what is measured
    Site m_own;                               ///< where we are when no host tells
    bool m_begun = false;
    bool m_wasTold = false;  ///< m_own, before a restart
    bool m_choosing = false; ///< it will
    bool m_waits = false;    ///< for a host, since it may tell soon
    bool m_hasWaited = false;
};

} // namespace graticule
