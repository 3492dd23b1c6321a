// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/idlewatch.h"

#include <algorithm>

namespace graticule {

IdleWatch::IdleWatch(const Keeper &keeper, Clock &clock, Milliseconds linger)
    : m_keeper(keeper)
    , m_clock(clock)
    , m_linger(linger)
    , m_used(clock.steady())
{
    connect(&keeper, &Keeper::asked, this, [this] { m_used = m_clock.steady(); });
    look();
}

void IdleWatch::look()
{
    if (!isIdle())
        m_used = m_clock.steady();
    if (m_clock.steady() - m_used >= m_linger) {
        Q_EMIT idled();
        return;
    }
    m_clock.after(std::clamp(m_linger / 4, Milliseconds(50), Milliseconds(1000)), this, [this] { look(); });
}

} // namespace graticule
