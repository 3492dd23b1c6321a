// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/opencalls.h"
#include "backend/control/rulescodec.h"
#include "backend/control/samecommands.h"

#include <rules.grpc.pb.h>

namespace graticule {
namespace v1 = control::v1;
namespace {

using CallPtr = std::shared_ptr<UnaryCall>;

const Error kNone{ErrorKind::Unsupported, Fault::Endpoint,
                  QStringLiteral("At this keeper nobody says which services are the same."), std::nullopt};

template<class Value, class Message> void answer(const Result<Value> &result, Message *response, const CallPtr &call)
{
    if (!result)
        call->answer(statusFrom(result.error()));
    else
        call->answerWith([&] { encode(*result, response); });
}

class SameService final : public v1::SameServices::CallbackService
{
public:
    explicit SameService(std::shared_ptr<ServiceState> state)
        : m_state(std::move(state))
    {
    }

    grpc::ServerUnaryReactor *List(grpc::CallbackServerContext *context, const v1::ListSameRequest *,
                                   v1::SameServicesReply *response) override
    {
        return ask(context, Permission::View, [response](SameCommands &same, const CallPtr &call) {
            same.sameServices([call, response](const Result<SameServices> &known) { answer(known, response, call); });
        });
    }

    grpc::ServerUnaryReactor *Decide(grpc::CallbackServerContext *context, const v1::DecideSameRequest *request,
                                     v1::SameDecision *response) override
    {
        return change(context, request, response, request->same() ? "service.same" : "service.different",
                      [areSame = request->same()](SameCommands &same, const Two &two, const Actor &who) {
                          return same.decideSame(two.one, two.other, areSame, who.name);
                      });
    }

    grpc::ServerUnaryReactor *Undecide(grpc::CallbackServerContext *context, const v1::DecideSameRequest *request,
                                       v1::SameDecision *response) override
    {
        return change(
            context, request, response, "service.undecided",
            [](SameCommands &same, const Two &two, const Actor &) { return same.undecideSame(two.one, two.other); });
    }

private:
    struct Two
    {
        EntityId one;
        EntityId other;
    };

    /// What is done is recorded, as being done to the first of the two.
    template<class Task>
    grpc::ServerUnaryReactor *change(grpc::CallbackServerContext *context, const v1::DecideSameRequest *request,
                                     v1::SameDecision *response, const char *verb, Task task)
    {
        const Two two{EntityId(QByteArray::fromStdString(request->one())),
                      EntityId(QByteArray::fromStdString(request->other()))};
        return ask(context, Permission::Operate,
                   [state = m_state, who = m_state->actor(*context), two, verb, task, response](SameCommands &same,
                                                                                                const CallPtr &call) {
                       Act act;
                       act.verb = QLatin1String(verb);
                       act.target = two.one.toString();
                       if (const SnapshotPtr known = state->hub.latest()) {
                           const auto *service = known->tables.services.find(two.one);
                           act.targetName = service ? service->name : QString();
                       }
                       answer(state->recorded(who, act, [&] { return task(same, two, who); }), response, call);
                   });
    }

    template<class Task>
    grpc::ServerUnaryReactor *ask(grpc::CallbackServerContext *context, Permission needed, Task task)
    {
        return unaryCall(m_state, context, needed,
                         [same = m_state->options.same, task](KeeperCommands &, const CallPtr &call) {
                             if (same)
                                 task(*same, call);
                             else
                                 call->answer(statusFrom(kNone));
                         });
    }

    std::shared_ptr<ServiceState> m_state;
};

} // namespace

std::unique_ptr<grpc::Service> makeSameService(std::shared_ptr<ServiceState> state)
{
    return std::make_unique<SameService>(std::move(state));
}

} // namespace graticule
