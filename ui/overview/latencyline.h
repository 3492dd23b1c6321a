// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/link.h"
#include "backend/telemetry/linkwindow.h"
#include "widgets/map/mapscene.h"

#include <QCoreApplication>

namespace graticule {

/// How the map's layer of latencies shows a link: grey by how long the way takes, coloured where that is over its limit
/// or not what is usual at this hour. Slow alone is not abnormal; change is. Pure.
class LatencyLine
{
    Q_DECLARE_TR_FUNCTIONS(graticule::LatencyLine)

public:
    /// Severity, length, dots and words; its ends are the caller's. @p window is what the last minutes came to; null:
    /// nobody told yet.
    static MapLink of(const Link &link, const LinkWindow *window);
    /// "up to 50 ms" and so on, for each length from MapLength::Short on.
    static QStringList lengthWords();
};

} // namespace graticule
