// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/emphasised.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <cmath>

namespace graticule {

namespace {

/// Lays one line out.
void lay(QTextLayout &layout, const PaletteParts::Parts &parts, TextStyle style, const QColor *emphasis,
         const Theme &theme)
{
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.setFont(theme.font(style));
    layout.setCacheEnabled(true);
    QList<QTextLayout::FormatRange> ranges;
    for (const auto &[start, length] : parts) {
        QTextLayout::FormatRange range;
        range.start = start;
        range.length = std::min(length, int(layout.text().size()) - start);
        if (range.length <= 0)
            continue;
        range.format.setFontWeight(QFont::Bold);
        if (emphasis)
            range.format.setForeground(*emphasis);
        ranges.append(range);
    }
    layout.setFormats(ranges);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
}

} // namespace

int emphasisedWidth(const QString &text, const PaletteParts::Parts &parts, TextStyle style, const Theme &theme)
{
    if (text.isEmpty())
        return 0;
    QTextLayout layout(text);
    lay(layout, parts, style, nullptr, theme);
    return int(std::ceil(layout.lineAt(0).naturalTextWidth()));
}

void paintEmphasised(QPainter &painter, const QRect &box, const QString &text, const PaletteParts::Parts &parts,
                     const TextLook &look, Colour emphasis, const Theme &theme)
{
    if (text.isEmpty() || box.width() <= 0)
        return;
    const QColor strong = theme.colour(emphasis);
    QString shown = text;
    if (emphasisedWidth(text, parts, look.style, theme) > box.width())
        shown = QFontMetricsF(theme.font(look.style)).elidedText(text, look.elide, box.width() - 8);
    QTextLayout layout(shown);
    lay(layout, parts, look.style, &strong, theme);
    const Qt::Alignment alignment = QStyle::visualAlignment(directionOf(painter), look.alignment);
    const QTextLine line = layout.lineAt(0);
    qreal x = box.left();
    if (alignment & Qt::AlignRight)
        x += box.width() - line.naturalTextWidth();
    painter.setPen(theme.colour(look.colour));
    layout.draw(&painter, QPointF(x, box.top() + baseline(theme, look.style, box.height()) - line.ascent()));
}

} // namespace graticule
