// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/controlservice.h"

#include "backend/control/actionscodec.h"
#include "backend/control/entitycodec.h"
#include "backend/control/opencalls.h"
#include "backend/control/recordedcalls.h"
#include "backend/control/samplescodec.h"
#include "backend/control/tailwriter.h"
#include "backend/control/valuecodec.h"
#include "backend/control/watchwriter.h"
#include "backend/control/windowscodec.h"

#include <QThreadPool>

#include <control.grpc.pb.h>

namespace graticule {
namespace v1 = control::v1;
namespace {

constexpr char kNotAnyMore[] = "what you may do on this keeper has changed";

} // namespace

std::shared_ptr<const AccessRules> ServiceState::access() const
{
    const std::scoped_lock lock(m_mutex);
    return m_access;
}

template<class Change> void ServiceState::changeAndEndForbidden(Change change)
{
    std::vector<std::shared_ptr<OpenCall>> forbidden;
    {
        const std::scoped_lock lock(m_mutex);
        change();
        for (const auto &[key, open] : m_open) {
            if (check(callerOf(open.shown, *m_access, m_now), open.needed).ok())
                continue;
            if (auto call = open.call.lock())
                forbidden.push_back(std::move(call));
        }
    }
    for (const auto &call : forbidden)
        call->end(kNotAnyMore);
}

void ServiceState::setAccess(const AccessRules &rules)
{
    changeAndEndForbidden([&] { m_access = std::make_shared<const AccessRules>(rules); });
}

void ServiceState::setNow(Instant now)
{
    changeAndEndForbidden([&] { m_now = now; });
}

Caller ServiceState::caller(const Shown &shown) const
{
    const std::scoped_lock lock(m_mutex);
    return callerOf(shown, *m_access, m_now);
}

Shown ServiceState::shown(const grpc::CallbackServerContext &context) const
{
    Shown shown = shownBy(context, options.listen.isEmpty() || options.listen.startsWith(QLatin1String("unix:")));
    if (shown.isLocal) {
        shown.localUser = options.localUser;
        shown.localMark = options.localMark;
    }
    return shown;
}

grpc::Status ServiceState::add(const std::shared_ptr<OpenCall> &call, const Shown &shown, Permission needed)
{
    grpc::Status allowed;
    bool ending = false;
    {
        const std::scoped_lock lock(m_mutex);
        allowed = check(callerOf(shown, *m_access, m_now), needed);
        ending = m_ending;
        if (!ending)
            m_open.emplace(call.get(), Open{call, shown, needed});
    }
    if (ending)
        call->end(m_why);
    return allowed;
}

void ServiceState::refused(const Shown &shown, Permission needed, const Attempt &attempt) const
{
    if (!options.acts || attempt.act.verb.isEmpty())
        return;
    const Caller known = caller(shown);
    const Actor who = actorOf(known);
    Error why = whyNot(known, needed);
    if (why.text.isEmpty()) // the rules are others since
        why = {ErrorKind::Refused, Fault::NotAllowed, {}};
    if (!options.acts->isFirstRefusal(who, attempt.act, why))
        return;
    const auto write = [record = options.acts->handle(), who, why, asked = attempt.act](const Act &act) {
        if (const auto acts = record.lock())
            acts->writeRefused({who, act, why}, asked);
    };
    const bool isAsked =
        attempt.whole && hop.post([write, &keeper = commands, whole = attempt.whole] { write(whole(keeper)); });
    if (!isAsked)
        write(attempt.act);
}

void ServiceState::remove(const OpenCall *call)
{
    const std::scoped_lock lock(m_mutex);
    m_open.erase(call);
}

void ServiceState::endAll(const std::string &why)
{
    std::vector<std::shared_ptr<OpenCall>> open;
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
        m_why = why;
        for (const auto &[key, one] : m_open) {
            if (auto call = one.call.lock())
                open.push_back(std::move(call));
        }
    }
    for (const auto &call : open)
        call->end(why);
}

