// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/domain/instant.h"
#include "backend/domain/labels.h"

#include <QList>
#include <QStringList>

// The label rules of a keeper, as its API tells of them.

namespace graticule {

/// A connection that still goes by the rules, and by what people said of services, of before: to be read again it is
/// cut, and something is being done through it.
struct WaitingConnection
{
    QString name;
    Instant since = kNever; ///< other rules, or another word of somebody
    QString verb;           ///< of what is being done for the longest
    QString target;         ///< its name, or else its id
    int acts = 0;           ///< that are being done

    friend bool operator==(const WaitingConnection &, const WaitingConnection &) = default;
};

/// The file of the rules as it is, and which rules are in force.
struct RulesFile
{
    QString path;
    QString text;
    QStringList mistakes; ///< "label-rules.yaml:3: rules[0].set: ..."; with any, what was in force before stays so
    QStringList rules;    ///< names of those in force, in their order
    QList<WaitingConnection> waiting = {}; ///< by name

    friend bool operator==(const RulesFile &, const RulesFile &) = default;
};

/// What one label of graticule.dev would say of a thing instead.
struct RuledChange
{
    QString label;
    QString before; ///< by the rules in force; empty: nothing, so the platform says it
    QString after;  ///< the same

    friend bool operator==(const RuledChange &, const RuledChange &) = default;
};

/// A thing whose labels a rule matches, or would not match any more.
struct RuledThing
{
    EntityId id;
    QString kind; ///< "node", "service" or "asset"
    QString name;
    QString connection; ///< name of the one that tells of it, the first of several
    QString place;      ///< name of the site, the service or the asset that it is, or is at, now
    QList<int> rules;   ///< of those asked about, by number
    Labels matched;     ///< those of its labels that they look at
    Labels set;         ///< what they set, of what says something of such a thing
    QStringList notes;  ///< why one that matches does not set something
    QList<RuledChange> changes;

    friend bool operator==(const RuledThing &, const RuledThing &) = default;
};

/// One label that a rule sets to one value, and on how much: only of what that label says something of.
struct RuleSetting
{
    QString label;
    QString value;
    int nodes = 0;
    int services = 0;
    int assets = 0;

    int things() const { return nodes + services + assets; }

    friend bool operator==(const RuleSetting &, const RuleSetting &) = default;
};

struct RuleCount
{
    static constexpr int kMostSets = 20;

    QString name;
    int matched = 0;
    int changed = 0;              ///< of those
    QList<RuleSetting> sets = {}; ///< what is set on the most first; at most kMostSets
    int settings = -1;            ///< also those beyond; -1: the keeper does not say

    friend bool operator==(const RuleCount &, const RuleCount &) = default;
};

/// What rules would do to what is there now.
struct RulePreview
{
    static constexpr int kMostThings = 500;

    QStringList mistakes;     ///< with any, rules without one are shown
    QList<RuleCount> rules;   ///< in their order
    QList<RuledThing> things; ///< those that change first; at most kMostThings
    int looked = 0;           ///< nodes, services and assets
    int all = 0;              ///< more than `looked`: it took too long
    int matched = 0;
    int changed = 0; ///< also those that no rule matches any more

    friend bool operator==(const RulePreview &, const RulePreview &) = default;
};

} // namespace graticule
