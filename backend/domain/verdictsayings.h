// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/saying.h"

#include <QtGlobal>

#include <array>

// Why something is judged as it is (endpoint., link., node., place., replica., service., site., vantage., and "more");
// a part of what sayinglist.cpp joins, sorted as there.

namespace graticule {

inline constexpr std::array kVerdictSayings = std::to_array<Saying>({
    {"endpoint.frozen",
     QT_TRANSLATE_NOOP("graticule::Saying", "Frozen: seen from %1, its port answers and its protocol does not."), "t"},
    {"endpoint.refuses",
     QT_TRANSLATE_NOOP("graticule::Saying",
                       "Seen from %1, its host answers and refuses the connection: nothing listens "
                       "at its port."),
     "t"},
    {"link.cut", QT_TRANSLATE_NOOP("graticule::Saying", "reached from %1, not from %2"), "tt"},
    {"link.down", QT_TRANSLATE_NOOP("graticule::Saying", "no way to %1"), "t"},
    {"link.down", QT_TRANSLATE_NOOP("graticule::Saying", "no way from %1"), "tx"},
    {"link.slow", QT_TRANSLATE_NOOP("graticule::Saying", "slow to %1"), "t"},
    {"link.slow", QT_TRANSLATE_NOOP("graticule::Saying", "slow from %1"), "tx"},
    {"link.slow", QT_TRANSLATE_NOOP("graticule::Saying", "slow to %1: %2 ms, limit %3 ms"), "tnn"},
    {"link.slow", QT_TRANSLATE_NOOP("graticule::Saying", "slow from %1: %2 ms, limit %3 ms"), "tnnx"},
    {"link.unclear",
     QT_TRANSLATE_NOOP("graticule::Saying", "Nothing else that is measured at either end is well: whether it is this "
                                            "place, the other one or the way between them cannot be told."),
     ""},
    {"more", QT_TRANSLATE_NOOP("graticule::Saying", "and %1 more"), "n"},
    {"node.degraded", QT_TRANSLATE_NOOP("graticule::Saying", "%1 of %2 nodes degraded (%3)"), "nnt"},
    {"node.degraded", QT_TRANSLATE_NOOP("graticule::Saying", "%1 of %2 nodes degraded (%3, and %4 more)"), "nntn"},
    {"node.down", QT_TRANSLATE_NOOP("graticule::Saying", "%1 of %2 nodes down (%3)"), "nnt"},
    {"node.down", QT_TRANSLATE_NOOP("graticule::Saying", "%1 of %2 nodes down (%3, and %4 more)"), "nntn"},
    {"node.maintenance", QT_TRANSLATE_NOOP("graticule::Saying", "%1 of %2 nodes under maintenance (%3)"), "nnt"},
    {"node.maintenance", QT_TRANSLATE_NOOP("graticule::Saying", "%1 of %2 nodes under maintenance (%3, and %4 more)"),
     "nntn"},
    {"place.refuted",
     QT_TRANSLATE_NOOP(
         "graticule::Saying",
         "Not where it is said to be: it answers %1 sooner than light could, so it is at least %2 km off."),
     "tn"},
    {"replica.broken", QT_TRANSLATE_NOOP("graticule::Saying", "%1: the copy here is broken"), "t"},
    {"replica.broken", QT_TRANSLATE_NOOP("graticule::Saying", "%1: the copy here is broken, %2"), "tp"},
    {"replica.lagging", QT_TRANSLATE_NOOP("graticule::Saying", "%1: the copy here is %2 behind"), "tl"},
    {"replica.lagging", QT_TRANSLATE_NOOP("graticule::Saying", "%1: the copy here is %2 behind, %3"), "tlp"},
    {"replica.lagging-unmeasured", QT_TRANSLATE_NOOP("graticule::Saying", "%1: the copy here is behind"), "t"},
    {"replica.lagging-unmeasured", QT_TRANSLATE_NOOP("graticule::Saying", "%1: the copy here is behind, %2"), "tp"},
    {"service.failed", QT_TRANSLATE_NOOP("graticule::Saying", "%1 failed"), "t"},
    {"service.failed", QT_TRANSLATE_NOOP("graticule::Saying", "%1 failed: %2"), "tp"},
    {"service.failed", QT_TRANSLATE_NOOP("graticule::Saying", "%1 failed, %2 of %3 ready"), "tnn"},
    {"service.failed", QT_TRANSLATE_NOOP("graticule::Saying", "%1 failed, %2 of %3 ready: %4"), "tnnp"},
    {"service.restarting", QT_TRANSLATE_NOOP("graticule::Saying", "%1 restarting"), "t"},
    {"service.restarting", QT_TRANSLATE_NOOP("graticule::Saying", "%1 restarting: %2"), "tp"},
    {"service.restarting", QT_TRANSLATE_NOOP("graticule::Saying", "%1 restarting, %2 of %3 ready"), "tnn"},
    {"service.restarting", QT_TRANSLATE_NOOP("graticule::Saying", "%1 restarting, %2 of %3 ready: %4"), "tnnp"},
    {"service.unhealthy", QT_TRANSLATE_NOOP("graticule::Saying", "%1 unhealthy"), "t"},
    {"service.unhealthy", QT_TRANSLATE_NOOP("graticule::Saying", "%1 unhealthy: %2"), "tp"},
    {"service.unhealthy", QT_TRANSLATE_NOOP("graticule::Saying", "%1 unhealthy, %2 of %3 ready"), "tnn"},
    {"service.unhealthy", QT_TRANSLATE_NOOP("graticule::Saying", "%1 unhealthy, %2 of %3 ready: %4"), "tnnp"},
    {"site.all-off", QT_TRANSLATE_NOOP("graticule::Saying", "Nothing is to run here: all of it is off."), ""},
    {"site.dead", QT_TRANSLATE_NOOP("graticule::Saying", "No answer to %1, which reach other sites."), "t"},
    {"site.dead", QT_TRANSLATE_NOOP("graticule::Saying", "No answer to this keeper nor %1, which reach other sites."),
     "tx"},
    {"site.degraded", QT_TRANSLATE_NOOP("graticule::Saying", "The platform says it is degraded."), ""},
    {"site.degraded", "%1", "p"},
    {"site.down", QT_TRANSLATE_NOOP("graticule::Saying", "The platform says it is down."), ""},
    {"site.down", "%1", "p"},
    {"site.maintenance", QT_TRANSLATE_NOOP("graticule::Saying", "Under maintenance."), ""},
    {"site.maintenance", "%1", "p"},
    {"site.no-evidence", QT_TRANSLATE_NOOP("graticule::Saying", "Nothing says that this site works."), ""},
    {"site.not-watched", QT_TRANSLATE_NOOP("graticule::Saying", "No feed tells of this site."), ""},
    {"site.reached-elsewhere",
     QT_TRANSLATE_NOOP("graticule::Saying", "Reached from %1, not by this keeper: the way is cut, not the site."), "t"},
    {"vantage.alone",
     QT_TRANSLATE_NOOP("graticule::Saying",
                       "Nobody else measures it: a dead site and a cut way look the same from here."),
     ""},
    {"vantage.cut-off",
     QT_TRANSLATE_NOOP("graticule::Saying", "The network here is lost: %1 of %2 ways from here fell silent together."),
     "nn"},
    {"vantage.few",
     QT_TRANSLATE_NOOP("graticule::Saying", "None of the hosts asked from here answers, and they are too few (%1) to "
                                            "tell a dead site, a cut way and our own lost network apart."),
     "n"},
});

} // namespace graticule
