// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/entitytable/entityfield.h"
#include "ui/table/tablewords.h"

namespace graticule {

/// What a page and its drawer say of their kind of entity. A value.
struct EntityWords : TableWords
{
    QString gone;       ///< "This service is gone"
    QString gathering;  ///< said while the drawer fills
    QString placesHead; ///< over the drawer's table
    QString noPlaces;

    static EntityWords of(EntityKind kind);
};

} // namespace graticule
