// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/clock.h"

#include <QPointer>

#include <deque>
#include <memory>

namespace graticule {

/// Keeps a keeper with thousands of connections from asking all of them at once: a limited number may be starting at a
/// time, and two starts are some milliseconds apart. Backend thread; outlives those who wait at it.
class StartGate : public QObject
{
    Q_OBJECT

public:
    static constexpr int kAtOnce = 32;
    static constexpr Milliseconds kApart{2};

    /// A place among those that are starting, given back when the last copy goes.
    using Place = std::shared_ptr<void>;

    /// @p clock outlives the gate.
    explicit StartGate(Clock &clock, int atOnce = kAtOnce);

    /// Calls @p go once there is a place, unless @p context dies first; never from within this call.
    void enter(QObject *context, std::function<void(Place place)> go);
    int waiting() const { return int(m_waiting.size()); }

private:
    void letIn();

    struct Waiting
    {
        QPointer<QObject> context;
        std::function<void(Place)> go;
    };
    Clock &m_clock;
    int m_free;
    bool m_scheduled = false;
    std::deque<Waiting> m_waiting;
};

} // namespace graticule
