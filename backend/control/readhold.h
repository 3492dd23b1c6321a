// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <utility>

namespace graticule {

/// Whether a streaming call is held open, because what was read last is with the receiver and the next read is owed.
/// Thread-safe: taken in gRPC's threads, given back or closed in the receiver's. A reactor whose giveBack() or close()
/// says true removes the hold that it added.
class ReadHold
{
public:
    /// Calls @p add unless it is closed already; then false, and what was read goes nowhere.
    template<class Add> bool take(Add add)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_isClosed)
            return false;
        m_isHeld = true;
        add();
        return true;
    }
    bool giveBack()
    {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_isHeld, false);
    }
    bool close()
    {
        const std::scoped_lock lock(m_mutex);
        m_isClosed = true;
        return std::exchange(m_isHeld, false);
    }

private:
    std::mutex m_mutex;
    bool m_isHeld = false;
    bool m_isClosed = false;
};

} // namespace graticule
