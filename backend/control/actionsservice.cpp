// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/actionscodec.h"
#include "backend/control/controlservice.h"
#include "backend/control/opencalls.h"
#include "backend/control/recordedcalls.h"
#include "backend/domain/saying.h"

#include <actions.grpc.pb.h>

namespace graticule {
namespace v1 = control::v1;
namespace {

/// What the platform allows, of somebody who may not act at this keeper.
QList<ActionOffer> forRole(QList<ActionOffer> offers, const Caller &caller)
{
    if (check(caller, Permission::Operate).ok())
        return offers;
    for (ActionOffer &offer : offers) {
        offer.permission = ActionPermission::Denied;
        offer.reason = phrase("phrase.needs-role", {roleWord(CallerRole::Operator), roleNamed(caller.permissions)});
    }
    return offers;
}

class ActionsService final : public v1::Actions::CallbackService
{
public:
    explicit ActionsService(std::shared_ptr<ServiceState> state)
        : m_state(std::move(state))
    {
    }

    grpc::ServerUnaryReactor *Offers(grpc::CallbackServerContext *context, const v1::OffersRequest *request,
                                     v1::OffersReply *response) override
    {
        return unaryCall(
            m_state, context, Permission::View,
            [caller = m_state->caller(m_state->shown(*context)),
             target = EntityId(QByteArray::fromStdString(request->target())),
             connection = EntityId(QByteArray::fromStdString(request->connection())),
             response](KeeperCommands &keeper, const std::shared_ptr<UnaryCall> &call) {
                keeper.offers(target, connection, [call, caller, response](const Result<QList<ActionOffer>> &offers) {
                    answer(*call, response, offers, [&](const auto &known) { return forRole(known, caller); });
                });
            });
    }

    grpc::ServerUnaryReactor *Preview(grpc::CallbackServerContext *context, const v1::Action *request,
                                      v1::ActionPlan *response) override
    {
        return unaryCall(
            m_state, context, Permission::View,
            [action = decode(*request), response](KeeperCommands &keeper, const std::shared_ptr<UnaryCall> &call) {
                keeper.preview(action, [call, response](const Result<ActionPlan> &plan) {
                    answer(*call, response, plan, [](const auto &known) { return known; });
                });
            });
    }

    grpc::ServerUnaryReactor *Stop(grpc::CallbackServerContext *context, const v1::StopActionRequest *request,
                                   v1::ActionProgress *response) override
    {
        const QString key = QString::fromStdString(request->key());
        return unaryCall(
            m_state, context, Permission::Operate,
            [state = m_state, who = m_state->actor(*context), key, response](KeeperCommands &keeper,
                                                                             const std::shared_ptr<UnaryCall> &call) {
                RecordedProgress record(state->options.acts, state->hop);
                if (const auto begun = record.begin(who, stoppedAct(keeper.running(), key)); !begun) {
                    call->answer(statusFrom(begun.error()));
                    return;
                }
                keeper.stopAction(key, [call, record, response](const Result<ActionProgress> &progress) {
                    record.end(progress ? Error() : progress.error());
                    answer(*call, response, progress, [](const auto &known) { return known; });
                });
            },
            {stoppedAct({}, key), [key](const KeeperCommands &keeper) { return stoppedAct(keeper.running(), key); }});
    }

    grpc::ServerUnaryReactor *Running(grpc::CallbackServerContext *context, const v1::RunningRequest *,
                                      v1::RunningReply *response) override
    {
        return unaryCall(m_state, context, Permission::View,
                         [response](KeeperCommands &keeper, const std::shared_ptr<UnaryCall> &call) {
                             call->answerWith([&] { encode(keeper.running(), response); });
                         });
    }

private:
    template<class Reply, class T, class Convert>
    static void answer(UnaryCall &call, Reply *response, const Result<T> &result, Convert convert)
    {
        if (result)
            call.answerWith([&] { encode(convert(*result), response); });
        else
            call.answer(statusFrom(result.error()));
    }

    std::shared_ptr<ServiceState> m_state;
};

} // namespace

std::unique_ptr<grpc::Service> makeActionsService(std::shared_ptr<ServiceState> state)
{
    return std::make_unique<ActionsService>(std::move(state));
}

} // namespace graticule
