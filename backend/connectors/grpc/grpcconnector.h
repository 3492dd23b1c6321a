// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/connectorregistry.h"
#include "backend/connectors/grpc/relay.h"
#include "backend/control/controlcalls.h"
#include "backend/control/tailstream.h"
#include "backend/control/watchstream.h"

namespace graticule {

/// Reads another keeper, or an out-of-tree connector that serves the control API. Ids pass unchanged. Its times are
/// moved to our clock by the offset measured with each Describe, so an endpoint whose clock is wrong does not look
/// fresh or stale.
///
/// What it measured comes along, from where the last session ended; what it does not hold any more by then is lost,
/// counted and said.
///
/// Verdicts are left out: each keeper draws its own from the facts. So are entities of connections that a loop would
/// bring back.
class GrpcConnector : public Connector
{
    Q_OBJECT

public:
    explicit GrpcConnector(ConnectorContext context);
    ~GrpcConnector() override;

    void start() override;
    void stop() override;
    void probe() override;
    void perform(const Action &action, std::function<void(const ActionProgress &)> progress) override;
    void offers(const EntityId &target, const EntityId &connection, ActionReply<QList<ActionOffer>> done) override;
    void preview(const Action &action, ActionReply<ActionPlan> done) override;
    void stopAction(const QString &key, ActionReply<ActionProgress> done) override;
    void logSources(const EntityId &target, LogSourcesReply done) override;
    Result<std::unique_ptr<LogReader>> followLogs(const LogOrder &order) override;
    void events(const EventQuery &query, std::function<void(const Result<EventAnswer> &)> done) override;

private:
    void described(const Result<Description> &reply, Milliseconds took, bool hadToConnect);
    void take(const std::vector<WatchEvent> &events);
    void openTail();
    void takeSamples(const SampleTail::Part &part, const TailPlace &reached);
    void recall();
    void keepBookmark();
    void fail(const Error &error);
    /// Whether there is somebody to ask, as the load meter is told.
    bool mayAsk();
    Error notConnected() const;

    ConnectorContext m_context;
    std::shared_ptr<ControlChannel> m_channel;
    std::unique_ptr<ControlCalls> m_calls;
    std::unique_ptr<WatchStream> m_stream;
    std::unique_ptr<TailStream> m_tail; ///< of its samples; null: there is none, or it has ended
    Relay m_relay;                      ///< stands for what we told the fleet, as m_resumeFrom does
    Revision m_resumeFrom;              ///< reached in an earlier session; what we told the fleet then still stands
    TailPlace m_tailAt;                 ///< as m_resumeFrom, of samples
    quint64 m_lost = 0;                 ///< samples, over all sessions
    bool m_hasTail = true;              ///< it has not refused to tell of its samples
    /// Parts of a listing or of a difference until it is complete: one that a lost connection cuts off must not count,
    /// or what it removed later would stay for ever, being no part of the difference from m_resumeFrom.
    FleetDelta m_parts;
    bool m_isListing = false;
    std::vector<QPointer<LogReader>> m_logs;
    bool m_isComplete = false; ///< this session has reached a whole snapshot
    bool m_open = false;       ///< between start() and failed() or stop()
    quint64 m_session = 0;     ///< answers of an older session are dropped
    Milliseconds m_clockOffset{0};
};

/// Connects to the keeper, beside the calls. Null for unix sockets.
std::unique_ptr<WayProbe> grpcWayProbe(const ConnectorContext &context);

ConnectorType grpcConnectorType();

} // namespace graticule
