// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/samplepoint.h"

#include <QByteArray>

#include <optional>

namespace graticule {

/// Many values of one series as few bytes. Pure; any thread.
class ChunkCodec
{
public:
    static constexpr size_t kMostPoints = 65'536;

    /// @p points: 1 to kMostPoints. Moments are written as of @p base, which must be given again.
    static QByteArray encode(const SamplePoints &points, qint64 base);
    /// Nothing when @p bytes are no chunk. They may be anybody's: what they cost is bounded by kMostPoints.
    static std::optional<SamplePoints> decode(QByteArrayView bytes, qint64 base);
};

} // namespace graticule
