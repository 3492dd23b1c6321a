// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace graticule {

/// Keeps gRPC's shared queue for callbacks alive until the process ends. gRPC ends it with the last channel or server
/// that uses it, and in 1.51 that races with the queue's own threads: now and then the process aborts with "assertion
/// failed: prior > 0" (ref_counted.h). Call before the first channel or server; thread-safe, cheap when repeated.
void keepCallbackQueue();

} // namespace graticule
