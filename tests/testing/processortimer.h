// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <ctime>

namespace graticule::testing {

/// The processor's time that this thread has used: what hostile input costs, on a busy machine too. As QElapsedTimer.
class ProcessorTimer
{
public:
    void start() { m_start = now(); }
    qint64 nsecsElapsed() const { return now() - m_start; }
    qint64 elapsed() const { return nsecsElapsed() / 1'000'000; } ///< ms
    qint64 restart()                                              ///< as elapsed()
    {
        const qint64 ms = elapsed();
        start();
        return ms;
    }

private:
    static qint64 now()
    {
        timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
    }

    qint64 m_start = now();
};

} // namespace graticule::testing
