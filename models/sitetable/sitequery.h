// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitetable/sitefield.h"

#include <QStringList>

#include <optional>

namespace graticule {

/// One condition: the field has one of these values, as SiteRows::valueText() writes them.
struct SiteCondition
{
    SiteField field = SiteField::State; ///< a shared one
    QStringList values;

    friend bool operator==(const SiteCondition &, const SiteCondition &) = default;
};

struct SiteOrder
{
    SiteField field = SiteField::State;
    bool reversed = false; ///< natural: worst first, A to Z, most used first, longest unseen first

    friend bool operator==(const SiteOrder &, const SiteOrder &) = default;
};

/// Which sites a table shows, and in which order. A value.
struct SiteQuery
{
    QList<SiteCondition> conditions; ///< all must hold
    QStringList words;               ///< each must be found in name, place, region, provider, state or reason
    QList<SiteOrder> order{{SiteField::State, false}, {SiteField::Name, false}}; ///< first counts most
    std::optional<SiteField> group;                                              ///< a shared field; none: one list

    friend bool operator==(const SiteQuery &, const SiteQuery &) = default;
};

} // namespace graticule
