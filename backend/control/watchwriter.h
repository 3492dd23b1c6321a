// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlserver.h"
#include "backend/control/pastsource.h"
#include "backend/control/replymessage.h"
#include "backend/control/sitesteps.h"
#include "backend/domain/revision.h"

#include <control.grpc.pb.h>

#include <deque>
#include <memory>
#include <mutex>

// Inside of the server: generated gRPC types are met here and in controlservice.cpp only.

namespace graticule {

class PaceTimer;

/// Writes one Watch stream: the difference between what its reader has and the newest snapshot, whenever the reader is
/// ready and the pace allows. Works in gRPC's threads; owns itself until the call is done.
class WatchWriter : public grpc::ServerWriteReactor<control::v1::WatchReply>,
                    public std::enable_shared_from_this<WatchWriter>
{
public:
    /// @p takesSteps: the reader understands SiteSteps. @p ended is called once, in gRPC's thread, when the call is
    /// over.
    WatchWriter(SnapshotHub &hub, const ServerOptions &options, const ServerFaults *faults, bool takesSteps,
                std::function<void()> ended);
    ~WatchWriter() override;

    /// Lives until the call is done; before anything else.
    void hold();
    void start(const Revision &resumeFrom);
    /// Sends @p to, which is what @p note says, as what differs from @p from (null: all); afterwards only heartbeats.
    /// Instead of start().
    void startPast(const SnapshotPtr &from, const SnapshotPtr &to, const PastNote &note);
    /// Ends the call from the server's side. Thread-safe.
    void end(const std::string &why);
    void refuse(const grpc::Status &why);

    void OnWriteDone(bool ok) override;
    void OnCancel() override;
    void OnDone() override;

private:
    void wake();
    void pump();
    void beat();
    void writeNext();
    void sendDifference(const SnapshotPtr &from, const SnapshotPtr &to, bool reset, const PastNote *note = nullptr);
    bool isPast() const { return m_isPast.load(); }
    void send(ReplyMessage reply);
    bool takesUpMore();
    void pumpInAWhile();
    qint64 nowMs() const;
    bool frozen() const { return m_faults && m_faults->frozen.load(); }

    SnapshotHub &m_hub;
    const ServerFaults *m_faults;
    Milliseconds m_heartbeat;
    Milliseconds m_pace;
    std::function<void()> m_ended;
    std::unique_ptr<SnapshotHub::Subscription> m_subscription;
    std::unique_ptr<PaceTimer> m_paceTimer;
    std::unique_ptr<PaceTimer> m_beatTimer;
    std::shared_ptr<WatchWriter> m_self;
    std::unique_ptr<ToldSites> m_told; ///< who pumps has it; null: the reader takes no steps

    std::atomic<bool> m_isPast{false};

    std::mutex m_mutex;               // guards what follows
    SnapshotPtr m_sent;               // what the reader has once the queue is written; null: nothing
    std::deque<ReplyMessage> m_queue; // front: being written
    bool m_writing = false;
    bool m_pumping = false; // a diff is being made or a pace timer runs
    bool m_again = false;   // something new came meanwhile
    bool m_finished = false;
    bool m_needsReset = true;
};

} // namespace graticule
