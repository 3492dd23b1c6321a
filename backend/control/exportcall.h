// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlservice.h"

#include <control.grpc.pb.h>

#include <condition_variable>

// An Export, inside of the server.

namespace graticule {

/// Sends the pieces of a file one after the other: whoever makes them waits for a slow reader, so that nothing piles
/// up. Thread-safe.
class ExportCall : public grpc::ServerWriteReactor<control::v1::ExportReply>,
                   public OpenCall,
                   public std::enable_shared_from_this<ExportCall>
{
public:
    explicit ExportCall(std::shared_ptr<ServiceState> state);

    grpc::Status open(const Shown &shown);
    /// Waits until the piece before is sent. False when the call is over, or its reader took nothing for a minute.
    bool take(const IncidentPart &part);
    /// After the last piece is sent.
    void finish(const grpc::Status &status);

    void end(const std::string &why) override;
    void OnWriteDone(bool ok) override;
    void OnCancel() override;
    void OnDone() override;

private:
    void close(const grpc::Status &status);

    std::shared_ptr<ServiceState> m_state;
    std::shared_ptr<ExportCall> m_self;
    std::mutex m_mutex;
    std::condition_variable m_sent;
    control::v1::ExportReply m_reply; ///< not touched while m_isWriting
    bool m_isWriting = false;
    bool m_isFinished = false;
};

} // namespace graticule
