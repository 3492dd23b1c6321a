// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/arguments.h"
#include "backend/domain/instant.h"

namespace graticule {

/// A moment as momentOf() reads it, which is not still to come.
Result<Instant> pastMoment(const QString &option, const QString &text, Instant now);

/// A moment that is asked for; both kNever: none is.
struct PastQuestion
{
    Instant at = kNever;
    Instant knownAt = kNever; ///< kNever: by all that is known now
};

/// What --at and --known-at say. Refused, naming the option.
Result<PastQuestion> pastQuestion(const Arguments &arguments, Instant now);

/// --at and --known-at.
QList<OptionSpec> pastOptions();

} // namespace graticule