namespace {

/// A Watch as one of the calls that the server can end.
class OpenWatch : public OpenCall
{
public:
    explicit OpenWatch(const std::shared_ptr<WatchWriter> &writer)
        : m_writer(writer)
    {
    }
    void end(const std::string &why) override
    {
        if (const auto writer = m_writer.lock())
            writer->end(why);
    }

private:
    std::weak_ptr<WatchWriter> m_writer;
};

/// A stream that is refused at once.
class RefusedWatch : public grpc::ServerWriteReactor<v1::WatchReply>
{
public:
    explicit RefusedWatch(const grpc::Status &status) { Finish(status); }
    void OnDone() override { delete this; }
};

/// The same of samples.
class RefusedTail : public grpc::ServerWriteReactor<v1::TailReply>
{
public:
    explicit RefusedTail(const grpc::Status &status) { Finish(status); }
    void OnDone() override { delete this; }
};

class ControlService final : public v1::Control::CallbackService
{
public:
    explicit ControlService(std::shared_ptr<ServiceState> state)
        : m_state(std::move(state))
    {
    }

    grpc::ServerUnaryReactor *Describe(grpc::CallbackServerContext *context, const v1::DescribeRequest *,
                                       v1::Description *response) override
    {
        const Caller caller = m_state->caller(m_state->shown(*context));
        return unaryCall(m_state, context, Permission::View,
                         [caller, response](KeeperCommands &keeper, const std::shared_ptr<UnaryCall> &call) {
                             Description description = keeper.describe();
                             description.caller = caller.name;
                             description.permissions = permissionWords(caller.permissions);
                             call->answerWith([&] { encode(description, response); });
                         });
    }

    grpc::ServerWriteReactor<v1::WatchReply> *Watch(grpc::CallbackServerContext *context,
                                                    const v1::WatchRequest *request) override
    {
        const Shown shown = m_state->shown(*context);
        const grpc::Status allowed = check(m_state->caller(shown), Permission::View);
        if (!allowed.ok())
            return new RefusedWatch(allowed);
        ServerOptions options = m_state->options;
        if (request->most_per_second() > 0)
            options.mostWatchRepliesPerSecond =
                std::min(options.mostWatchRepliesPerSecond, int(request->most_per_second()));
        auto open = std::make_shared<std::shared_ptr<OpenCall>>(); // kept by the writer's end
        ++m_state->watchers;
        auto writer = std::make_shared<WatchWriter>(m_state->hub, options, m_state->faults, request->site_steps(),
                                                    [state = m_state, open] {
                                                        --state->watchers;
                                                        state->remove(open->get());
                                                    });
        *open = std::make_shared<OpenWatch>(writer);
        writer->hold();
        if (request->at_ms() == 0)
            writer->start(decode(request->resume_from()));
        else
            startPast(writer, *request);
        if (!m_state->add(*open, shown, Permission::View).ok()) // forbidden since it was looked at
            (*open)->end(kNotAnyMore);
        return writer.get();
    }

    grpc::ServerUnaryReactor *Samples(grpc::CallbackServerContext *context, const v1::SamplesRequest *request,
                                      v1::SamplesReply *response) override
    {
        return unaryCall(
            m_state, context, Permission::View,
            [query = decode(*request), response](KeeperCommands &keeper, const std::shared_ptr<UnaryCall> &call) {
                if (!query) {
                    call->answer(statusFrom(query.error()));
                    return;
                }
                keeper.samples(*query, [call, response](const SamplesAnswer &answer) {
                    // Megabytes at worst, for which the backend's thread does not wait.
                    QThreadPool::globalInstance()->start(
                        [call, response, answer] { call->answerWith([&] { encode(answer, response); }); });
                });
            });
    }

