// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QStringList>

namespace graticule::bench {

/// The map's phases: load, pan, zoom, churn, hit, select. `updates` may be empty: no churn. `picture`: where the home
/// view is saved, empty for nowhere. `only`: names of phases; empty: all. Loading is always done.
void benchMap(const QString &fleet, const QString &updates, QSize size, const QString &picture,
              const QStringList &only);

} // namespace graticule::bench
