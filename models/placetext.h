// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/place.h"

#include <QCoreApplication>
#include <QString>

namespace graticule {

/// Where a site is, in words. Any thread; nothing is kept.
class PlaceText
{
    Q_DECLARE_TR_FUNCTIONS(graticule::PlaceText)

public:
    /// "Germany, DE".
    static QString jurisdiction(const Place &place);
    /// What that rests on: "declared · label graticule.dev/country".
    static QString evidence(const Place &place);
    /// All of it, in lines: city and country, position, evidence, and what does not fit.
    static QString full(const Place &place);
};

} // namespace graticule
