// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/detailsloader.h"
#include "models/sitedetails.h"

namespace graticule {

/// Keeps the details of one site up to date.
class SiteDetailsLoader : public DetailsLoaderOf<SiteDetails>
{
public:
    explicit SiteDetailsLoader(FleetStore &store, QObject *parent = nullptr);

    const EntityId &site() const { return id(); }

private:
    bool concerns(const FleetDelta &delta) const override;
    std::function<std::optional<SiteDetails>()> reading() const override;
};

} // namespace graticule
