// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/hop.h"

#include <mutex>

namespace graticule {

struct Hop::Gate
{
    // A receiver that lives for months makes a hop per call: none of them may leave anything behind.
    ~Gate() { QObject::disconnect(destroyed); }

    std::mutex mutex;
    QObject *context = nullptr; // null: closed
    QMetaObject::Connection destroyed;
};

Hop::Hop(QObject *context)
    : m_gate(std::make_shared<Gate>())
{
    m_gate->context = context;
    // Direct, in the dying object's thread: whoever posts holds the mutex, so the object cannot vanish under it.
    m_gate->destroyed = QObject::connect(context, &QObject::destroyed, [gate = std::weak_ptr(m_gate)] {
        if (const auto alive = gate.lock()) {
            const std::scoped_lock lock(alive->mutex);
            alive->context = nullptr;
        }
    });
}

bool Hop::post(std::function<void()> task) const
{
    const std::scoped_lock lock(m_gate->mutex);
    if (!m_gate->context)
        return false;
    QMetaObject::invokeMethod(
        m_gate->context,
        [gate = m_gate, run = std::move(task)] {
            {
                const std::scoped_lock inner(gate->mutex);
                if (!gate->context)
                    return;
            }
            run();
        },
        Qt::QueuedConnection);
    return true;
}

void Hop::close() const
{
    const std::scoped_lock lock(m_gate->mutex);
    m_gate->context = nullptr;
}

} // namespace graticule
