// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/rulepreview.h"
#include "models/format.h"

#include <QCoreApplication>

namespace graticule {

/// Connections that still go by what held before, as the screen says it.
class WaitingText
{
    Q_DECLARE_TR_FUNCTIONS(graticule::WaitingText)

public:
    /// "Still as before, until what is done through them has ended: fra since 09:12:03 (Drain n1, and 2 more)"; empty:
    /// there are none.
    static QString of(const QList<WaitingConnection> &waiting, Instant now);
    /// "fra, iad"
    static QString names(const QList<WaitingConnection> &waiting);
};

} // namespace graticule
