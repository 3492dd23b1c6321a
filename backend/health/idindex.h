// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"

#include <QHash>
#include <QSet>

namespace graticule {

/// Ids by another id, as indexes of the engine have them.
using IdIndex = QHash<EntityId, QSet<EntityId>>;

/// Takes @p id from what is at @p key, and the key with the last of them: what is gone is forgotten.
inline void eraseFrom(IdIndex &index, const EntityId &key, const EntityId &id)
{
    const auto found = index.find(key);
    if (found == index.end())
        return;
    found->remove(id);
    if (found->isEmpty())
        index.erase(found);
}

} // namespace graticule
