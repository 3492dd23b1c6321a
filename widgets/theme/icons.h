// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;
class QRectF;

namespace graticule {

/// Icons by their lucide name ("globe", "refresh-cw"), drawn in one colour of the theme. An icon never carries state; a
/// StateShape does. "logo" is Graticule's own mark. All: GUI thread. An unknown name draws nothing and warns.

/// An icon for buttons and actions: `colour` when usable, accent text when selected, TextDisabled when disabled.
QIcon themedIcon(const QString &name, const Theme &theme, Colour colour = Colour::Text2);

/// One picture, size x size, kept in QPixmapCache. At 18 and more the line is 1.5 px wide, below it thins to 1.2.
QPixmap iconPixmap(const QString &name, int size, qreal devicePixelRatio, const Theme &theme,
                   Colour colour = Colour::Text2);

/// Draws the picture centred in `box`, on whole device pixels.
void paintIcon(QPainter &painter, const QRectF &box, const QString &name, int size, const Theme &theme,
               Colour colour = Colour::Text2);

/// The program's icon for the window list.
QIcon applicationIcon();

} // namespace graticule
