// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/places/siteresolver.h"

namespace graticule::testing {

/// The endpoint is a site of its own, unless graticule.dev/site names one; no places.
class FakeSites : public SiteResolver
{
public:
    Site resolve(const SiteHints &hints) const override
    {
        const QString key = QStringLiteral("graticule.dev/site");
        const QString declared = hints.declared.value(key, hints.labels.value(key));
        Site site;
        site.id = declared.isEmpty() ? EntityId::of(hints.connection, "site", hints.uid)
                                     : EntityId::declared("site", declared);
        site.name = declared.isEmpty() ? hints.name : declared;
        site.labels = hints.labels;
        site.origin = hints.origin;
        return site;
    }
};

} // namespace graticule::testing
