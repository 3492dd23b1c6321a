// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/clock.h"

#include <QTimer>

namespace graticule {

Instant SystemClock::now() const
{
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
}

Milliseconds SystemClock::steady() const
{
    return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

void SystemClock::after(Milliseconds delay, QObject *context, std::function<void()> task)
{
    QTimer::singleShot(delay, Qt::PreciseTimer, context, std::move(task));
}

} // namespace graticule
