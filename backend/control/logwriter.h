// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlservice.h"
#include "backend/control/logbuffer.h"
#include "backend/control/recordedcalls.h"

#include <logs.grpc.pb.h>

#include <optional>

// Inside of the server.

namespace graticule {

/// Writes one stream of logs. What comes faster than it is read waits in a bounded buffer. Works in gRPC's threads and
/// takes lines in the backend thread; owns itself until the call is done.
class LogWriter : public grpc::ServerWriteReactor<control::v1::FollowLogsReply>,
                  public OpenCall,
                  public std::enable_shared_from_this<LogWriter>
{
public:
    /// Streams of one server at a time, each with a buffer.
    static constexpr int kAtOnce = 16;

    /// @p open counts the streams and outlives it.
    LogWriter(std::shared_ptr<ServiceState> state, std::shared_ptr<std::atomic<int>> open);
    ~LogWriter() override;

    /// Registers the call and begins to read, unless @p shown may not.
    void start(const Shown &shown, const LogOrder &order);
    void end(const std::string &why) override { finish({grpc::StatusCode::UNAVAILABLE, why}); }

    void OnWriteDone(bool ok) override;
    void OnCancel() override { finish(grpc::Status::CANCELLED); }
    void OnDone() override;

private:
    grpc::Status mayStart(const Shown &shown, const LogOrder &order);
    void read(const Actor &who, const LogOrder &order);
    void leave(quint64 number);
    void note(const LogPart &part);
    void take(const LogPart &part);
    void writeNext();
    void finish(const grpc::Status &status);

    std::shared_ptr<ServiceState> m_state;
    std::shared_ptr<std::atomic<int>> m_open;
    bool m_counts = false; ///< among the open ones
    std::shared_ptr<LogWriter> m_self;
    qsizetype m_sources = 0;
    std::atomic<quint64> m_number{0}; ///< of the reading; 0: there is none
    // In the backend thread:
    std::optional<RecordedProgress> m_record;
    Error m_trouble;      ///< why the first of those that failed did
    qsizetype m_left = 0; ///< sources that may still tell

    std::mutex m_mutex; // guards what follows
    LogBuffer m_buffer;
    control::v1::FollowLogsReply m_reply;
    qsizetype m_ended = 0; ///< sources
    bool m_isWriting = false;
    bool m_isFinished = false;
};

} // namespace graticule
