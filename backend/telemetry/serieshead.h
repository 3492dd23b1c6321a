// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/telemetry/slotbuffer.h"

namespace graticule {

/// A series that has got samples lately, with the hours of it that are not sealed. Owned by SampleHead.
struct SeriesHead
{
    EntityId entity;
    QString metric;
    quint32 id = 0;
    qint64 newestMs = 0;
    qint64 sealedMs = 0; ///< all that was sealed in this run is not after it; 0: nothing was
    std::vector<SlotBuffer> hours;
    SeriesHead *follower = nullptr; ///< whose sample came after this one's: mostly comes again

    /// Of @p hour; null when there is none.
    SlotBuffer *find(qint64 hour)
    {
        for (auto slot = hours.rbegin(); slot != hours.rend(); ++slot) {
            if (slot->hour() == hour)
                return &*slot;
        }
        return nullptr;
    }
};

} // namespace graticule
