// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/pacetimer.h"

#include <grpcpp/alarm.h>

#include <mutex>

namespace graticule {

struct PaceTimer::State
{
    std::mutex mutex;
    bool running = false;
    bool cancelled = false;
    std::unique_ptr<grpc::Alarm> alarm;
};

PaceTimer::PaceTimer()
    : m_state(std::make_shared<State>())
{
}

PaceTimer::~PaceTimer()
{
    cancel();
}

void PaceTimer::start(Milliseconds delay, std::function<void()> fire)
{
    const std::scoped_lock lock(m_state->mutex);
    if (m_state->running || m_state->cancelled)
        return;
    m_state->running = true;
    m_state->alarm = std::make_unique<grpc::Alarm>();
    m_state->alarm->Set(std::chrono::system_clock::now() + delay, [state = m_state, run = std::move(fire)](bool ok) {
        {
            const std::scoped_lock inner(state->mutex);
            state->running = false;
            if (!ok || state->cancelled)
                return;
        }
        run();
    });
}

void PaceTimer::cancel()
{
    std::unique_ptr<grpc::Alarm> alarm;
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->cancelled = true;
        alarm = std::move(m_state->alarm);
    }
    // Outside the lock: the alarm's callback takes it.
    if (alarm)
        alarm->Cancel();
}

} // namespace graticule
