// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace graticule {

/// Those of @p names that @p given may have meant: at most two letters apart, or beginning with it. Nearest first, at
/// most five.
QStringList nearMatches(const QString &given, const QStringList &names);

} // namespace graticule
