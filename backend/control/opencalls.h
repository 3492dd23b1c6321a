// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/access.h"
#include "backend/control/controlservice.h"

#include <deque>

// The two forms of call beside Watch, inside of the server: one answer, and a stream of progress.

namespace graticule {

/// Answers once, from whatever thread, or when the server goes. A frozen server never answers.
class UnaryCall : public grpc::ServerUnaryReactor, public OpenCall, public std::enable_shared_from_this<UnaryCall>
{
public:
    explicit UnaryCall(std::shared_ptr<ServiceState> state)
        : m_state(std::move(state))
    {
    }

    grpc::Status open(const Shown &shown, Permission needed)
    {
        m_self = shared_from_this();
        return m_state->add(m_self, shown, needed);
    }
    void answer(const grpc::Status &status)
    {
        if (!m_answered.exchange(true))
            Finish(status);
    }
    /// Answers well after @p fill has filled the response; it is not called when the call is over. The response lives
    /// until somebody finishes the call, so who fills it first makes sure that nobody else does.
    template<class Fill> void answerWith(Fill fill)
    {
        if (m_answered.exchange(true))
            return;
        fill();
        Finish(grpc::Status::OK);
    }
    void end(const std::string &why) override { answer({grpc::StatusCode::UNAVAILABLE, why}); }
    void OnCancel() override { answer(grpc::Status::CANCELLED); }
    void OnDone() override
    {
        m_state->remove(this);
        const auto keep = std::move(m_self);
    }

private:
    std::shared_ptr<ServiceState> m_state;
    std::shared_ptr<UnaryCall> m_self;
    std::atomic<bool> m_answered{false};
};

/// Starts a unary call that needs @p needed; who lacks that has tried @p attempt, and it is recorded. @p run gets
/// (KeeperCommands &, shared UnaryCall) in the backend thread. By then the caller may have gone, and with it request
/// and response: @p run holds copies of what it needs of the one and touches the other in UnaryCall::answerWith() only.
template<class Run>
grpc::ServerUnaryReactor *unaryCall(const std::shared_ptr<ServiceState> &state,
                                    const grpc::CallbackServerContext *context, Permission needed, Run run,
                                    const Attempt &attempt = {})
{
    auto call = std::make_shared<UnaryCall>(state);
    const Shown shown = state->shown(*context);
    const grpc::Status allowed = call->open(shown, needed);
    if (state->frozen())
        return call.get();
    if (!allowed.ok()) {
        state->refused(shown, needed, attempt);
        call->answer(allowed);
    } else if (!state->hop.post([call, state, run] { run(state->commands, call); })) {
        call->end("the keeper is going");
    }
    return call.get();
}

/// Writes progress messages in order, each when the one before is written; ends after the one that is pushed as last.
/// Who does not read them is let go of: what goes on is followed again by who wants that.
template<class Message>
class ProgressCall : public grpc::ServerWriteReactor<Message>,
                     public OpenCall,
                     public std::enable_shared_from_this<ProgressCall<Message>>
{
public:
    static constexpr size_t kMostWaiting = 1000;

    explicit ProgressCall(std::shared_ptr<ServiceState> state)
        : m_state(std::move(state))
    {
    }

    grpc::Status open(const Shown &shown, Permission needed)
    {
        m_self = this->shared_from_this();
        return m_state->add(m_self, shown, needed);
    }
    void push(Message message, bool last)
    {
        {
            const std::scoped_lock lock(m_mutex);
            if (m_finished || m_last)
                return;
            if (m_queue.size() < kMostWaiting) {
                m_last = last;
                m_queue.push_back(std::move(message));
                if (m_queue.size() == 1)
                    this->StartWrite(&m_queue.front());
                return;
            }
            m_queue.erase(m_queue.begin() + 1, m_queue.end()); // the first is being written
        }
        refuse({grpc::StatusCode::CANCELLED, "the caller reads too slowly"});
    }
    void refuse(const grpc::Status &status)
    {
        {
            const std::scoped_lock lock(m_mutex);
            if (std::exchange(m_finished, true))
                return;
        }
        this->Finish(status);
    }
    void end(const std::string &why) override { refuse({grpc::StatusCode::UNAVAILABLE, why}); }
    void OnWriteDone(bool ok) override
    {
        bool done = false;
        {
            const std::scoped_lock lock(m_mutex);
            m_queue.pop_front();
            if (m_finished)
                return;
            if (ok && !m_queue.empty())
                this->StartWrite(&m_queue.front());
            else
                done = !ok || m_last;
        }
        if (done)
            refuse(ok ? grpc::Status::OK : grpc::Status::CANCELLED);
    }
    void OnCancel() override { refuse(grpc::Status::CANCELLED); }
    void OnDone() override
    {
        m_state->remove(this);
        const auto keep = std::move(m_self);
    }

private:
    std::shared_ptr<ServiceState> m_state;
    std::shared_ptr<ProgressCall> m_self;
    std::mutex m_mutex;
    std::deque<Message> m_queue;
    bool m_last = false;
    bool m_finished = false;
};

/// As unaryCall, for streams of progress; @p run gets (KeeperCommands &, shared ProgressCall).
template<class Message, class Run>
grpc::ServerWriteReactor<Message> *progressCall(const std::shared_ptr<ServiceState> &state,
                                                const grpc::CallbackServerContext *context, Permission needed, Run run,
                                                const Attempt &attempt = {})
{
    auto call = std::make_shared<ProgressCall<Message>>(state);
    const Shown shown = state->shown(*context);
    const grpc::Status allowed = call->open(shown, needed);
    if (state->frozen())
        return call.get();
    if (!allowed.ok()) {
        state->refused(shown, needed, attempt);
        call->refuse(allowed);
    } else if (!state->hop.post([call, state, run] { run(state->commands, call); })) {
        call->end("the keeper is going");
    }
    return call.get();
}

} // namespace graticule
