// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/controlservice.h"
#include "backend/control/entitycodec.h"
#include "backend/control/opencalls.h"
#include "backend/control/piececall.h"
#include "backend/control/recordscodec.h"

#include <QFile>
#include <QThreadPool>

#include <records.grpc.pb.h>

namespace graticule {
namespace v1 = control::v1;
namespace {

constexpr qsizetype kActsAPiece = 500;
constexpr qint64 kMostHeadBytes = 256 << 20;
constexpr int kAtOnce = 2;
constexpr int kMostWaiting = 16;
constexpr std::chrono::milliseconds kProgressEvery{100};

const Error kNothing{ErrorKind::Unsupported, Fault::Endpoint,
                     QStringLiteral("This keeper does not record what is done here."), std::nullopt};

/// Sends acts as they are found.
void list(const ActRecord &record, const ActQuery &query, PieceCall<v1::ListActsReply> &call)
{
    RecordNames names(record.place().names());
    if (const auto read = names.read(); !read)
        return call.finish(statusFrom(read.error()));
    QList<RecordedAct> piece;
    const auto send = [&](bool isLast) {
        return call.send([&](v1::ListActsReply *reply) {
            for (const RecordedAct &act : std::as_const(piece))
                encode(act, reply->add_acts());
            reply->set_finished(isLast);
            if (isLast)
                encode(record.state(), reply->mutable_state());
            piece.clear();
        });
    };
    const auto read = RecordReader(record.place().record(), names).read(query, [&](const RecordedAct &act) {
        piece.append(act);
        return piece.size() < kActsAPiece || send(false);
    });
    if (read)
        send(true);
    call.finish(read ? grpc::Status::OK : statusFrom(read.error()));
}

void verify(const ActRecord &record, PieceCall<v1::VerifyRecordReply> &call)
{
    RecordCheck check;
    QFile heads(record.place().heads());
    if (heads.open(QIODevice::ReadOnly))
        check.heads = RecordHead::read(heads.read(kMostHeadBytes));
    check.publicKey = record.state().publicKey;
    auto told = std::chrono::steady_clock::now() - kProgressEvery;
    check.progress = [&](qint64 bytes, qint64 of) {
        if (std::chrono::steady_clock::now() - told < kProgressEvery)
            return true;
        told = std::chrono::steady_clock::now();
        return call.send([&](v1::VerifyRecordReply *reply) {
            reply->set_bytes(bytes);
            reply->set_of(of);
        });
    };
    const auto verdict = check.run(record.place().record());
    call.send([&](v1::VerifyRecordReply *reply) {
        reply->set_finished(true);
        if (!verdict) {
            encode(verdict.error(), reply->mutable_error());
            return;
        }
        reply->set_bytes(verdict->bytes);
        reply->set_of(verdict->bytes);
        encode(*verdict, reply);
    });
    call.finish(grpc::Status::OK);
}

class RecordsService final : public v1::Records::CallbackService
{
public:
    explicit RecordsService(std::shared_ptr<ServiceState> state)
        : m_state(std::move(state))
    {
        m_pool.setMaxThreadCount(kAtOnce);
    }

    grpc::ServerWriteReactor<v1::ListActsReply> *List(grpc::CallbackServerContext *context,
                                                      const v1::ListActsRequest *request) override
    {
        return read<v1::ListActsReply>(
            *context, [query = decode(*request)](const ActRecord &record, auto &call) { list(record, query, call); });
    }

    grpc::ServerWriteReactor<v1::VerifyRecordReply> *Verify(grpc::CallbackServerContext *context,
                                                            const v1::VerifyRecordRequest *) override
    {
        return read<v1::VerifyRecordReply>(*context, [](const ActRecord &record, auto &call) { verify(record, call); });
    }

    grpc::ServerUnaryReactor *EraseName(grpc::CallbackServerContext *context, const v1::EraseNameRequest *request,
                                        v1::EraseNameReply *response) override
    {
        Act act; // it names nobody
        act.verb = QStringLiteral("name.erase");
        return unaryCall(m_state, context, Permission::Admin,
                         [state = m_state, who = m_state->actor(*context),
                          name = QString::fromStdString(request->name()),
                          response](KeeperCommands &, const std::shared_ptr<UnaryCall> &call) {
                             ActRecord *record = state->options.acts;
                             const auto erased = record ? record->erase(who, name) : Result<QStringList>(kNothing);
                             if (!erased) {
                                 call->answer(statusFrom(erased.error()));
                                 return;
                             }
                             call->answerWith([&] {
                                 for (const QString &pseudonym : *erased)
                                     response->add_pseudonyms(pseudonym.toStdString());
                             });
                         },
                         {act});
    }

private:
    /// Has @p task answer in a thread of our own, where it may wait for the disk and for its reader.
    template<class Message, class Task>
    grpc::ServerWriteReactor<Message> *read(const grpc::CallbackServerContext &context, Task task)
    {
        auto call = std::make_shared<PieceCall<Message>>(m_state);
        const grpc::Status allowed = call->open(m_state->shown(context), Permission::Audit);
        ActRecord *record = m_state->options.acts;
        if (!allowed.ok()) {
            call->finish(allowed);
        } else if (!record) {
            call->finish(statusFrom(kNothing));
        } else if (m_open.fetch_add(1) >= kMostWaiting) {
            m_open.fetch_sub(1);
            call->finish({grpc::StatusCode::RESOURCE_EXHAUSTED, "too many read the record just now; try again"});
        } else {
            m_pool.start([this, record, call, task] {
                task(*record, *call);
                m_open.fetch_sub(1);
            });
        }
        return call.get();
    }

    std::shared_ptr<ServiceState> m_state;
    std::atomic<int> m_open{0};
    QThreadPool m_pool; ///< last: its tasks use what is above
};

} // namespace

std::unique_ptr<grpc::Service> makeRecordsService(std::shared_ptr<ServiceState> state)
{
    return std::make_unique<RecordsService>(std::move(state));
}

} // namespace graticule
