// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetevent.h"
#include "backend/domain/logs.h"

#include <functional>
#include <memory>

class QObject;

namespace graticule {

template<class T> using LogReply = std::function<void(const Result<T> &reply)>;

/// Logs and events, asked of a keeper. Implemented by the composition root over the control API, by tests with fakes.
/// Nothing waits: answers come in the GUI thread, unless @p context dies first.
class LogCalls
{
public:
    virtual ~LogCalls() = default;

    virtual void logSources(QObject *context, const EntityId &target, LogReply<QList<LogSource>> done) = 0;
    /// Reads until what it gives is destroyed, in the GUI thread; nothing is called afterwards. @p ended comes once, an
    /// Error without text when all sources have ended.
    virtual std::shared_ptr<void> readLogs(QObject *context, const LogOrder &order,
                                           std::function<void(const LogPart &)> taken,
                                           std::function<void(const Error &)> ended) = 0;
    virtual void events(QObject *context, const EventQuery &query, LogReply<EventAnswer> done) = 0;
};

} // namespace graticule
