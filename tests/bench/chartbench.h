// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

namespace graticule::bench {

/// One chart of a million points: load, redraw, pan over half of them, cursor. `picture`: where it is saved at the end.
void benchChart(const QString &series, QSize size, const QString &picture);

/// Many small charts that get a point for each series, once and then ten times a second, 20 s each.
void benchLiveCharts(const QString &charts, QSize size, const QString &picture);

/// A matrix of side x side cells, all of which change in each frame; then the same with numbers in its cells.
void benchMatrix(int side, QSize size, const QString &picture);

} // namespace graticule::bench
