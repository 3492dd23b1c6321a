// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/acting/actiondraft.h"

#include <QUuid>

namespace graticule {

ActionDraft::ActionDraft(ActionCalls &calls, FleetStore &store, const ActionTarget &target, const ActionOffer &offer,
                         QObject *parent)
    : QObject(parent)
    , m_calls(calls)
    , m_store(store)
    , m_target(target)
    , m_offer(offer)
    , m_key(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    for (const ActionArgument &argument : offer.arguments)
        m_arguments.insert(argument.name, argument.value);
    m_plan.verb = offer.verb;
    m_plan.target = target.id;
    m_plan.targetName = target.name;
    ask();
}

Action ActionDraft::action() const
{
    return {.verb = m_offer.verb,
            .target = m_target.id,
            .arguments = m_arguments,
            .key = m_key,
            .connection = m_target.connection,
            .by = {},
            .isShown = m_isPlanned};
}

void ActionDraft::setArgument(const QString &name, const QString &value)
{
    if (m_arguments.value(name) == value)
        return;
    m_arguments.insert(name, value);
    m_isPlanned = false;
    m_isWaiting = true;
    m_question.reset();
    m_pause = std::make_unique<QObject>();
    m_store.clock().after(kPause, m_pause.get(), [this] { ask(); });
    Q_EMIT changed();
}

void ActionDraft::ask()
{
    m_isWaiting = false;
    m_isPlanned = false;
    m_question = std::make_unique<QObject>();
    m_calls.preview(m_question.get(), action(), [this](const Result<ActionPlan> &reply) { take(reply); });
    Q_EMIT changed();
}

void ActionDraft::take(const Result<ActionPlan> &reply)
{
    if (m_question)
        m_question.release()->deleteLater(); // we may be within its call
    m_isPlanned = bool(reply);
    m_error = reply ? Error() : reply.error();
    if (reply) {
        m_plan = *reply;
        if (m_plan.targetName.isEmpty())
            m_plan.targetName = m_target.name;
        m_effects.setEffects(m_plan.effects);
    }
    Q_EMIT changed();
}

} // namespace graticule
