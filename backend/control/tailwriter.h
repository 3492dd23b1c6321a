// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlservice.h"
#include "backend/control/tailcodec.h"

#include <control.grpc.pb.h>

// Inside of the server.

namespace graticule {

class PaceTimer;

/// Writes one Tail stream: what its reader lacks of the samples, about once a second, or as fast as they are read while
/// there are many. Works in gRPC's threads; owns itself until the call is done.
class TailWriter : public grpc::ServerWriteReactor<control::v1::TailReply>,
                   public OpenCall,
                   public std::enable_shared_from_this<TailWriter>
{
public:
    static constexpr qsizetype kMostAtOnce = 10'000;
    static constexpr Milliseconds kPace{1000};

    /// @p epoch: of this keeper's run, as which @p tail is numbered.
    TailWriter(std::shared_ptr<ServiceState> state, const SampleTail &tail, quint64 epoch);
    ~TailWriter() override;

    /// Registers the call, which goes on until its end, and begins to write unless @p shown may not.
    void start(const Shown &shown, const TailPlace &place);
    void end(const std::string &why) override { finish({grpc::StatusCode::UNAVAILABLE, why}); }

    void OnWriteDone(bool ok) override;
    void OnCancel() override { finish(grpc::Status::CANCELLED); }
    void OnDone() override;

private:
    void pump();
    void pumpLater();
    void finish(const grpc::Status &status);

    std::shared_ptr<ServiceState> m_state;
    const SampleTail &m_tail; ///< there as long as the call is not finished
    quint64 m_epoch;
    std::unique_ptr<PaceTimer> m_timer;
    std::shared_ptr<TailWriter> m_self;

    std::mutex m_mutex; // guards what follows
    TailEncoder m_encoder;
    control::v1::TailReply m_reply;
    quint64 m_next = 0;
    bool m_hasWritten = false;
    bool m_isWriting = false;
    bool m_hasMore = false; ///< the last reply was a full one
    bool m_isFinished = false;
};

} // namespace graticule
