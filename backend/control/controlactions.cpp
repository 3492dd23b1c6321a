// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/actionscodec.h"
#include "backend/control/clientcalls.h"
#include "backend/control/controlcalls.h"
#include "backend/domain/unfollowedact.h"

#include <actions.grpc.pb.h>

namespace graticule {
namespace v1 = control::v1;
namespace {

using ControlAsync = class v1::Control::Stub::async;
using ActionsAsync = class v1::Actions::Stub::async;

/// A stream that breaks ends no action that the keeper may have taken on. @p follows: it had, before.
Error brokenAct(const Error &why, bool isBegun, bool follows)
{
    const bool mayHaveCome = isBegun || follows || why.kind == ErrorKind::Disconnected ||
                             why.kind == ErrorKind::TimedOut || why.kind == ErrorKind::Unknown;
    return mayHaveCome ? unfollowedAct(why) : why;
}

/// The keeper asks the platform before it answers.
constexpr Milliseconds kAsking{30'000};

} // namespace

void ControlCalls::perform(QObject *context, const Action &action, std::function<void(const ActionProgress &)> progress,
                           Milliseconds deadline) const
{
    v1::Action request;
    encode(action, &request);
    using Reader = ProgressReader<v1::Control, v1::Action, v1::ActionProgress, ActionProgress>;
    auto *reader = new Reader(m_channel, context, std::move(request), std::move(progress)); // deletes itself at the end
    reader->tellBreaking(
        [follows = action.verb.isEmpty()](const Error &why, bool isBegun) { return brokenAct(why, isBegun, follows); });
    reader->start(&ControlAsync::Perform, deadline);
}

void ControlCalls::offers(QObject *context, const EntityId &target, Reply<QList<ActionOffer>> done,
                          const EntityId &connection) const
{
    v1::OffersRequest request;
    request.set_target(target.utf8().toStdString());
    request.set_connection(connection.utf8().toStdString());
    const UnaryMethod<ActionsAsync, v1::OffersRequest, v1::OffersReply> method = &ActionsAsync::Offers;
    unary<v1::Actions, QList<ActionOffer>, v1::OffersRequest, v1::OffersReply>(
        m_channel, context, method, request, [](const v1::OffersReply &reply) { return decode(reply); },
        std::move(done), kAsking);
}

void ControlCalls::preview(QObject *context, const Action &action, Reply<ActionPlan> done) const
{
    v1::Action request;
    encode(action, &request);
    const UnaryMethod<ActionsAsync, v1::Action, v1::ActionPlan> method = &ActionsAsync::Preview;
    unary<v1::Actions, ActionPlan, v1::Action, v1::ActionPlan>(
        m_channel, context, method, request, [](const v1::ActionPlan &plan) { return decode(plan); }, std::move(done),
        kAsking);
}

void ControlCalls::stopAction(QObject *context, const QString &key, Reply<ActionProgress> done) const
{
    v1::StopActionRequest request;
    request.set_key(key.toStdString());
    const UnaryMethod<ActionsAsync, v1::StopActionRequest, v1::ActionProgress> method = &ActionsAsync::Stop;
    unary<v1::Actions, ActionProgress, v1::StopActionRequest, v1::ActionProgress>(
        m_channel, context, method, request, [](const v1::ActionProgress &progress) { return decode(progress); },
        std::move(done));
}

void ControlCalls::running(QObject *context, Reply<QList<ActionUnderWay>> done) const
{
    const UnaryMethod<ActionsAsync, v1::RunningRequest, v1::RunningReply> method = &ActionsAsync::Running;
    unary<v1::Actions, QList<ActionUnderWay>, v1::RunningRequest, v1::RunningReply>(
        m_channel, context, method, {}, [](const v1::RunningReply &reply) { return decode(reply); }, std::move(done));
}

} // namespace graticule