    grpc::ServerUnaryReactor *LinkWindows(grpc::CallbackServerContext *context, const v1::LinkWindowsRequest *request,
                                          v1::LinkWindowsReply *response) override
    {
        return unaryCall(
            m_state, context, Permission::View,
            [query = decode(*request), response](KeeperCommands &keeper, const std::shared_ptr<UnaryCall> &call) {
                if (!query) {
                    call->answer(statusFrom(query.error()));
                    return;
                }
                keeper.linkWindows(*query, [call, response](const LinkWindowsAnswer &answer) {
                    QThreadPool::globalInstance()->start(
                        [call, response, answer] { call->answerWith([&] { encode(answer, response); }); });
                });
            });
    }

    grpc::ServerWriteReactor<v1::TailReply> *Tail(grpc::CallbackServerContext *context,
                                                  const v1::TailRequest *request) override
    {
        const ServerOptions &options = m_state->options;
        if (!options.tail)
            return new RefusedTail({grpc::StatusCode::UNIMPLEMENTED, "this keeper's samples cannot be followed"});
        auto writer = std::make_shared<TailWriter>(m_state, *options.tail, options.epoch);
        writer->start(m_state->shown(*context), {request->epoch(), request->next()});
        return writer.get();
    }

    grpc::ServerWriteReactor<v1::ActionProgress> *Perform(grpc::CallbackServerContext *context,
                                                          const v1::Action *request) override
    {
        const Actor who = m_state->actor(*context);
        Action action = decode(*request);
        action.by = who.name;
        const Permission needed =
            action.verb.isEmpty() ? Permission::View : Permission::Operate; // to follow is to look
        return progressCall<v1::ActionProgress>(
            m_state, context, needed,
            [state = m_state, who, action](KeeperCommands &keeper, const auto &call) {
                const auto tell = [call](const ActionProgress &progress) {
                    v1::ActionProgress message;
                    encode(progress, &message);
                    call->push(std::move(message), progress.finished);
                };
                const Error refusal = action.verb.isEmpty() ? Error() : keeper.whyNot(action);
                if (!refusal.text.isEmpty()) {
                    if (state->options.acts)
                        state->options.acts->refused(who, performedAct(action, keeper.targetOf(action)), refusal);
                    tell({{}, true, refusal});
                    return;
                }
                const bool isAsked = !action.verb.isEmpty() && !keeper.knowsAction(action.key); // else it is followed
                RecordedProgress record(isAsked ? state->options.acts : nullptr, state->hop);
                if (const auto begun = record.begin(who, performedAct(action, keeper.targetOf(action))); !begun)
                    tell({{}, true, begun.error()});
                else
                    keeper.perform(action, [tell, record](const ActionProgress &progress) {
                        if (progress.finished)
                            record.end(progress.error);
                        tell(progress);
                    });
            },
            {performedAct(action, {}),
             [action](const KeeperCommands &keeper) { return performedAct(action, keeper.targetOf(action)); }});
    }

private:
    void startPast(const std::shared_ptr<WatchWriter> &writer, const v1::WatchRequest &request) const
    {
        PastSource *past = m_state->options.past;
        if (!past) {
            writer->refuse({grpc::StatusCode::UNIMPLEMENTED, "this keeper records no history"});
            return;
        }
        const SnapshotPtr from = past->find(decode(request.resume_from()));
        past->at(
            instantFromMs(request.at_ms()), instantFromMs(request.known_at_ms()),
            [weak = std::weak_ptr(writer)] { return !weak.expired(); },
            [weak = std::weak_ptr(writer), from](const Result<PastSource::Answer> &answer) {
                const auto waiting = weak.lock();
                if (waiting && answer)
                    waiting->startPast(from, answer->snapshot, answer->note);
                else if (waiting)
                    waiting->refuse(statusFrom(answer.error()));
            });
    }

    std::shared_ptr<ServiceState> m_state;
};

} // namespace

std::unique_ptr<grpc::Service> makeControlService(std::shared_ptr<ServiceState> state)
{
    return std::make_unique<ControlService>(std::move(state));
}

} // namespace graticule
