// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlvalues.h"

namespace graticule {

/// One step of a connection's test as a line: "  ok      Reach and TLS  41 ms". Empty when there is nothing to say.
QString stepLine(const TestStep &step);

/// What a failed step means for who reads it: what went wrong, and whose fault it is.
QString failureText(const Error &error);

} // namespace graticule
