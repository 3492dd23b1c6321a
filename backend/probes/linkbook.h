// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/measurement.h"
#include "backend/domain/clock.h"
#include "backend/domain/fleetdelta.h"
#include "backend/probes/linkmeter.h"
#include "backend/telemetry/sample.h"

#include <QObject>

#include <map>

namespace graticule {

/// All links that one keeper measures: from the site where it stands to those of its endpoints, one for each connection
/// and kind of probe. What the probes found is told as facts, in steps, and as samples: `rtt.ms` of each answer, `loss`
/// 0 or 1 of each probe. Backend thread.
///
/// All facts hang on one feed without a connection: the keeper's own word, as fresh as it runs. An end that is not
/// known, or both ends at one site, is no link: nothing is told, the probes go unused.
class LinkBook : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds kLook{1000};  ///< what ages is looked at so often
    static constexpr Milliseconds kProve{5000}; ///< the feed is told so often
    static constexpr Milliseconds kFeedLimit{15'000};

    /// @p clock outlives the book. @p keeper: whose.
    LinkBook(Clock &clock, const QString &keeper);

    /// Under which the facts stand in the fleet; sorts after the endpoints' own word.
    static EntityId source();

    /// Where the keeper stands; empty (at first): not known.
    void setSite(const EntityId &site);
    const EntityId &site() const { return m_site; }
    /// A site of the keeper's own that nobody else tells of, to be told with the first link, or @p atOnce; null: there
    /// is none.
    void setOwnSite(std::shared_ptr<const Site> site, bool atOnce);
    const EntityId &feedId() const { return m_feed; }

    /// What @p connection found out. @p every: how often such a probe is sent.
    void take(const EntityId &connection, const Measurement &found, Origin origin, Milliseconds every);
    /// Whether the endpoint of @p connection is asked at all, answering or not.
    void setAsked(const EntityId &connection, bool asked);
    /// The connection is gone, or its probes are off: its links are not told any more.
    void forget(const EntityId &connection);

Q_SIGNALS:
    /// Links, the feed and the keeper's own site; never empty.
    void told(const graticule::FleetDelta &delta);
    void sampled(const QList<graticule::Sample> &samples);

private:
    struct Key
    {
        EntityId connection;
        ProbeKind kind;
        auto operator<=>(const Key &) const = default;
    };
    static constexpr Milliseconds kNotYet = Milliseconds::min();
    void look();
    void tell(LinkMeter &meter, FleetDelta &delta);
    void tellSite(FleetDelta &delta);
    void prove(FleetDelta &delta);
    void begin();

    Clock &m_clock;
    EntityId m_keeper;
    EntityId m_feed;
    Instant m_since;
    EntityId m_site;
    std::shared_ptr<const Site> m_ownSite;
    std::map<Key, LinkMeter> m_meters;
    bool m_looking = false;
    bool m_isSiteTold = false;
    Milliseconds m_provedAt = kNotYet; ///< steady
};

} // namespace graticule
