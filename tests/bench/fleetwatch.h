// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/clock.h"
#include "models/fleetstore.h"

#include <QThread>

#include <functional>

namespace graticule::bench {

/// The console's side in this process, without a window: a client in its thread, the store in this one.
class FleetWatch : public QObject
{
    Q_OBJECT

public:
    /// @p socket: path of a keeper's.
    explicit FleetWatch(const QString &socket);
    ~FleetWatch() override;

    FleetStore &store() { return m_store; }
    /// Runs the event loop until @p isThere; says so on stderr and ends the program after @p seconds.
    void waitFor(const char *what, int seconds, const std::function<bool()> &isThere);
    /// Runs the event loop.
    static void run(Milliseconds time);

Q_SIGNALS:
    /// As the client has it, in the client's thread, before the store takes it.
    void snapshotCame(const graticule::SnapshotPtr &snapshot);

private:
    SystemClock m_clock;
    FleetStore m_store;
    QThread m_thread;
};

} // namespace graticule::bench
