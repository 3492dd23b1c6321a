// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"

#include <utility>

namespace graticule {

// What a connector has told, and what differs of it: @p told is brought up to what is said now, @p changes gets the
// difference.

template<class T> void tell(Table<T> &told, Changes<T> &changes, T value)
{
    const T *before = told.find(value.id);
    if (before && *before == value)
        return;
    auto item = std::make_shared<const T>(std::move(value));
    told.insert(item);
    changes.upserted.push_back(std::move(item));
}

template<class T> void untell(Table<T> &told, Changes<T> &changes, const EntityId &id)
{
    if (told.remove(id))
        changes.removed.push_back(id);
}

} // namespace graticule
