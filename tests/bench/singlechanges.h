// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace graticule::bench {

struct ProducerOptions;

/// A whole keeper over an invented fleet, whose connector tells of one change after the other, at uneven intervals far
/// enough apart that none waits for the pace of the one before. In each, memory.used of the site is the moment of the
/// change, microseconds of the steady clock.
int produceSingleChanges(const ProducerOptions &options);

/// That clock, of all processes of this machine.
double steadyUs();

} // namespace graticule::bench
