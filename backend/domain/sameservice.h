// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/rulepreview.h"

// Services of several connections that a keeper takes for the same, once a person said so.

namespace graticule {

/// One service as one connection tells of it.
struct ToldService
{
    EntityId id;
    QString name;
    QString connection; ///< its name; the first of several

    friend bool operator==(const ToldService &, const ToldService &) = default;
};

/// Two that look like the same: they are called the same, and something else speaks for it.
struct SameSuggestion
{
    enum class Reason {
        Unknown = 0,
        Name = 1,  ///< both are called so
        Group = 2, ///< both are part of it: compose project, stack, namespace, app.kubernetes.io/part-of
        Image = 3, ///< both run it, whatever its registry's mirror and version
    };
    struct Evidence
    {
        Reason reason = Reason::Unknown;
        QString value;

        friend bool operator==(const Evidence &, const Evidence &) = default;
    };
    ToldService one;
    ToldService other;
    QList<Evidence> evidence;

    friend bool operator==(const SameSuggestion &, const SameSuggestion &) = default;
};

/// What a person said of two services.
struct SameDecision
{
    ToldService one;
    ToldService other;
    bool isSame = false; ///< else they are not, and nobody is asked again
    QString name;        ///< under which they are one
    QString who;
    Instant at = kNever;
    QList<WaitingConnection> waiting = {}; ///< of those that it is about; only in the answer to who says it

    friend bool operator==(const SameDecision &, const SameDecision &) = default;
};

struct SameServices
{
    QList<SameSuggestion> suggestions; ///< by name; at most kMostSuggestions
    QList<SameDecision> decisions;     ///< the newest first
    int more = 0;                      ///< suggestions beyond those
    QList<WaitingConnection> waiting = {};

    static constexpr int kMostSuggestions = 200;

    friend bool operator==(const SameServices &, const SameServices &) = default;
};

} // namespace graticule
