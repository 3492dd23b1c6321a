// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/clock.h"

#include "backend/domain/timerqueue.h"

#include <QThread>
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

std::chrono::nanoseconds SystemClock::precise() const
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

void SystemClock::after(Milliseconds delay, QObject *context, std::function<void()> task)
{
    if (context->thread() != QThread::currentThread())
        QMetaObject::invokeMethod(
            context, [this, delay, context, task = std::move(task)] { after(delay, context, task); },
            Qt::QueuedConnection);
    else if (delay > Milliseconds(0))
        TimerQueue::ofThread().add(delay, context, std::move(task));
    else
        QTimer::singleShot(delay, Qt::PreciseTimer, context, std::move(task));
}

} // namespace graticule
