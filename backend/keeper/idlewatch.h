// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/keeper/keeper.h"

namespace graticule {

/// Notices that nobody has used a keeper for a while: no Watch is open and nothing was asked. Backend thread.
class IdleWatch : public QObject
{
    Q_OBJECT

public:
    /// Both outlive the watch.
    IdleWatch(const Keeper &keeper, Clock &clock, Milliseconds linger);

    /// Whether nobody watches at this moment, and nothing is being done that somebody asked for.
    bool isIdle() const { return m_keeper.watchers() == 0 && m_keeper.running().isEmpty(); }

Q_SIGNALS:
    /// Once, after @p linger without use.
    void idled();

private:
    void look();

    const Keeper &m_keeper;
    Clock &m_clock;
    Milliseconds m_linger;
    Milliseconds m_used; ///< steady time of the last use
};

} // namespace graticule
