// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/manualclock.h"
#include "models/fleetstore.h"
#include "tests/testing/fleetscript.h"
#include "tests/testing/test.h"

namespace graticule::testing {

/// Base of tests of models over a store that a live keeper has filled, on a clock that the test moves.
class StoreTest : public Test
{
protected:
    /// For init(): a store with @p fleet, in the words of FleetScript.
    void begin(const char *fleet)
    {
        init();
        m_clock = std::make_unique<ManualClock>(FleetScript::now());
        m_store = std::make_unique<FleetStore>(*m_clock);
        KeeperLink link;
        link.state = KeeperLink::State::Live;
        m_store->setLink(link);
        m_script = FleetScript(QString::fromUtf8(fleet));
        m_store->take(m_script.snapshot());
    }
    /// The keeper tells of @p lines, and all that is due at once is done.
    void change(const char *lines)
    {
        m_store->take(m_script.apply(QString::fromUtf8(lines)));
        m_clock->advance(FleetStore::kFrame);
    }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<FleetStore> m_store;
    FleetScript m_script;
};

} // namespace graticule::testing
