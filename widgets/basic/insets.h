// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMargins>
#include <QWidget>

namespace graticule {

/// Margins of a layout whose sides differ: Qt does not mirror those. As the window runs when this is called.
inline QMargins insets(const QWidget &widget, int leading, int top, int trailing, int bottom)
{
    return widget.layoutDirection() == Qt::RightToLeft ? QMargins(trailing, top, leading, bottom)
                                                       : QMargins(leading, top, trailing, bottom);
}

} // namespace graticule
