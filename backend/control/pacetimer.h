// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/instant.h"

#include <functional>
#include <memory>

namespace graticule {

/// A one-shot timer in gRPC's threads. start() while running is ignored; after cancel() nothing fires. Thread-safe.
class PaceTimer
{
public:
    PaceTimer();
    ~PaceTimer();

    void start(Milliseconds delay, std::function<void()> fire);
    void cancel();

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace graticule
