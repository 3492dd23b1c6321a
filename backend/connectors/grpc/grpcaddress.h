// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlvalues.h"
#include "backend/domain/connectionconfig.h"

namespace graticule {

class SecretStore;

/// How a `grpc` address and TLS options of @p config are read: "unix:///path", "host:port" or "http://host:port"
/// (loopback only, plain), "https://host:port" (TLS).
Result<ControlAddress> controlAddressFor(const ConnectionConfig &config, const SecretStore &secrets);

/// What is wrong with the address of @p config, naming the field; empty: nothing.
QStringList grpcComplaints(const ConnectionConfig &config);

} // namespace graticule
