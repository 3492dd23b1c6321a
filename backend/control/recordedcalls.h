// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/hop.h"
#include "backend/control/keepercommands.h"
#include "backend/domain/connectionconfig.h"
#include "backend/records/actrecord.h"

#include <QList>

#include <memory>

// What callers of the API ask for, as the acts that are recorded of it. Inside of the server.

namespace graticule {

Act connectionAct(const char *verb, const ConnectionConfig &config);
/// Of the one of @p known that has that name or id.
Act connectionAct(const char *verb, const QList<ConnectionConfig> &known, const QString &nameOrId);
/// "connection.add", "connection.restore" (what was removed, with its id) or "connection.edit" with what differs.
Act savedAct(const QList<ConnectionConfig> &known, const ConnectionConfig &config);
Act editedAct(const ConnectionConfig &before, const ConnectionConfig &config);
Act performedAct(const Action &action, const ActionTarget &target);
/// "action.stop" of the one of @p running that has that key.
Act stoppedAct(const QList<ActionUnderWay> &running, const QString &key);
Act labAct(int sites, quint64 seed);
Act exportAct(Instant from, Instant until);

/// An act whose outcome comes later. A value that callbacks carry: when the last copy goes and none has come, it is
/// written down that nobody knows it.
class RecordedProgress
{
public:
    /// Null: nothing is recorded. @p hop: into the record's thread.
    RecordedProgress(ActRecord *record, const Hop &hop);

    /// Refused: it must not be done.
    Result<Done> begin(const Actor &who, const Act &act);
    /// @p error without text: done.
    void end(const Error &error) const;

private:
    struct Kept;
    std::shared_ptr<Kept> m_kept;
};

} // namespace graticule
