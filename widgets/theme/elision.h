// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFontMetricsF;

namespace graticule {

/// As much of @p text as has @p room. With Qt::ElideMiddle, which is for names that begin or end alike, what stands
/// before the first dot stays whole while there is room for it: names of machines differ there,
/// "ip-10-0-3-17.eu-west-1.compute.internal", and cut in the middle of it all two may look the same.
QString elided(const QString &text, const QFontMetricsF &metrics, Qt::TextElideMode mode, qreal room);

} // namespace graticule
