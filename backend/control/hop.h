// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace graticule {

/// The way from gRPC's threads into the thread of a QObject. Copies share one gate; a task posted after the object
/// died, or after close(), is dropped. Thread-safe.
class Hop
{
public:
    /// Created in @p context's thread.
    explicit Hop(QObject *context);

    /// False when the context is gone: @p task will not run.
    bool post(std::function<void()> task) const;
    /// No task runs after this returns, when called in the context's thread.
    void close() const;

private:
    struct Gate;
    std::shared_ptr<Gate> m_gate;
};

} // namespace graticule
