// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/latency/latencywindows.h"
#include "ui/overview/maplines.h"
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
    /// Links whose latency is asked for; of more the map says that it was not.
    static constexpr qsizetype kMostLinks = LinkWindowsQuery::kMostLinks;

    /// All outlive the feed.
    MapFeed(FleetStore &store, SampleCalls &calls, MapWidget &map, QObject *parent = nullptr);

    void setShownLinks(ShownLinks shown);
    ShownLinks shownLinks() const { return m_shownLinks; }
    /// What the map tells beside the states. What a layer needs is asked for while it is shown, and somebody looks.
    void setLayer(MapLayer layer);
    void setAwake(bool isAwake);
    /// Nothing that the layer needs is under way.
    bool isSettled() const { return !m_windows.isAsking(); }

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
    void followLinks(const FleetDelta &delta);
    void showLinks();
    void takeCallouts();
    std::optional<MapLink> drawn(const Link &link) const;
    std::optional<MapLink> drawnByLatency(const Link &link) const;
    bool isMeasuredOfNow() const;
    void takeMeasured();
    void takeUses();
    QStringList usedWords(const Site &site) const;
    QString describe(MapKey key) const;

    FleetStore &m_store;
    MapWidget &m_map;
    QHash<EntityId, MapKey> m_keys; ///< of every site ever shown: keys are never reused
    std::vector<EntityId> m_ids;    ///< by key
    QHash<MapKey, MapSite> m_sites; ///< that have a position
    QSet<MapKey> m_down;            ///< by fresh evidence
    MapLines m_lines;
    std::vector<MapLink> m_links; ///< as the map was last given them
    bool m_wasMeasured = false;   ///< what m_lines was made with, of isMeasuredOfNow()
    std::vector<MapCallout> m_callouts;
    ShownLinks m_shownLinks = ShownLinks::OverLimit;
    LatencyWindows m_windows;
    MapLayer m_layer = MapLayer::State;
    bool m_isAwake = false;
    bool m_usesChanged = false;
    bool m_staleChanged = false; ///< how old evidence is drawn concerns links too
};

} // namespace graticule
