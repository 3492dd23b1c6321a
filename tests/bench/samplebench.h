// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace graticule::bench {

/// The sample store: what a stored sample takes, appending, reading a day, a flood. @p samples: for the day that is
/// read. With @p promtool, a program of Prometheus, the same samples are also made its blocks, and their size is said.
void benchSamples(qint64 samples, int floodSeconds, const QString &promtool);

/// What 10,000 links came to, and what they usually do, as a matrix asks for it.
void benchWindows();

/// 100,000 samples a second through the whole store: 20,000 series, each five times a second.
void benchFlood(int seconds);

} // namespace graticule::bench
