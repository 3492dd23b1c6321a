// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/action.h"

class QObject;

namespace graticule {

/// What can be done at endpoints, and what is being done: asked of a keeper. Implemented by the composition root over
/// the control API, by tests with fakes. Nothing waits: answers come later or at once, in the GUI thread, unless
/// @p context dies first. What was asked for goes on at the keeper then; its effect is seen in the store only.
class ActionCalls
{
public:
    virtual ~ActionCalls() = default;

    /// What can be done to @p target now, by whoever asks. @p connection: who would perform it, where several tell of
    /// the target; empty: any that does.
    virtual void offers(QObject *context, const EntityId &target, const EntityId &connection,
                        ActionReply<QList<ActionOffer>> done) = 0;
    /// What @p action would do. Nothing is done.
    virtual void preview(QObject *context, const Action &action, ActionReply<ActionPlan> done) = 0;
    /// @p progress is called one or more times; the last has `finished`.
    virtual void perform(QObject *context, const Action &action,
                         std::function<void(const ActionProgress &)> progress) = 0;
    /// Ends an action between two of its items; what was done stays.
    virtual void stopAction(QObject *context, const QString &key, ActionReply<ActionProgress> done) = 0;
    /// All that is under way, whoever asked for it.
    virtual void running(QObject *context, ActionReply<QList<ActionUnderWay>> done) = 0;
};

} // namespace graticule
