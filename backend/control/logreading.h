// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlcalls.h"
#include "backend/domain/fleetevent.h"
#include "backend/domain/logs.h"

#include <memory>

namespace graticule {

/// One call that reads logs, part by part; the next is read when the one before was taken, so that who is slow makes
/// the keeper drop lines and never grows. Destroying it ends the call; nothing is called afterwards. Start and destroy
/// in @p receiver's thread, the GUI's too.
class LogReading
{
public:
    using Taken = std::function<void(const LogPart &part)>;
    /// Once: an Error without text when all sources have ended.
    using Ended = std::function<void(const Error &why)>;

    LogReading(std::shared_ptr<ControlChannel> channel, const LogOrder &order, QObject *receiver, Taken taken,
               Ended ended);
    ~LogReading();
    LogReading(const LogReading &) = delete;
    LogReading &operator=(const LogReading &) = delete;

private:
    class Reactor;
    std::shared_ptr<Reactor> m_reactor;
};

/// The calls beside it, otherwise like ControlCalls.
class LogQueries
{
public:
    explicit LogQueries(std::shared_ptr<ControlChannel> channel)
        : m_channel(std::move(channel))
    {
    }

    void sources(QObject *context, const EntityId &target, ControlCalls::Reply<QList<LogSource>> done) const;
    void events(QObject *context, const EventQuery &query, ControlCalls::Reply<EventAnswer> done) const;

private:
    std::shared_ptr<ControlChannel> m_channel;
};

} // namespace graticule
