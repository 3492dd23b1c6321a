// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/instant.h"

#include <QString>

// The few questions, in PromQL, that a server is asked: each for all targets at once. @p selector: further matchers,
// without braces; may be empty. Pure.

namespace graticule {

/// Who is scraped and who is probed, with what came of it last: `up` and `probe_success`.
QString targetsQuery(const QString &selector);
/// Every probe of the last @p span with its own time, and how long it took.
QString probesQuery(const QString &selector, Milliseconds span);
/// What node exporters tell of capacity, one series for each figure: its name is in the label kFigure.
QString nodesQuery(const QString &selector);
/// Who was probed or told of a machine within the last hour, in kFigure: "probe" or "node". Of those that are silent
/// now nothing else tells what they are.
QString kindsQuery(const QString &selector);

inline constexpr char kFigure[] = "graticule_figure";

} // namespace graticule
