// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/supervisorgate.h"

namespace graticule {

StartGate::StartGate(Clock &clock, int atOnce)
    : m_clock(clock)
    , m_free(atOnce)
{
}

void StartGate::enter(QObject *context, std::function<void(Place place)> go)
{
    m_waiting.push_back({context, std::move(go)});
    letIn();
}

void StartGate::letIn()
{
    if (m_scheduled || m_free == 0 || m_waiting.empty())
        return;
    m_scheduled = true;
    m_clock.after(kApart, this, [this] {
        m_scheduled = false;
        while (!m_waiting.empty() && !m_waiting.front().context)
            m_waiting.pop_front();
        if (m_waiting.empty())
            return;
        const Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        --m_free;
        Place place(nullptr, [self = QPointer<StartGate>(this)](void *) {
            if (!self)
                return;
            ++self->m_free;
            self->letIn();
        });
        next.go(std::move(place));
        letIn();
    });
}

} // namespace graticule
