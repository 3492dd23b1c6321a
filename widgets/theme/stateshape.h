// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QPixmap>
#include <QRectF>

class QPainter;

namespace graticule {

/// The marks by which a state is told apart without colour. Filled: proven by fresh evidence; hollow: not proven;
/// dashed: evidence missing or too old. What a state of the domain looks like is decided in models/.
enum class StateShape {
    Unknown = 0, ///< also a check that could not be made
    // Sites, nodes, services
    Healthy,
    Degraded,
    Down,
    Unreachable, ///< also a connection without answer
    Maintenance,
    // The same, last known and too old now (an old Unknown is Unknown)
    StaleHealthy,
    StaleDegraded,
    StaleDown,
    StaleUnreachable,
    StaleMaintenance,
    // Connections
    NeverAsked,
    Connecting,
    Live,
    Slow,
    Stale,
    Refused,
    Paused,
    // Checks
    Pass,
    Warn,
    Fail,
};

/// The stale form of a shape of a site; any other shape is returned as it is.
StateShape staleForm(StateShape shape);

/// Draws `shape` into `box`, which is made square and moved to whole device pixels. Any thread (with its own painter).
void paintStateShape(QPainter &painter, const QRectF &box, StateShape shape, const Theme &theme);

/// The same as a picture of size x size, kept in QPixmapCache. GUI thread.
QPixmap stateShapePixmap(StateShape shape, int size, qreal devicePixelRatio, const Theme &theme);

} // namespace graticule
