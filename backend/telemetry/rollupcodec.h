// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/rollup.h"

#include <QByteArray>

#include <optional>

namespace graticule {

/// Roll-ups of one series as few bytes. Sums keep nine digits at least. Pure; any thread.
class RollupCodec
{
public:
    static constexpr size_t kMostRollups = 4096;

    /// @p rollups: 1 to kMostRollups, sorted, of @p width milliseconds each, none empty, from @p base on; both must be
    /// given again.
    static QByteArray encode(const Rollups &rollups, qint64 base, qint64 width);
    /// Nothing when @p bytes are none. They may be anybody's; what they cost is bounded.
    static std::optional<Rollups> decode(QByteArrayView bytes, qint64 base, qint64 width);
};

} // namespace graticule
