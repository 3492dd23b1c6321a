// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/domain/error.h"
#include "backend/domain/states.h"

#include <QStringList>

#include <optional>

namespace graticule {

/// One configured endpoint and how it is doing. Written by the supervisor only.
struct Connection
{
    EntityId id;     ///< the connection's UUID
    QString name;    ///< unique within its keeper
    QString type;    ///< connector: "docker", "grpc", "host", ...
    QString address; ///< as configured, never with a secret in it
    ConnectionState state = ConnectionState::Unknown;
    Instant since = kNever; ///< in this state since
    Error error;            ///< last failure while state is not live; text empty: none
    Instant retryAt = kNever;
    Instant lastSeen = kNever;     ///< last proof of life
    double latencyMs = -1;         ///< of the last beat; < 0: not measured
    double requestsPerSecond = -1; ///< load that we cause, over the last 10 s; < 0: not measured
    double bytesPerSecond = -1;
    double budgetRequests = 0; ///< most requests per second we may cause; 0: no limit set
    double budgetBytes = 0;
    std::optional<Milliseconds> clockOffset; ///< endpoint's clock minus ours
    double clockErrorMs = -1;                ///< clockOffset is right within this; < 0: not told
    Instant certificateExpiry = kNever;      ///< of the endpoint's certificate, where TLS is used
    QString version;                         ///< what the endpoint says it runs
    QStringList warnings;                    ///< e.g. "its clock is 1 h ahead"
    EntityId keeper;                         ///< keeper that holds this connection
    EntityId through;   ///< connection to the keeper that tells of this one; empty: our keeper's own
    EntityId countedBy; ///< connection to the same endpoint that counts in totals instead; empty: this one counts
    Origin origin = Origin::Unknown;

    friend bool operator==(const Connection &, const Connection &) = default;
};

} // namespace graticule
