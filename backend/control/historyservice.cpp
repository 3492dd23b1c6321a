// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/controlservice.h"
#include "backend/control/opencalls.h"
#include "backend/control/piececall.h"
#include "backend/control/recordedcalls.h"
#include "backend/control/valuecodec.h"

#include <control.grpc.pb.h>

namespace graticule {
namespace v1 = control::v1;
namespace {

constexpr int kMostTurns = 100'000; // within gRPC's limit for a message

const Error kNothing{ErrorKind::Unsupported, Fault::Endpoint, QStringLiteral("This keeper records no history."),
                     std::nullopt};

QStringList namesIn(const google::protobuf::RepeatedPtrField<std::string> &texts)
{
    QStringList names;
    for (const std::string &text : texts)
        names.append(QString::fromStdString(text));
    return names;
}

/// What answers @p call with a result of the past, in whatever thread.
template<class Value, class Message> auto answering(const std::shared_ptr<UnaryCall> &call, Message *response)
{
    return [call, response](const Result<Value> &result) {
        if (result)
            call->answerWith([&] { encode(*result, response); });
        else
            call->answer(statusFrom(result.error()));
    };
}

class HistoryService final : public v1::History::CallbackService
{
public:
    explicit HistoryService(std::shared_ptr<ServiceState> state)
        : m_state(std::move(state))
    {
    }

    grpc::ServerUnaryReactor *Coverage(grpc::CallbackServerContext *context, const v1::CoverageRequest *request,
                                       v1::CoverageReply *response) override
    {
        return unaryCall(m_state, context, Permission::View,
                         [state = m_state, span = decode(request->span()),
                          response](KeeperCommands &, const std::shared_ptr<UnaryCall> &call) {
                             if (state->options.past)
                                 state->options.past->coverage(span, answering<HistoryCoverage>(call, response));
                             else
                                 call->answer(statusFrom(kNothing));
                         });
    }

    grpc::ServerUnaryReactor *Turns(grpc::CallbackServerContext *context, const v1::TurnsRequest *request,
                                    v1::TurnsReply *response) override
    {
        const int most = request->most() == 0 ? kMostTurns : int(std::min<quint32>(request->most(), kMostTurns));
        return unaryCall(
            m_state, context, Permission::View,
            [state = m_state,
             query = TurnsQuery{decode(request->span()), EntityId(QByteArray::fromStdString(request->site())), most},
             response](KeeperCommands &, const std::shared_ptr<UnaryCall> &call) {
                if (state->options.past)
                    state->options.past->turns(query, answering<QList<SiteTurn>>(call, response));
                else
                    call->answer(statusFrom(kNothing));
            });
    }

    grpc::ServerWriteReactor<v1::ExportReply> *Export(grpc::CallbackServerContext *context,
                                                      const v1::ExportRequest *request) override
    {
        using Call = PieceCall<v1::ExportReply>;
        const Shown shown = m_state->shown(*context);
        auto call = std::make_shared<Call>(m_state);
        const grpc::Status allowed = call->open(shown, Permission::View);
        IncidentSource *source = m_state->options.incidents;
        const Caller caller = m_state->caller(shown);
        const TimeSpan span = decode(request->span());
        RecordedProgress record(m_state->options.acts, m_state->hop);
        if (!allowed.ok()) {
            m_state->refused(shown, Permission::View, {exportAct(span.from, span.until)});
            call->finish(allowed);
        } else if (!source)
            call->finish(statusFrom(kNothing));
        else if (const auto begun = record.begin(actorOf(caller), exportAct(span.from, span.until)); !begun)
            call->finish(statusFrom(begun.error()));
        else
            source->write(
                {span, caller.name, namesIn(request->sites()), namesIn(request->services())},
                [call](const IncidentPart &part) { return send(*call, part); },
                [call, record](const Result<Done> &done) {
                    record.end(done ? Error() : done.error());
                    call->finish(done ? grpc::Status::OK : statusFrom(done.error()));
                });
        return call.get();
    }

private:
    static bool send(PieceCall<v1::ExportReply> &call, const IncidentPart &part)
    {
        return call.send([&](v1::ExportReply *reply) {
            reply->set_data(part.data.constData(), size_t(part.data.size()));
            reply->set_permille(quint32(part.permille));
            reply->set_step(part.step.toStdString());
            reply->set_expected(part.expected);
            reply->set_finished(part.finished);
        });
    }

    std::shared_ptr<ServiceState> m_state;
};

} // namespace

std::unique_ptr<grpc::Service> makeHistoryService(std::shared_ptr<ServiceState> state)
{
    return std::make_unique<HistoryService>(std::move(state));
}

} // namespace graticule
