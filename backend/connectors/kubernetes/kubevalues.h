// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/kubernetes/kubekind.h"
#include "backend/domain/instant.h"
#include "backend/domain/labels.h"
#include "backend/domain/states.h"

#include <QStringList>

#include <variant>
#include <vector>

namespace graticule {

// What we keep of Kubernetes' objects: no environment, no command lines, no annotations but those of graticule.dev.

struct KubeMeta
{
    QString uid;
    QString space; ///< namespace; empty for what has none
    QString name;
    Labels labels;     ///< and annotations of graticule.dev, whose values may have any characters; they win
    Labels added = {}; ///< of a workload, by the rules of the house; by the inventory

    /// Its labels, and what the rules of the house add to them.
    Labels declared() const
    {
        Labels all = labels;
        if (!added.isEmpty())
            all.insert(added);
        return all;
    }

    friend bool operator==(const KubeMeta &, const KubeMeta &) = default;
};

struct KubeNode
{
    KubeMeta meta;
    QString providerId;
    QString platform; ///< "Kubernetes v1.20.2, Debian GNU/Linux 12, amd64"
    bool cordoned = false;
    Condition ready = Condition::Unknown; ///< Up, Down, or Unknown: the cluster has lost sight of it
    QString readyText;                    ///< the kubelet's or the controller's words; when not up
    QStringList pressures;                ///< conditions that are true and bad: "MemoryPressure"
    double cpu = 0;                       ///< cores that pods can have
    double memory = 0;                    ///< bytes
    double storage = 0;                   ///< bytes

    friend bool operator==(const KubeNode &, const KubeNode &) = default;
};

/// What controls pods, by name: of a ReplicaSet its deployment.
struct KubeOwner
{
    enum class Kind {
        None,
        Deployment,
        StatefulSet,
        DaemonSet,
        Job,
        Node, ///< a pod out of a file on its node
        Other,
    };
    Kind kind = Kind::None;
    QString name;

    friend bool operator==(const KubeOwner &, const KubeOwner &) = default;
};

struct KubePod
{
    enum class Phase { Unknown, Pending, Running, Succeeded, Failed };

    QString uid;
    QString space;
    QString name;
    QString node; ///< empty: not placed yet
    KubeOwner owner;
    QString image;
    Phase phase = Phase::Unknown;
    bool ready = false;
    bool leaving = false;
    int restarts = 0;
    int exitCode = -1;    ///< of the container that ended last; < 0: none did
    QString reason;       ///< why a container waits or the pod failed: "CrashLoopBackOff", "Evicted"
    QString ended;        ///< why the last container ended: "OOMKilled"
    QString unplaced;     ///< the scheduler's words while there is no node for it
    qint64 startedMs = 0; ///< 0: not
    double cpu = 0;       ///< cores asked for
    double memory = 0;    ///< bytes asked for

    friend bool operator==(const KubePod &, const KubePod &) = default;
};

/// Deployment, StatefulSet or DaemonSet.
struct KubeWorkload
{
    KubeMeta meta;
    KubeOwner::Kind kind = KubeOwner::Kind::Other;
    int desired = -1; ///< < 0: not known
    bool paused = false;
    QString image;
    Labels selector; ///< labels that its nodes must have

    friend bool operator==(const KubeWorkload &, const KubeWorkload &) = default;
};

struct KubeAutoscaler
{
    KubeMeta meta;
    QString target; ///< "Deployment/web"
    int least = 1;
    int most = 0;
    int current = 0;
    int wanted = 0;

    friend bool operator==(const KubeAutoscaler &, const KubeAutoscaler &) = default;
};

struct KubeVolume
{
    KubeMeta meta;
    QString phase;
    QString message;
    QString claim; ///< "SPACE/NAME"; empty: free
    QString storageClass;
    double bytes = 0;
    std::vector<Labels> places; ///< labels that its nodes have, each a way to fulfil; empty: anywhere

    friend bool operator==(const KubeVolume &, const KubeVolume &) = default;
};

struct KubeClaim
{
    KubeMeta meta;
    QString phase;
    QString volume;
    QString storageClass;
    double bytes = 0;

    friend bool operator==(const KubeClaim &, const KubeClaim &) = default;
};

struct KubeStorageClass
{
    KubeMeta meta;
    QString provisioner;
    std::vector<Labels> places;

    friend bool operator==(const KubeStorageClass &, const KubeStorageClass &) = default;
};

/// What a node or pod uses now, by metrics.k8s.io.
struct KubeUse
{
    QString space; ///< of a pod
    QString name;
    double cpu = 0;    ///< cores
    double memory = 0; ///< bytes

    friend bool operator==(const KubeUse &, const KubeUse &) = default;
};

using KubeObject =
    std::variant<KubeNode, KubePod, KubeWorkload, KubeAutoscaler, KubeVolume, KubeClaim, KubeStorageClass>;

struct KubeList
{
    std::vector<KubeObject> items;
    int unreadable = 0; ///< objects without name or uid
};

/// The part of a list that comes first: with it the next page can be asked for.
struct KubeListHead
{
    QString version; ///< from which a watch goes on
    QString next;    ///< continue token; empty: this was the last page
};

/// What the server says instead of an answer.
struct KubeStatus
{
    QString message;
    QString reason; ///< "Expired"
    int code = 0;
    Milliseconds retryAfter{0};
};

struct KubeEvent
{
    enum class Type { Unknown, Added, Modified, Deleted, Bookmark, Error };
    Type type = Type::Unknown;
    QString version;   ///< of the object
    KubeObject object; ///< of the first three
    KubeStatus status; ///< of Error
};

} // namespace graticule
