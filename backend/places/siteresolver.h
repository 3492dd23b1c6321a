// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entities.h"
#include "backend/places/placetrouble.h"

namespace graticule {

/// What an endpoint lets us know about where it, or one of its machines, is.
struct SiteHints
{
    EntityId connection;
    QString uid;        ///< the platform's own id of the thing that is a site if nothing says otherwise
    QString name;       ///< its name there
    Labels labels;      ///< of the endpoint or machine
    Labels declared;    ///< from the connection's file; win over `labels`
    QString providerId; ///< e.g. "aws:///eu-central-1a/i-0abc"
    Origin origin = Origin::Real;
};

/// Turns hints into a site: identity, name, region, kind, provider and place, with the evidence for it. Pure; may be
/// used from any thread.
///
/// Site: label graticule.dev/site, else a known provider region, else the endpoint is a site of its own.
class SiteResolver
{
public:
    virtual ~SiteResolver() = default;

    /// Never fails: what cannot be placed has no position and Evidence::Unknown.
    virtual Site resolve(const SiteHints &hints) const = 0;
    /// What the rules of the house add to the @p labels of an engine, a machine, a workload or a volume. Connectors
    /// read it beside those labels and show only those.
    virtual Labels added(const Labels &labels) const
    {
        Q_UNUSED(labels)
        return {};
    }
    /// As what a person called @p service, by the id that it has by itself, the same as others; empty: nobody did. It
    /// counts as the label graticule.dev/service does, which wins.
    virtual QString sameService(const EntityId &service) const
    {
        Q_UNUSED(service)
        return {};
    }
    /// What a person declared of a place and cannot mean.
    virtual QList<PlaceTrouble> troubles(const Labels &declared) const
    {
        Q_UNUSED(declared)
        return {};
    }
};

} // namespace graticule
