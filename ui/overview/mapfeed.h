// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetstore.h"
#include "widgets/map/mapscene.h"

#include <QObject>

#include <vector>

namespace graticule {

class MapWidget;

/// Which links the map shows.
enum class ShownLinks { OverLimit, All, None };

/// Hands the store's sites and links to the map, which knows neither: positions when they change, else only states, at
/// the cost of each change. Sites without a position are not drawn anywhere; they are among what needs a person.
class MapFeed : public QObject
{
    Q_OBJECT

public:
    /// Both outlive the feed.
    MapFeed(FleetStore &store, MapWidget &map, QObject *parent = nullptr);

    void setShownLinks(ShownLinks shown);
    ShownLinks shownLinks() const { return m_shownLinks; }

    /// The map's key of a site; nullopt when it is not on the map.
    std::optional<MapKey> keyOf(const EntityId &site) const;
    EntityId siteOf(MapKey key) const { return m_ids[size_t(key)]; }
    QList<EntityId> sitesOf(const std::vector<MapKey> &keys) const;
    /// Ends of a link as the map was last given it.
    std::pair<EntityId, EntityId> endsOf(int link) const;

private:
    void apply(const FleetChange &change);
    void handOver();
    bool takeSites(const FleetChange &change);
    bool put(const Site &site);
    bool drop(MapKey key);
    bool judge(const EntityId &id);
    void takeStates(const FleetDelta &delta);
    void takeLinks();
    void takeCallouts();
    std::optional<MapLink> drawn(const Link &link) const;
    QString describe(MapKey key) const;

    FleetStore &m_store;
    MapWidget &m_map;
    QHash<EntityId, MapKey> m_keys; ///< of every site ever shown: keys are never reused
    std::vector<EntityId> m_ids;    ///< by key
    QHash<MapKey, MapSite> m_sites; ///< that have a position
    QSet<MapKey> m_down;            ///< by fresh evidence
    std::vector<MapLink> m_links;
    std::vector<MapCallout> m_callouts;
    ShownLinks m_shownLinks = ShownLinks::OverLimit;
    bool m_staleChanged = false; ///< how old evidence is drawn concerns links too
};

} // namespace graticule
