// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/opencalls.h"
#include "backend/control/rulescodec.h"
#include "backend/control/samecommands.h"
#include "backend/domain/saying.h"

#include <rules.grpc.pb.h>

namespace graticule {
namespace v1 = control::v1;
namespace {

using CallPtr = std::shared_ptr<UnaryCall>;

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

    /// "shop/web (dock)"
    static QString nameOf(const ToldService &service)
    {
        return service.name.isEmpty() ? service.id.toString()
                                      : QStringLiteral("%1 (%2)").arg(service.name, service.connection);
    }

    /// As being done to the first of the two; the other one's id, and the name under which they are (or were) one,
    /// stand in the fields.
    static Act actOn(const SameDecision &two, const QString &verb, const EntityId &one, const EntityId &other)
    {
        Act act;
        act.verb = verb;
        act.target = one.toString();
        act.targetName = nameOf(two.one) + QStringLiteral(", ") + nameOf(two.other);
        act.fields.append(other.toString());
        if (two.isSame && !two.name.isEmpty() && verb != QLatin1String("service.different"))
            act.fields.append(two.name);
        return act;
    }

    /// What is done is recorded.
    template<class Task>
    grpc::ServerUnaryReactor *change(grpc::CallbackServerContext *context, const v1::DecideSameRequest *request,
                                     v1::SameDecision *response, const char *verb, Task task)
    {
        const Two two{EntityId(QByteArray::fromStdString(request->one())),
                      EntityId(QByteArray::fromStdString(request->other()))};
        return ask(context, Permission::Operate,
                   [state = m_state, who = m_state->actor(*context), two, verb, task, response](SameCommands &same,
                                                                                                const CallPtr &call) {
                       const Act act =
                           actOn(same.aboutTwo(two.one, two.other), QLatin1String(verb), two.one, two.other);
                       answer(state->recorded(who, act, [&] { return task(same, two, who); }), response, call);
                   },
                   {actOn({}, QLatin1String(verb), two.one, two.other),
                    [same = m_state->options.same, verb, two](const KeeperCommands &) {
                        const SameDecision known = same ? same->aboutTwo(two.one, two.other) : SameDecision();
                        return actOn(known, QLatin1String(verb), two.one, two.other);
                    }});
    }

    template<class Task>
    grpc::ServerUnaryReactor *ask(grpc::CallbackServerContext *context, Permission needed, Task task,
                                  const Attempt &attempt = {})
    {
        return unaryCall(
            m_state, context, needed,
            [same = m_state->options.same, task](KeeperCommands &, const CallPtr &call) {
                if (same)
                    task(*same, call);
                else
                    call->answer(
                        statusFrom(saidError(ErrorKind::Unsupported, Fault::Endpoint, "same.none", {}, std::nullopt)));
            },
            attempt);
    }

    std::shared_ptr<ServiceState> m_state;
};

} // namespace

std::unique_ptr<grpc::Service> makeSameService(std::shared_ptr<ServiceState> state)
{
    return std::make_unique<SameService>(std::move(state));
}

} // namespace graticule
