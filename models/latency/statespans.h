// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/pastsource.h"

#include <QCoreApplication>

#include <vector>

namespace graticule {

/// A stretch of time in which a site was in one state, or nobody watched.
struct StateSpan
{
    Instant from = kNever;
    Instant until = kNever;
    SiteState state = SiteState::Unknown; ///< an old one is unknown
    bool isWatched = true;

    friend bool operator==(const StateSpan &, const StateSpan &) = default;
};

/// What a site was, one state after the other. Pure; any thread.
class StateSpans
{
    Q_DECLARE_TR_FUNCTIONS(graticule::StateSpans)

public:
    /// In order, without gaps between the first and the last; what is before the first was not recorded. @p turns: of
    /// one site, oldest first, beginning with what it was before.
    static std::vector<StateSpan> of(const QList<SiteTurn> &turns, const TimeSpan &span, const QList<TimeSpan> &holes);
    /// @p spans with what nobody watched cut out of them.
    static std::vector<StateSpan> withHoles(std::vector<StateSpan> spans, const QList<TimeSpan> &holes);
    /// "Degraded from 08:46 to 09:14, not watched from 09:14 to 09:20": the last six of what was not healthy.
    static QString words(const std::vector<StateSpan> &spans);
};

} // namespace graticule
