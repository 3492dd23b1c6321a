// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/labels.h"

#include <QList>

namespace graticule {

class Gazetteer;

/// What is wrong with one label by which a person declares a place.
struct PlaceTrouble
{
    QString label; ///< "graticule.dev/city"
    QString text;  ///< the end of an English sentence that begins with it: "is no code of a country; ..."

    friend bool operator==(const PlaceTrouble &, const PlaceTrouble &) = default;
};

/// City, country and position among @p declared: a city that is not known and has no position, a country that is no
/// code, a position that cannot be; with what may be meant. Nothing of this stops a connection. Pure; any thread.
QList<PlaceTrouble> placeTroubles(const Labels &declared, const Gazetteer &cities);

} // namespace graticule
