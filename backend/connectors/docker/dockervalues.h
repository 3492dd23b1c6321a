// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/instant.h"
#include "backend/domain/labels.h"

#include <QString>
#include <QStringList>

#include <vector>

// What we take from Docker's answers: an allow-list, without environment, command lines, mount paths or the output of
// health checks. Times are the engine's clock.

namespace graticule {

struct DockerEngine
{
    QString id; ///< stable over restarts
    QString name;
    QString version; ///< "20.10.24+dfsg1"
    QString system;  ///< "Debian GNU/Linux 12 (bookworm), x86_64"
    Labels labels;   ///< of the daemon
    int cpus = 0;    ///< 0: not said
    double memory = 0;
    Instant systemTime = kNever;
    QString swarmError; ///< the engine's own words, e.g. of a lost quorum

    friend bool operator==(const DockerEngine &, const DockerEngine &) = default;
};

enum class ContainerState { Unknown, Created, Running, Paused, Restarting, Removing, Exited, Dead };
enum class HealthCheck { Unknown, None, Starting, Healthy, Unhealthy };

struct DockerContainer
{
    QString id;
    QString name;
    QString image;
    Labels labels;
    Labels added = {};   ///< by the rules of the house; by the inventory
    QStringList volumes; ///< names of the volumes it mounts
    ContainerState state = ContainerState::Unknown;
    HealthCheck check = HealthCheck::Unknown;
    int exitCode = -1; ///< of the last end; < 0: not known
    Instant created = kNever;

    // Below: known only when inspected.
    bool inspected = false;
    bool outOfMemory = false;
    int restarts = 0; ///< by the restart policy, since someone last started it
    int failedChecks = 0;
    QString restartPolicy; ///< "no", "always", "unless-stopped", "on-failure"
    Instant startedAt = kNever;
    Instant finishedAt = kNever;

    /// Its labels, and what the rules of the house add to them.
    Labels declared() const;

    friend bool operator==(const DockerContainer &, const DockerContainer &) = default;
};

struct DockerVolume
{
    QString name;
    QString driver;
    Labels labels;
    Labels added = {}; ///< by the rules of the house; by the inventory

    /// Its labels, and what the rules of the house add to them.
    Labels declared() const;

    friend bool operator==(const DockerVolume &, const DockerVolume &) = default;
};

/// Entries that could not be read are left out and counted.
template<class T> struct DockerList
{
    std::vector<T> items;
    int unreadable = 0;
};

struct DockerEvent
{
    QString type;   ///< "container", "volume", "daemon", ...
    QString action; ///< "start", "health_status", ...; what follows a colon is cut: it can be a whole command
    QString id;     ///< container id or volume name
    qint64 timeNano = 0;
    QString name;   ///< of the container
    QString detail; ///< of an end its code, of a check of health what it says: "137", "unhealthy"
};

/// One reading of a running container's resources.
struct DockerUsage
{
    double cpuSeconds = -1; ///< used since it was started; < 0: not known
    double memory = -1;     ///< bytes, without the page cache that can be dropped; < 0: not known
    Instant readAt = kNever;
};

} // namespace graticule
