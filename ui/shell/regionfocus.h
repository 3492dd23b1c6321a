// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace graticule {

/// Moves the focus from the one of @p regions that has it to the one that is @p step after it, round and round; past
/// those in which nothing can have it.
void focusRegion(const QList<QWidget *> &regions, int step);

} // namespace graticule
