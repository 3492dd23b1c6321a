// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlvalues.h"

namespace grpc {
class Status;
}

namespace graticule {

/// A call's end as an Error: whose fault, and what to do. Also for OK, which for a stream means that it ended. What
/// gRPC says is for programmers, and partly untrue ("last error: OK"); what it means is said in our words where it is
/// known.
Error errorFrom(const grpc::Status &status, const ControlAddress &address);

/// The same for a call that no connection could be made for, or whose connection broke; @p said is gRPC's text.
Error connectionError(const QString &said, const ControlAddress &address);

} // namespace graticule
