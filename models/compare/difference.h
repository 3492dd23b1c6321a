// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetsnapshot.h"
#include "models/statetext.h"

#include <vector>

namespace graticule {

/// One thing that is not the same at two moments, in words.
struct Difference
{
    enum class Kind { Site, Connection, Service, Node, Asset, Link };
    enum class What { Changed, Came, Went };

    Kind kind = Kind::Site;
    What what = What::Changed;
    EntityId
        id; ///< what can be opened: of a service at a site the service, of a copy its asset, of a link its first site
    QString name;   ///< "fra1", "shop at fra1", "sin1 to bom1"
    QString field;  ///< "State"; empty: it came or went
    QString before; ///< empty: nothing was known
    QString after;
    std::optional<Symbol> symbolBefore; ///< of states
    std::optional<Symbol> symbolAfter;
    int severity = 0; ///< of the worse of the two states; 0: none of them is one

    friend bool operator==(const Difference &, const Difference &) = default;
};

/// All of them, and what could not be compared.
struct Differences
{
    std::vector<Difference> rows;
    int notWatched = 0; ///< links that nobody measured at one of the two moments: they neither came nor went
};

/// What differs between two moments of one fleet: states, places, services, nodes, assets, links and connections. What
/// wanders all the time (use, load, latency within a fifth) and what merely proves that the rest still holds is no
/// difference. Worst first, then by kind and name. Pure; any thread.
class FleetDifference
{
    Q_DECLARE_TR_FUNCTIONS(graticule::FleetDifference)

public:
    /// A link stands for its last minute: who has watched for less has not told of it yet.
    static constexpr Milliseconds kLinkWindow{60'000};

    static Differences between(const FleetTables &before, const FleetTables &after);
    /// "Site", "Connection" ...
    static QString text(Difference::Kind kind);
    /// "came", "went", "changed"
    static QString text(Difference::What what);
};

} // namespace graticule
