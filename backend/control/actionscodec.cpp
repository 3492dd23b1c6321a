// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/actionscodec.h"

#include "backend/control/entitycodec.h"
#include "backend/control/wirewords.h"
#include "backend/domain/unfollowedact.h"

#include <actions.pb.h>

#include <limits>

namespace graticule {
namespace v1 = control::v1;
namespace {

constexpr int kMostItems = 20'000; // of one list

EntityId idOf(const std::string &utf8)
{
    return EntityId(QByteArray::fromStdString(utf8));
}

/// Of a wire's number, which has no sign.
int count(quint32 value)
{
    return int(std::min<quint32>(value, std::numeric_limits<int>::max()));
}

/// @p list without what passes the limit.
template<class Repeated, class Take> void each(const Repeated &list, Take take)
{
    for (int i = 0; i < std::min(list.size(), kMostItems); ++i)
        take(list[i]);
}

void encode(const ActionArgument &from, v1::ActionArgument *to)
{
    to->set_name(from.name.toStdString());
    to->set_type(from.type.toStdString());
    to->set_value(from.value.toStdString());
    to->set_least(from.least);
    to->set_most(from.most);
}

void encode(const ActionItem &from, v1::ActionItem *to)
{
    to->set_name(from.name.toStdString());
    to->set_kind(from.kind.toStdString());
    to->set_state(v1::ActionItemState(from.state));
    to->set_text(from.text.toStdString());
    to->set_since_ms(toMs(from.since));
}

} // namespace

void encode(const Action &from, v1::Action *to)
{
    to->set_verb(from.verb.toStdString());
    to->set_target(from.target.utf8().toStdString());
    for (auto it = from.arguments.cbegin(); it != from.arguments.cend(); ++it)
        (*to->mutable_arguments())[it.key().toStdString()] = it.value().toStdString();
    to->set_key(from.key.toStdString());
    to->set_connection(from.connection.utf8().toStdString());
    to->set_shown(from.isShown);
}

Action decode(const v1::Action &from)
{
    Action to{textOf(from.verb()), idOf(from.target()), {}, textOf(from.key()), idOf(from.connection())};
    for (const auto &[key, value] : from.arguments())
        to.arguments.insert(textOf(key), textOf(value));
    to.isShown = from.shown();
    return to;
}

void encode(const ActionProgress &from, v1::ActionProgress *to)
{
    to->set_text(from.text.toStdString());
    to->set_finished(from.finished);
    if (!from.error.text.isEmpty())
        encode(from.error, to->mutable_error());
    to->set_done(quint32(std::max(0, from.done)));
    to->set_of(quint32(std::max(0, from.of)));
    for (const ActionItem &item : from.items)
        encode(item, to->add_items());
    to->set_stoppable(from.stoppable);
    to->set_stopped(from.stopped);
    to->set_unseen(from.isUnseen);
}

ActionProgress decode(const v1::ActionProgress &from)
{
    ActionProgress to{textOf(from.text()), from.finished(), {}, count(from.done()), count(from.of())};
    if (from.has_error())
        to.error = decode(from.error());
    each(from.items(), [&](const v1::ActionItem &item) {
        to.items.append({textOf(item.name()), textOf(item.kind()), known(item.state(), ActionItemState::Failed),
                         textOf(item.text()), instantFromMs(item.since_ms())});
    });
    to.stoppable = from.stoppable();
    to.stopped = from.stopped();
    to.isUnseen = from.unseen() || (!from.finished() && saysOutOfSight(to.text));
    return to;
}

void encode(const QList<ActionOffer> &from, v1::OffersReply *reply)
{
    for (const ActionOffer &offer : from) {
        v1::ActionOffer *to = reply->add_offers();
        to->set_verb(offer.verb.toStdString());
        to->set_permission(v1::ActionPermission(offer.permission));
        to->set_reason(offer.reason.toStdString());
        to->set_possible(offer.possible);
        for (const ActionArgument &argument : offer.arguments)
            encode(argument, to->add_arguments());
    }
}

QList<ActionOffer> decode(const v1::OffersReply &from)
{
    QList<ActionOffer> to;
    each(from.offers(), [&](const v1::ActionOffer &offer) {
        ActionOffer one{textOf(offer.verb()), known(offer.permission(), ActionPermission::Denied),
                        textOf(offer.reason()), offer.possible()};
        each(offer.arguments(), [&](const v1::ActionArgument &argument) {
            one.arguments.append({textOf(argument.name()), textOf(argument.type()), textOf(argument.value()),
                                  argument.least(), argument.most()});
        });
        to.append(one);
    });
    return to;
}

void encode(const ActionPlan &from, v1::ActionPlan *to)
{
    to->set_verb(from.verb.toStdString());
    to->set_target(from.target.utf8().toStdString());
    to->set_target_name(from.targetName.toStdString());
    to->set_place(from.place.toStdString());
    for (const ActionEffect &effect : from.effects) {
        v1::ActionEffect *out = to->add_effects();
        out->set_name(effect.name.toStdString());
        out->set_kind(effect.kind.toStdString());
        out->set_effect(v1::EffectKind(effect.effect));
        out->set_reason(effect.reason.toStdString());
        out->set_entity(effect.entity.utf8().toStdString());
    }
    for (const QString &warning : from.warnings)
        to->add_warnings(warning.toStdString());
    to->set_lasting(from.lasting);
    to->set_undone_by(from.undoneBy.toStdString());
}

ActionPlan decode(const v1::ActionPlan &from)
{
    ActionPlan to{.verb = textOf(from.verb()),
                  .target = idOf(from.target()),
                  .targetName = textOf(from.target_name()),
                  .place = textOf(from.place()),
                  .effects = {},
                  .warnings = {},
                  .lasting = from.lasting(),
                  .undoneBy = textOf(from.undone_by())};
    each(from.effects(), [&](const v1::ActionEffect &effect) {
        to.effects.append({textOf(effect.name()), textOf(effect.kind()), known(effect.effect(), EffectKind::Changes),
                           textOf(effect.reason()), idOf(effect.entity())});
    });
    each(from.warnings(), [&](const std::string &warning) { to.warnings.append(textOf(warning)); });
    return to;
}

void encode(const QList<ActionUnderWay> &from, v1::RunningReply *reply)
{
    for (const ActionUnderWay &one : from) {
        v1::ActionUnderWay *to = reply->add_actions();
        encode(one.action, to->mutable_action());
        to->set_target_name(one.targetName.toStdString());
        to->set_place(one.place.toStdString());
        to->set_who(one.who.toStdString());
        to->set_begun_ms(toMs(one.begun));
        encode(one.progress, to->mutable_progress());
    }
}

QList<ActionUnderWay> decode(const v1::RunningReply &from)
{
    QList<ActionUnderWay> to;
    each(from.actions(), [&](const v1::ActionUnderWay &one) {
        to.append({decode(one.action()), textOf(one.target_name()), textOf(one.place()), textOf(one.who()),
                   instantFromMs(one.begun_ms()), decode(one.progress())});
    });
    return to;
}

} // namespace graticule
