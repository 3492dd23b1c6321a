// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/timerqueue.h"

#include <QThread>
#include <QThreadStorage>

namespace graticule {

TimerQueue &TimerQueue::ofThread()
{
    static QThreadStorage<TimerQueue *> queues;
    if (!queues.hasLocalData())
        queues.setLocalData(new TimerQueue);
    return *queues.localData();
}

void TimerQueue::add(Milliseconds delay, QObject *context, std::function<void()> task)
{
    m_waiting.emplace(std::chrono::steady_clock::now() + delay, Waiting{context, std::move(task)});
    arm();
}

void TimerQueue::timerEvent(QTimerEvent *)
{
    const Moment now = std::chrono::steady_clock::now(); // what becomes due meanwhile lets events pass first
    while (!m_waiting.empty() && m_waiting.begin()->first <= now) {
        const auto due = m_waiting.extract(m_waiting.begin());
        arm(); // a task may run an event loop of its own
        Waiting &waiting = due.mapped();
        if (!waiting.context)
            continue;
        if (waiting.context->thread() == QThread::currentThread())
            waiting.task();
        else // it was moved meanwhile
            QMetaObject::invokeMethod(waiting.context, std::move(waiting.task), Qt::QueuedConnection);
    }
    arm();
}

/// For the first that waits.
void TimerQueue::arm()
{
    if (m_timer != 0 && !m_waiting.empty() && m_waiting.begin()->first == m_armedFor)
        return;
    if (m_timer != 0)
        killTimer(std::exchange(m_timer, 0));
    if (m_waiting.empty())
        return;
    m_armedFor = m_waiting.begin()->first;
    const auto wait = std::chrono::ceil<Milliseconds>(m_armedFor - std::chrono::steady_clock::now());
    m_timer = startTimer(std::max(Milliseconds(0), wait), Qt::PreciseTimer);
}

} // namespace graticule
