// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/callerror.h"
#include "backend/control/controlchannel.h"

// What calls and streams of this folder share about a channel. Not for other folders.

namespace grpc {
class Channel;
class ClientContext;
} // namespace grpc

namespace graticule {

struct ControlChannel::Private
{
    ControlAddress address;
    std::shared_ptr<grpc::Channel> channel;
};

/// Sets deadline (0: none) and token of a call that is about to start.
void prepare(grpc::ClientContext &context, const ControlAddress &address, Milliseconds deadline);

} // namespace graticule
