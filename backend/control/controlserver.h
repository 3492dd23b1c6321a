// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/accessrules.h"
#include "backend/control/incidentsource.h"
#include "backend/control/keepercommands.h"
#include "backend/control/logcommands.h"
#include "backend/control/pastsource.h"
#include "backend/control/rulecommands.h"
#include "backend/control/samecommands.h"
#include "backend/domain/clock.h"
#include "backend/fleet/snapshothub.h"
#include "backend/records/actrecord.h"
#include "backend/telemetry/sampletail.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace graticule {

/// How one server listens and whom it lets in.
struct ServerOptions
{
    /// "unix:///path" or "host:port". Empty: no address of its own, connections are handed over with adopt().
    QString listen;
    bool tls = false;
    QString certificateFile; ///< PEM; it and the next two are read again when they change, for new connections
    QString keyFile;
    QString clientCaFile; ///< client certificates must be signed by it; empty: none are asked for
    bool requireClientCertificate = false;
    AccessRules access;                  ///< at the start; see ControlServer::setAccess()
    PastSource *past = nullptr;          ///< outlives the server; null: nothing is recorded here
    IncidentSource *incidents = nullptr; ///< outlives the server; null: nothing is exported here
    ActRecord *acts = nullptr;           ///< outlives the server; null: nothing that is done here is recorded
    LogCommands *logs = nullptr;         ///< outlives the server; null: there are neither logs nor events here
    RuleCommands *rules = nullptr;       ///< outlives the server; null: there are no label rules here
    SameCommands *same = nullptr;        ///< outlives the server; null: nobody says what is the same here
    QString localUser = {};              ///< who comes by the unix socket, when that is one user only
    QString localMark = {};              ///< tells that one from others of the name: "uid 1000"
    const SampleTail *tail = nullptr;    ///< outlives the server; null: nobody can follow the samples
    quint64 epoch = 0;                   ///< of the run as which the tail is numbered
    Clock *clock = nullptr;              ///< tells when certificates expire; outlives the server; null: the machine's
    Milliseconds heartbeat{1000};
    int mostWatchRepliesPerSecond = 30;
};

/// Behaves badly on purpose, for the lab: a frozen server accepts and never answers. Shared with the simulator; any
/// thread.
struct ServerFaults
{
    std::atomic<bool> frozen{false};
    std::atomic<qint64> clockOffsetMs{0};
};

/// Serves graticule.control.v1, health and reflection. Created, used and destroyed in the keeper's backend thread;
/// commands are called in that thread, snapshots are taken from the hub in gRPC's threads. Destroying it ends all
/// streams.
class ControlServer : public QObject
{
    Q_OBJECT

public:
    /// Refused: address in use, certificate unreadable, beyond loopback without both TLS and authentication. @p hub, @p
    /// commands and
    /// @p faults (may be null) outlive the server.
    static Result<std::unique_ptr<ControlServer>> start(const ServerOptions &options, SnapshotHub &hub,
                                                        KeeperCommands &commands, const ServerFaults *faults);
    ~ControlServer() override;

    /// Other rules from now on. Open calls whose caller may not make them any more are ended; all others go on. The
    /// address stays what it was: where it can be reached from other machines, nobody comes in anonymously.
    void setAccess(const AccessRules &rules);
    /// Takes over a connected socket (its peer already checked) and serves it.
    void adopt(int descriptor);
    /// Port actually bound, for "host:0"; 0 for unix sockets.
    int port() const;
    /// Watch streams open now.
    int watchers() const;

    class Private;

private:
    explicit ControlServer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace graticule
