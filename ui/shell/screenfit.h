// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

class QWidget;

namespace graticule {

/// Makes @p window no larger than @p screen: enlarged by the scale, the size it had, and even its least one, may be
/// more than there is.
void fitInto(QWidget &window, const QSize &screen);

} // namespace graticule
