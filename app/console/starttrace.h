// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace graticule {

class FleetStore;
class MainWindow;

/// With GRATICULE_TRACE_START set: writes to standard output, for the benchmark, when the window was first painted with
/// a fleet in it
/// ("@mark painted MS") and when all of it was there ("@mark settled MS"); MS are milliseconds since 1970 with
/// decimals. Else nothing. Both must live as long as the application.
void traceStart(MainWindow &window, const FleetStore &store);

} // namespace graticule
