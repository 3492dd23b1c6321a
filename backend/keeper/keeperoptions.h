// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/foundendpoint.h"
#include "backend/control/keepercommands.h"
#include "backend/health/thresholds.h"
#include "backend/keeper/callersecrets.h"

#include <vector>

namespace graticule {

/// What makes one keeper this one.
struct KeeperOptions
{
    QString id;                            ///< stable over restarts
    QString name;                          ///< for people
    QString mode;                          ///< "private", "team" or "lab"
    Labels placeLabels;                    ///< declared of where it stands, for when no host reports that
    bool measures = true;                  ///< the ways to its endpoints
    int peersAtOnce = 16;                  ///< of those that it only measures; more have their turns
    HealthThresholds thresholds;           ///< of verdicts
    QString build;                         ///< of the program, see buildOf()
    quint64 epoch = 0;                     ///< start of this run, milliseconds since 1970
    QString connectionsDirectory;          ///< connections.d/; empty: none but built-in ones
    QString lastFactsDirectory;            ///< empty: nothing is kept over restarts
    QString samplesFile;                   ///< empty: samples of the last hour or two, in memory
    QString historyFile;                   ///< empty: nothing is recorded
    QString recordDirectory;               ///< of what people do here; empty: that is not recorded
    QString auditHeadsFile;                ///< a second place of the record's signed heads; empty: none
    bool auditSyslog = false;              ///< they go to syslog, too
    std::vector<ConnectionConfig> builtIn; ///< connections that no file holds, e.g. this keeper's own host
    CallerSecrets callerSecrets;           ///< which secrets connections from outside may name

    using Found = std::function<void(const std::vector<FoundEndpoint> &)>;
    /// Look for endpoints on this host; each calls back once, soon.
    std::vector<std::function<void(Found)>> discoverers;
};

/// Performs verbs that concern no single connection ("lab.fault"). False: not mine, route it.
using VerbHandler = std::function<bool(const Action &action, KeeperCommands::Progress progress)>;

} // namespace graticule
