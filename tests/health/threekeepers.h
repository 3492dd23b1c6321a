// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/health/healthengine.h"
#include "tests/health/fleetbuilder.h"
#include "tests/testing/test.h"

namespace graticule::testing {

/// Base of tests of what several vantage points tell of one place. Keepers stand in ams, fra and syd; what they measure
/// comes to us by the connection K. We read db by D and other by E.
class ThreeKeepers : public Test
{
protected:
    using S = ConnectionState;

    void begin()
    {
        init();
        m_memory = {};
        m_watchedUntil = -1;
    }
    QString step(FleetBuilder &fleet, int seconds)
    {
        for (const char *name : {"K", "E"})
            if (fleet.tables.feeds.contains(id(QStringLiteral("f-%1").arg(QLatin1String(name)))))
                fleet.feed(QLatin1String(name), at(m_watchedUntil < 0 ? seconds : m_watchedUntil));
        HealthStep step = HealthEngine::step(std::move(m_memory), fleet.tables, at(seconds));
        m_memory = std::move(step.memory);
        m_nextDue = step.nextDue;
        return text(step.verdicts);
    }
    QString verdictOn(const char *site) const
    {
        const Verdict *verdict = m_memory.verdicts.find(id(QLatin1String(site)));
        return verdict ? text(*verdict) : QStringLiteral("none");
    }
    FleetBuilder fleet()
    {
        m_watchedUntil = -1;
        FleetBuilder fleet;
        fleet.connection("K").feed("K").remote("D").feed("D").remote("E").feed("E");
        fleet.site("db", {"D"}).site("other", {"E"});
        for (const char *from : {"ams", "fra", "syd"}) {
            fleet.site(from, {"K"});
            for (const char *to : {"ams", "fra", "syd", "db", "other"}) {
                if (qstrcmp(from, to) != 0)
                    fleet.probe(from, to, true);
            }
        }
        return fleet;
    }
    static void probes(FleetBuilder &fleet, const QStringList &from, const QStringList &to, bool answer)
    {
        for (const QString &begin : from) {
            for (const QString &end : to) {
                if (begin != end)
                    fleet.probe(begin, end, answer);
            }
        }
    }

    HealthMemory m_memory;
    Instant m_nextDue = kNever;
    int m_watchedUntil = -1; ///< the feeds K and E are observed until then; < 0: always
};

} // namespace graticule::testing
