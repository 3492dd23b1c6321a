// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace graticule {

/// The reason of what a keeper itself says in a list of events: that those of a connection are not in it. Its object
/// is a connection's name or a phrase (domain/saying.h) and its text a phrase, not a platform's own words.
inline constexpr char kEventsNotTold[] = "EventsNotTold";

} // namespace graticule
