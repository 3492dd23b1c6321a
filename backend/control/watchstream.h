// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlchannel.h"
#include "backend/control/pastsource.h"
#include "backend/domain/fleetdelta.h"
#include "backend/domain/revision.h"

#include <QObject>

#include <functional>
#include <memory>

namespace graticule {

/// What to watch.
struct WatchOrder
{
    Revision resumeFrom;      ///< number 0: everything
    Instant at = kNever;      ///< a moment of the past; kNever: now, and on
    Instant knownAt = kNever; ///< by what was known then; kNever: by all that is known
};

/// One reply of Watch.
struct WatchEvent
{
    bool reset = false;    ///< forget everything first
    bool complete = false; ///< a whole snapshot is reached, `revision` names it
    Revision revision;
    Instant at = kNever;       ///< the keeper's clock when it sent this
    Milliseconds heartbeat{0}; ///< longest silence to expect
    FleetDelta delta;
    std::optional<PastNote> past; ///< with a complete snapshot of the past
};

/// One Watch call. Messages are decoded in gRPC's threads and handed over in batches: this is the one place where a
/// fleet's changes hop into the receiver's thread. At most 64 messages wait; then the stream is held until they are
/// taken.
///
/// Does not reconnect: `ended` comes once, and the owner decides. Destroying the stream cancels the call; nothing is
/// called afterwards. Start and destroy in @p receiver's thread, which must not be a GUI thread.
class WatchStream
{
public:
    using Events = std::function<void(std::vector<WatchEvent> events)>;
    using Ended = std::function<void(const Error &why)>;

    WatchStream(std::shared_ptr<ControlChannel> channel, const WatchOrder &order, QObject *receiver, Events events,
                Ended ended);
    ~WatchStream();
    WatchStream(const WatchStream &) = delete;
    WatchStream &operator=(const WatchStream &) = delete;

private:
    class Reactor;
    std::shared_ptr<Reactor> m_reactor;
};

} // namespace graticule
