// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/labels.h"

#include <QList>
#include <QStringList>

#include <optional>
#include <vector>

namespace graticule {

// What acts on a cluster need to know of its objects, beyond what the inventory keeps.

/// A node or a workload before it is written, or as it was read back.
struct KubeState
{
    QString uid;
    QString version;       ///< a write under it fails when somebody else wrote meanwhile
    qint64 generation = 0; ///< fencing token of the newest act of any keeper; 0: none acted yet
    QString act;           ///< key of that act
    bool isCordoned = false;
    bool isPaused = false;    ///< a deployment that rolls nothing out
    bool isByHand = false;    ///< its pods are replaced only when somebody deletes them
    bool isRecreated = false; ///< all its pods end before new ones begin
    int wanted = -1;          ///< pods; < 0: it has none
    int there = 0;            ///< pods of any version
    int updated = 0;          ///< of the newest version
    int ready = 0;
    bool isSeen = false;   ///< its controller has seen what was written last
    bool isRolled = false; ///< all of its pods are of the newest version, and ready
    QString trouble;       ///< the controller's words, when it has given up

    friend bool operator==(const KubeState &, const KubeState &) = default;
};

/// A pod as a drain looks at it.
struct KubeDrainPod
{
    QString uid;
    QString space;
    QString name;
    Labels labels;
    bool isMirror = false;   ///< out of a file on its node: the kubelet would start it again
    bool isDaemon = false;   ///< of a DaemonSet, which takes no notice of cordons
    bool isManaged = false;  ///< something would start another one elsewhere
    bool isFinished = false; ///< has ended by itself
    bool isLeaving = false;
    bool hasLocalData = false; ///< emptyDir

    QString shown() const { return space + QLatin1Char('/') + name; }
    friend bool operator==(const KubeDrainPod &, const KubeDrainPod &) = default;
};

struct KubeDrainPage
{
    std::vector<KubeDrainPod> pods;
    QString next; ///< continue token; empty: the last page
};

/// A PodDisruptionBudget.
struct KubeBudget
{
    struct Condition
    {
        QString key;
        QString how; ///< "In", "NotIn", "Exists", "DoesNotExist"
        QStringList values;
    };
    QString space;
    QString name;
    Labels labels; ///< that its pods must have
    std::vector<Condition> conditions;
    bool isOfAll = false; ///< it names no labels and means all pods of its namespace
    int allowed = 0;      ///< disruptions now

    bool covers(const KubeDrainPod &pod) const;
};

/// What SelfSubjectRulesReview says of one namespace.
struct KubeRules
{
    struct Rule
    {
        QStringList verbs;
        QStringList groups;
        QStringList resources;
        QStringList names; ///< empty: any
    };
    std::vector<Rule> rules;
    bool isIncomplete = false; ///< there may be more rights than these

    bool allow(const QString &verb, const QString &group, const QString &resource, const QString &name) const;
};

} // namespace graticule
