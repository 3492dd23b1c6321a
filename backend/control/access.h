// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/accessrules.h"
#include "backend/domain/error.h"
#include "backend/records/act.h"

namespace grpc {
class CallbackServerContext;
class Status;
} // namespace grpc

// Who calls, and what that one may do. Roles are enforced here, at the keeper, for every call.

namespace graticule {

/// What a caller showed; kept as long as the call is open, since rules may change meanwhile.
struct Shown
{
    bool hasCertificate = false;
    QString commonName;
    QByteArray fingerprint; ///< SHA-256 of the certificate, hex
    QByteArray tokenHash;   ///< SHA-256, hex; empty: no token
    bool isLocal = false;   ///< came by a unix socket
    QString localUser = {}; ///< whose that socket is; empty: not known
    QString localMark = {}; ///< "uid 1000"
};

struct Caller
{
    QString name; ///< for people: certificate's name, "token", "this user", "anonymous"
    Permissions permissions;
    bool isRevoked = false; ///< the certificate was
    bool isExpired = false; ///< the certificate is, by the register
    QString way = {};       ///< how the name is known, as records have it: "certificate", "token", "user", "anonymous"
    QString mark = {};      ///< tells two of one name apart
    QString account = {};   ///< of the user whose socket it is; empty: came another way
};

Shown shownBy(const grpc::CallbackServerContext &context, bool isLocal);

/// From client certificate and token; what both allow adds up. A certificate that was revoked or has expired bars the
/// way whatever else is shown.
Caller callerOf(const Shown &shown, const AccessRules &rules, Instant now);

/// The roles whose permissions those are, as people are told: "operator and compliance".
QString roleNamed(Permissions permissions);

/// Who that is to the record.
Actor actorOf(const Caller &caller);

/// Why that caller may not; text empty: it may.
Error whyNot(const Caller &caller, Permission needed);
/// OK, or the refusal to send: UNAUTHENTICATED when nothing was shown, PERMISSION_DENIED when it is not enough.
grpc::Status check(const Caller &caller, Permission needed);

/// An Error as the status that clients turn back into it; what it is in full goes along, where it is not too long.
grpc::Status statusFrom(const Error &error);

} // namespace graticule
