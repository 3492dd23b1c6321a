// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetevent.h"
#include "backend/domain/logs.h"

#include <functional>

namespace graticule {

/// What a keeper reads and holds of logs and events. Implemented by the keeper, called by the server in the keeper's
/// backend thread, after the caller's permission was checked.
class LogCommands
{
public:
    using Sources = std::function<void(const Result<QList<LogSource>> &sources)>;
    using Taken = std::function<void(const LogPart &part)>;
    using Events = std::function<void(const Result<EventAnswer> &answer)>;

    virtual ~LogCommands() = default;

    virtual void logSources(const EntityId &target, Sources done) = 0;
    /// Reads until unfollow(), or until each source has ended; @p taken is called in the backend thread, also before
    /// this returns. The number is not 0.
    virtual quint64 follow(const LogOrder &order, Taken taken) = 0;
    virtual void unfollow(quint64 number) = 0;
    virtual void events(const EventQuery &query, Events done) = 0;
};

} // namespace graticule
