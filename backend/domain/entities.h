// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/domain/error.h"
#include "backend/domain/instant.h"
#include "backend/domain/labels.h"
#include "backend/domain/place.h"
#include "backend/domain/states.h"

#include <QList>
#include <QStringList>

#include <optional>

// The facts that a fleet is made of. All are plain values: copied freely, compared with ==, shared between threads once
// they are in a snapshot. Text is English as the platform says it, or empty.

namespace graticule {

/// Used and total of one resource; total 0 means "not known", never "empty".
struct Usage
{
    double used = 0;
    double total = 0;

    friend bool operator==(const Usage &, const Usage &) = default;
};

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
    Instant certificateExpiry = kNever;      ///< of the endpoint's certificate, where TLS is used
    QString version;                         ///< what the endpoint says it runs
    QStringList warnings;                    ///< e.g. "its clock is 1 h ahead"
    EntityId keeper;                         ///< keeper that holds this connection
    Origin origin = Origin::Unknown;

    friend bool operator==(const Connection &, const Connection &) = default;
};

/// Freshness of one stream of facts: an interval, so that seeing the same again is not a change of every fact.
struct Feed
{
    EntityId id;
    EntityId connection;
    QString name;                ///< "inventory", "events", ...
    Instant since = kNever;      ///< watched without a hole since
    Instant observedAt = kNever; ///< last time the endpoint proved the facts still hold
    Milliseconds limit{30000};   ///< older than this is stale
    bool complete = false;       ///< the first full listing is in; until then "empty" is not known

    friend bool operator==(const Feed &, const Feed &) = default;
};

/// A place where things run.
struct Site
{
    EntityId id;
    QString name;
    QString region; ///< the operator's group of sites
    SiteKind kind = SiteKind::Unknown;
    QString provider; ///< "aws", "azure", ...; empty: private or not known
    Place place;
    Labels labels;
    Condition condition = Condition::Unknown; ///< what the platform says
    QString conditionText;                    ///< why, in the platform's words; empty: nothing to say
    QList<EntityId> feeds;                    ///< through which it is seen; one per connection
    Usage cpu;                                ///< cores
    Usage memory;                             ///< bytes
    Usage storage;                            ///< bytes
    Origin origin = Origin::Unknown;

    friend bool operator==(const Site &, const Site &) = default;
};

/// A machine in a site.
struct Node
{
    EntityId id;
    EntityId site;
    EntityId feed;
    QString name;
    Condition condition = Condition::Unknown;
    QString conditionText;
    QString platform; ///< e.g. "Docker 20.10.24, Debian 12, amd64"
    Usage cpu;
    Usage memory;
    Usage storage;
    double load1 = -1; ///< load average over one minute; < 0: not known
    Instant bootedAt = kNever;
    Labels labels;
    Origin origin = Origin::Unknown;

    friend bool operator==(const Node &, const Node &) = default;
};

/// What users care about; runs at one or more sites by its placements.
struct Service
{
    EntityId id;
    QString name;
    int tier = 0; ///< 1 is most important; 0: not declared
    Labels labels;
    Origin origin = Origin::Unknown;

    friend bool operator==(const Service &, const Service &) = default;
};

/// A service at a site.
struct Placement
{
    EntityId id;
    EntityId service;
    EntityId site;
    EntityId feed;
    Role role = Role::Unknown;
    int desired = -1; ///< instances wanted; < 0: not known
    int ready = -1;   ///< instances that serve; < 0: not known
    Health health = Health::Unknown;
    QString healthText; ///< why, e.g. "restarted 7 times", "exited with code 3"
    QString image;
    Instant since = kNever;
    Origin origin = Origin::Unknown;

    friend bool operator==(const Placement &, const Placement &) = default;
};

/// A data asset.
struct Asset
{
    EntityId id;
    QString name;
    QString classification; ///< as declared, e.g. "personal"; empty: not declared
    QString owner;
    Labels labels;
    Origin origin = Origin::Unknown;

    friend bool operator==(const Asset &, const Asset &) = default;
};

/// One copy of an asset at one site.
struct Replica
{
    EntityId id;
    EntityId asset;
    EntityId site;
    EntityId feed;
    Role role = Role::Unknown;
    ReplicaState state = ReplicaState::Unknown;
    double lagMs = -1; ///< behind its primary; < 0: not known
    qint64 bytes = -1; ///< < 0: not known
    QString stateText;
    Origin origin = Origin::Unknown;

    friend bool operator==(const Replica &, const Replica &) = default;
};

/// Ordered pair of sites: from -> to.
struct Link
{
    EntityId id;
    EntityId from;
    EntityId to;
    EntityId feed;
    double rttMs = -1;  ///< < 0: not measured
    double loss = -1;   ///< 0..1; < 0: not measured
    double limitMs = 0; ///< above this it is slow; 0: no limit set
    Condition condition = Condition::Unknown;
    Origin origin = Origin::Unknown;

    friend bool operator==(const Link &, const Link &) = default;
};

/// Why a verdict is what it is. `code` is for programs ("connection.unreachable"), `text` for people.
struct Reason
{
    QString code;
    QString text;

    friend bool operator==(const Reason &, const Reason &) = default;
};

/// What the health engine concludes about one site. A fact of the snapshot like the others; `id` is the site's.
struct Verdict
{
    EntityId id;
    SiteState state = SiteState::Unknown;
    bool stale = false;     ///< every feed of the site is past its limit: the state is the last known one
    Instant since = kNever; ///< in this state since
    QList<Reason> reasons;  ///< worst first; empty when healthy

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

} // namespace graticule
