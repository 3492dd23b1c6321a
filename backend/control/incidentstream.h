// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlchannel.h"
#include "backend/control/incidentsource.h"

#include <memory>

class QObject;

namespace graticule {

/// One Export call of @p order (its caller is what the keeper takes us for): the pieces of an incident file, in their
/// order; the next is read when the one before was taken. Destroying the stream ends the call; nothing is called
/// afterwards. Start and destroy in @p receiver's thread.
class IncidentStream
{
public:
    using Taken = std::function<void(const IncidentPart &part)>;
    /// Once: an Error of kind Unknown without text when the keeper ended it in order.
    using Ended = std::function<void(const Error &why)>;

    IncidentStream(std::shared_ptr<ControlChannel> channel, const IncidentOrder &order, QObject *receiver, Taken taken,
                   Ended ended);
    ~IncidentStream();
    IncidentStream(const IncidentStream &) = delete;
    IncidentStream &operator=(const IncidentStream &) = delete;

private:
    class Reactor;
    std::shared_ptr<Reactor> m_reactor;
};

} // namespace graticule
