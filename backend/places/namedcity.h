// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/places/gazetteer.h"

namespace graticule {

/// A city that the name of a site speaks of, and what in it does.
struct NamedCity
{
    const City *city = nullptr; ///< null: none
    QString source;             ///< `IATA "fra" in "fra1"`, `city "paris" in "paris-store-12"`
};

/// Guesses a city from a name such as "fra1", "iad2-edge" or "store-paris-3", in @p country if that is not empty. An
/// IATA code counts only where such codes are written: as the first word of the name. Words that are also ordinary
/// ones ("mobile", "split", "man") never count.
NamedCity cityInName(const Gazetteer &cities, const QString &name, const QString &country);

} // namespace graticule
