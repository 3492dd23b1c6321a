// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/actionscodec.h"
#include "backend/control/channelaccess.h"
#include "backend/control/controlcalls.h"
#include "backend/control/entitycodec.h"
#include "backend/control/hop.h"
#include "backend/control/recordscodec.h"
#include "backend/control/valuecodec.h"

#include <control.grpc.pb.h>
#include <grpcpp/grpcpp.h>

// The two forms of call as a client makes them, inside of this folder.

namespace graticule {

/// One unary call: everything that must live until it ends.
template<class Stub, class Request, class Response> struct Call
{
    std::shared_ptr<ControlChannel> channel;
    std::unique_ptr<Stub> stub;
    grpc::ClientContext context;
    Request request;
    Response response;
};

/// Starts @p method of Service; @p convert turns the response into a T.
template<class Service, class T, class Request, class Response, class Method, class Convert>
void unary(const std::shared_ptr<ControlChannel> &channel, QObject *context, Method method, Request request,
           Convert convert, ControlCalls::Reply<T> done, Milliseconds deadline = ControlCalls::kDeadline)
{
    using ThisCall = Call<typename Service::Stub, Request, Response>;
    auto call = std::make_shared<ThisCall>();
    call->channel = channel;
    call->stub = Service::NewStub(channel->d().channel);
    call->request = std::move(request);
    prepare(call->context, channel->address(), deadline);
    const Hop hop(context);
    (call->stub->async()->*method)(
        &call->context, &call->request, &call->response, [call, hop, convert, done](const grpc::Status &status) {
            const Result<T> result = status.ok() ? Result<T>(convert(call->response))
                                                 : Result<T>(errorFrom(status, call->channel->address()));
            hop.post([done, result] { done(result); });
        });
}

/// Reads a stream of progress messages to its end. The receiver gets each, and a last one that has `finished` in any
/// case.
template<class Service, class Request, class Message, class Value>
class ProgressReader : public grpc::ClientReadReactor<Message>
{
public:
    ProgressReader(std::shared_ptr<ControlChannel> channel, QObject *context, Request request,
                   std::function<void(const Value &)> out)
        : m_channel(std::move(channel))
        , m_hop(context)
        , m_out(std::move(out))
        , m_stub(Service::NewStub(m_channel->d().channel))
        , m_request(std::move(request))
    {
    }

    /// What is told of a call that broke: @p isBegun, a message had come.
    using Breaking = std::function<Error(const Error &why, bool isBegun)>;
    void tellBreaking(Breaking breaking) { m_breaking = std::move(breaking); }

    template<class Method> void start(Method method, Milliseconds deadline = Milliseconds(60'000))
    {
        prepare(m_context, m_channel->address(), deadline);
        (m_stub->async()->*method)(&m_context, &m_request, this);
        this->StartRead(&m_message);
        this->StartCall();
    }

    void OnReadDone(bool ok) override
    {
        if (!ok)
            return;
        const Value value = decode(m_message);
        m_finished = m_finished || value.finished;
        m_isBegun = true;
        if (!m_hop.post([out = m_out, value] { out(value); }))
            m_context.TryCancel(); // nobody is there to be told
        this->StartRead(&m_message);
    }

    void OnDone(const grpc::Status &status) override
    {
        if (!m_finished) {
            Value last;
            last.finished = true;
            last.error = errorFrom(status, m_channel->address());
            if (m_breaking)
                last.error = m_breaking(last.error, m_isBegun);
            m_hop.post([out = m_out, last] { out(last); });
        }
        delete this;
    }

private:
    std::shared_ptr<ControlChannel> m_channel;
    Hop m_hop;
    std::function<void(const Value &)> m_out;
    std::unique_ptr<typename Service::Stub> m_stub;
    grpc::ClientContext m_context;
    Request m_request;
    Message m_message;
    Breaking m_breaking;
    bool m_finished = false;
    bool m_isBegun = false;
};

// The generated classes overload each method for callbacks and reactors; this picks the callback form.
template<class Async, class Request, class Response>
using UnaryMethod = void (Async::*)(grpc::ClientContext *, const Request *, Response *,
                                    std::function<void(grpc::Status)>);

} // namespace graticule
