// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QRect>
#include <QString>

class QPainter;

namespace graticule {

/// How one line of text is drawn.
struct TextLook
{
    TextStyle style = TextStyle::Body;
    Colour colour = Colour::Text;
    Qt::Alignment alignment = Qt::AlignLeft; ///< leading side; mirrored by the painter's layout direction
    Qt::TextElideMode elide = Qt::ElideRight;
};

/// Width that `text` needs, pixels, rounded up.
int textWidth(const Theme &theme, TextStyle style, const QString &text);

/// Where the letters stand in a line of `height`, from its top: capitals and digits are in the middle of it. (Fonts
/// disagree about how much room above them is theirs.)
int baseline(const Theme &theme, TextStyle style, int height);

/// One line, centred vertically in `box`, cut with an ellipsis where it does not fit.
void paintText(QPainter &painter, const QRect &box, const QString &text, const TextLook &look, const Theme &theme);

/// The painter's layout direction; the application's when it was not told one.
Qt::LayoutDirection directionOf(const QPainter &painter);

/// Hands out the parts of a line from its leading and trailing end, mirrored for right-to-left.
class LineLayout
{
public:
    LineLayout(const QRect &line, Qt::LayoutDirection direction);

    QRect takeLeading(int width, int gapAfter = 0);
    QRect takeTrailing(int width, int gapBefore = 0);
    /// What is left between the two; never of negative width.
    QRect rest() const;

private:
    QRect visual(int left, int width) const;

    QRect m_line;
    Qt::LayoutDirection m_direction;
    int m_left;  // first free pixel, in left-to-right terms
    int m_right; // one past the last free pixel
};

} // namespace graticule
