// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace graticule {

/// A column that shows how a row was lately. It is asked for while the row is seen, so it sorts, filters and exports
/// nothing: of the others nobody knows.
enum class TrailKind {
    None = 0,
    Latency, ///< of a site: the round trips of its worst link, last hour
    Cpu,     ///< processors in use, last hour
    States,  ///< of a site: its states, last day
};

} // namespace graticule
