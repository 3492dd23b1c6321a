// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/entitycodec.h"
#include "backend/domain/fleetdelta.h"

#include <QHash>

#include <memory>
#include <span>
#include <vector>

namespace graticule::control::v1 {
class Delta;
class SiteSteps;
} // namespace graticule::control::v1

// Both ends of SiteSteps: a site that was sent whole once is named by a number from then on, and of its measures and
// its condition only what changed is sent. Each end keeps the sites as they last were; these are the objects that
// snapshots share, so that costs a few words each. One thread at a time.

namespace graticule {

/// Sites beyond this have no number and are always sent whole: what a reader keeps has to have an end.
inline constexpr quint32 kMostNumberedSites = 262'144;
/// In one message. Each costs its reader a whole site.
inline constexpr int kMostStepsPerMessage = 10'000;

/// The writer's end: the sites that its reader was told of.
class ToldSites
{
public:
    /// These are the next ones to be asked about; asked for together, what is known of them comes from memory sooner.
    void lookAhead(std::span<const std::shared_ptr<const Site>> sites) const;
    /// Says in @p to what is different now, when that can be said in a step. False: send it whole, see told(). The
    /// bytes that came to @p to are added to @p bytes.
    bool step(const std::shared_ptr<const Site> &site, control::v1::Delta *to, size_t &bytes);
    /// @p site is sent whole: the number to be sent with it, 0 for none.
    quint32 told(const std::shared_ptr<const Site> &site);
    void removed(const EntityId &id);
    void clear();

private:
    struct Told
    {
        std::shared_ptr<const Site> site;
        quint32 number = 0;
    };
    QHash<EntityId, Told> m_sites;
    std::vector<quint32> m_free;
    quint32 m_given = 0;
};

/// The reader's end: the sites that it heard of. Trusts nothing.
class HeardSites
{
public:
    /// A whole site came with @p number.
    void heard(quint32 number, const std::shared_ptr<const Site> &site);
    /// Adds the sites as they are after @p from. False when that does not fit what came before: the stream is broken,
    /// and what it says of the fleet cannot be known any more.
    bool step(EntityDecoder &decoder, const control::v1::SiteSteps &from, Changes<Site> &to);
    void clear() { m_sites.clear(); }

private:
    std::vector<std::shared_ptr<const Site>> m_sites; ///< number 1 first
};

} // namespace graticule
