// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace graticule {

class FleetStore;
class MainWindow;

/// With GRATICULE_TRACE_START set: "@mark WHAT MS cpu MS process MS" on standard output, for the benchmark. The first
/// figure is the time, in milliseconds since 1970 with decimals; the others are the CPU time of the calling thread and
/// of the process so far. Else nothing. Any thread.
void traceMark(const char *what);

/// Marks "painted" when the window was first painted with a fleet in it, and "settled" when all of the picture was
/// there. Both must live as long as the application.
void traceStart(MainWindow &window, const FleetStore &store);

} // namespace graticule
