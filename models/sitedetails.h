// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/format.h"
#include "models/statetext.h"

#include "backend/domain/fleetsnapshot.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace graticule {

/// Everything that the drawer says about one site: texts ready for the eye and the moments behind ages.
struct SiteDetails
{
    struct Line
    {
        Symbol symbol = Symbol::Unknown;
        QString name;
        QString value;
        QString note; ///< why it is not well; empty: it is, or nobody says
        int severity = 0;
        EntityId id = {}; ///< of the service, node or asset that it is about; of a link none

        friend bool operator==(const Line &, const Line &) = default;
    };
    struct Seen
    {
        QString connection;
        StateLook look;
        Instant observedAt = kNever;
        Milliseconds limit{0};

        friend bool operator==(const Seen &, const Seen &) = default;
    };
    struct Meter
    {
        QString name;
        std::optional<double> share; ///< none: it is not known what is used
        QString value;               ///< what is requested, where only that is known

        friend bool operator==(const Meter &, const Meter &) = default;
    };

    EntityId id;
    QString name;
    QString title; ///< what else it is called: its city
    SiteStatus status;
    StateLook look;
    QStringList reasons;
    Instant observedAt = kNever;
    bool isLab = false;
    bool isLastKnown = false; ///< what stands there cannot be seen now, or was seen too long ago

    QString jurisdiction; ///< "Germany, DE"
    QString evidence;     ///< "declared · label graticule.dev/country"
    QString mismatch;     ///< empty: the map agrees, or has nothing to say
    bool isPlaced = false;
    bool isInferred = false;
    QString operatedBy;
    QString kind;
    QString region;
    QStringList labels; ///< "key=value", one's own first

    std::vector<Seen> seenThrough;
    std::vector<Meter> capacity;
    std::vector<Line> nodes; ///< worst first, as the three below
    std::vector<Line> workloads;
    std::vector<Line> data;
    std::vector<Line> links; ///< over their limit first, then the slowest

    friend bool operator==(const SiteDetails &, const SiteDetails &) = default;
};

/// Gathers them; nullopt when there is no such site. Looks at every node, placement, replica and link of the fleet, so
/// not in the GUI thread. Pure.
std::optional<SiteDetails> siteDetails(const FleetTables &tables, const EntityId &site,
                                       const format::Units &units = {});

/// The same as text with ages and UTC times, for the clipboard.
QString toText(const SiteDetails &details, Instant now);

} // namespace graticule
