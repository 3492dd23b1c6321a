// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/domain/error.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>

// What can be done at endpoints, as values: what is offered, what it would do, the doing and how it gets on. Texts are
// in English; common ones are a phrase() of domain/saying.h, which the console says in its reader's language.

namespace graticule {

/// Something to be done at an endpoint. Declarative and idempotent under `key`; its effect is seen through deltas only.
struct Action
{
    QString verb;    ///< "cordon", "uncordon", "drain", "scale", "restart", "lab.fault", ...
    EntityId target; ///< the entity it is about; its connection decides who performs it
    QMap<QString, QString> arguments;
    QString key;              ///< chosen by the asker; the same key twice is done once
    EntityId connection = {}; ///< who performs it where several connections tell of the target; empty: any that does
    QString by = {};          ///< who asked, as the keeper that serves the call knows; never taken from the wire
    bool isShown = false;     ///< its plan was shown to a person, under its key: nothing but what stood there is meant

    friend bool operator==(const Action &, const Action &) = default;
};

/// Wire values: append only.
enum class ActionItemState {
    Unknown = 0, ///< what became of it is not known
    Waiting = 1,
    Working = 2,
    Done = 3,
    Blocked = 4, ///< forbidden for now, tried again: a budget does not allow it
    Failed = 5,
};

/// One of the things that an action works through, e.g. one pod of a drain. Name and kind are its key.
struct ActionItem
{
    QString name;
    QString kind; ///< "pod"
    ActionItemState state = ActionItemState::Unknown;
    QString text;           ///< why, or what is waited for
    Instant since = kNever; ///< in this state

    friend bool operator==(const ActionItem &, const ActionItem &) = default;
};

/// How an action is getting on; the last one has `finished` set.
struct ActionProgress
{
    QString text;
    bool finished = false;
    Error error; ///< text empty: no failure
    int done = 0;
    int of = 0;                   ///< 0: not counted
    QList<ActionItem> items = {}; ///< all, or those that changed since the last one
    bool stoppable = false;       ///< it can be stopped now
    bool stopped = false;         ///< somebody did; what was done stays
    bool isUnseen = false;        ///< it goes on at another keeper, for all we know, and nobody can look now

    friend bool operator==(const ActionProgress &, const ActionProgress &) = default;
};

/// @p step as the newest of @p whole, which keeps the items that the step does not name.
void fold(ActionProgress &whole, const ActionProgress &step);

/// Whether the platform, and the role at the keeper, allow it. Wire values: append only.
enum class ActionPermission {
    Unknown = 0, ///< could not be found out; the platform decides when it is asked
    Granted = 1,
    Denied = 2,
};

/// What an action may be told.
struct ActionArgument
{
    QString name;
    QString type;  ///< "int", "bool", "seconds"
    QString value; ///< as it is now, or what is taken when nothing is said
    qint64 least = 0;
    qint64 most = 0; ///< of numbers; 0: no limit

    friend bool operator==(const ActionArgument &, const ActionArgument &) = default;
};

/// A verb that exists for a target, and whether it can be done now by whoever asks.
struct ActionOffer
{
    QString verb;
    ActionPermission permission = ActionPermission::Unknown;
    QString reason;       ///< why not, or why it is not known: "may not patch nodes"; empty: nothing stands against it
    bool possible = true; ///< makes sense now: uncordon only of a cordoned node, nothing while out of sight
    QList<ActionArgument> arguments = {};

    bool isOpen() const { return possible && permission != ActionPermission::Denied; }

    friend bool operator==(const ActionOffer &, const ActionOffer &) = default;
};

/// Wire values: append only.
enum class EffectKind {
    Unknown = 0,
    Ends = 1,    ///< for good
    Moves = 2,   ///< ends here, begins elsewhere
    Blocked = 3, ///< forbidden now, e.g. by a budget: would be waited for
    Stays = 4,
    Refused = 5, ///< the action will not be done for it: it needs another argument
    Begins = 6,
    Changes = 7, ///< stays, but not as it is
};

/// What would happen to one thing.
struct ActionEffect
{
    QString name;
    QString kind; ///< "pod", "node", "Deployment"
    EffectKind effect = EffectKind::Unknown;
    QString reason;
    EntityId entity = {}; ///< empty: it is not in the fleet

    friend bool operator==(const ActionEffect &, const ActionEffect &) = default;
};

/// What an action would do, as the platform is when it is asked. Nothing is done.
struct ActionPlan
{
    QString verb;
    EntityId target;
    QString targetName;
    QString place; ///< "https://host:6443 (cluster fra)"
    QList<ActionEffect> effects;
    QStringList warnings;
    bool lasting = false; ///< it cannot be taken back
    QString undoneBy;     ///< the verb that takes it back; empty: none

    friend bool operator==(const ActionPlan &, const ActionPlan &) = default;
};

/// An action that has been asked for and has not ended.
struct ActionUnderWay
{
    Action action;
    QString targetName;
    QString place;
    QString who;
    Instant begun = kNever;
    ActionProgress progress = {}; ///< with all items

    friend bool operator==(const ActionUnderWay &, const ActionUnderWay &) = default;
};

/// What is asked of actions is answered once, later or at once.
template<class T> using ActionReply = std::function<void(const Result<T> &)>;

} // namespace graticule
