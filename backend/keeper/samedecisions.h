// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"
#include "backend/domain/sameservice.h"

#include <QList>

namespace graticule {

/// What people said of services that look like the same, as a file has it: decisions <-> JSON. Pure.
struct SameDecisions
{
    static constexpr qint64 kLargest = 10'000'000; ///< bytes
    static constexpr qsizetype kMost = 10'000;

    static QByteArray toJson(const QList<SameDecision> &decisions);
    /// Invalid: not whole, or more than is kept.
    static Result<QList<SameDecision>> fromJson(const QByteArray &json);
};

} // namespace graticule
