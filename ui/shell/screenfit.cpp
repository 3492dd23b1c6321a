// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screenfit.h"

#include <QWidget>

namespace graticule {

void fitInto(QWidget &window, const QSize &screen)
{
    window.setMinimumSize(window.minimumSize().boundedTo(screen));
    window.resize(window.size().boundedTo(screen));
}

} // namespace graticule
