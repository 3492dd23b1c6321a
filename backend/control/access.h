// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlserver.h"

namespace grpc {
class CallbackServerContext;
class Status;
} // namespace grpc

// Who calls, and what that one may do. Roles are enforced here, at the keeper, for every call.

namespace graticule {

struct Caller
{
    QString name; ///< for people: certificate's name, "token", "this user", "anonymous"
    Permission permission = Permission::None;
};

/// From client certificate and token; the more permissive of the two holds.
Caller callerOf(const grpc::CallbackServerContext &context, const ServerOptions &options);

/// OK, or the refusal to send: UNAUTHENTICATED when nothing was shown, PERMISSION_DENIED when it is not enough.
grpc::Status check(const Caller &caller, Permission needed);

/// An Error as the status that clients turn back into it.
grpc::Status statusFrom(const Error &error);

} // namespace graticule
