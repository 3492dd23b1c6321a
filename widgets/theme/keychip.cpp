// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/keychip.h"

#include "widgets/theme/textpainting.h"

#include <QPainter>

#include <algorithm>

namespace graticule {

namespace {

constexpr int chipHeight = 16;

} // namespace

QString keyChipText(const QKeySequence &keys)
{
    QString text = keys.toString(QKeySequence::NativeText);
    text.replace(QLatin1String("Return"), QStringLiteral("↵"));
    text.replace(QLatin1String("Enter"), QStringLiteral("↵"));
    // "Ctrl++" keeps its last plus
    for (qsizetype at = text.indexOf(u'+'); at > 0 && at < text.size() - 1; at = text.indexOf(u'+', at + 1))
        text[at] = u' ';
    return text;
}

QSize keyChipSize(const QString &text, const Theme &theme)
{
    return {std::max(16, textWidth(theme, TextStyle::Label, text) + 10), chipHeight};
}

void paintKeyChip(QPainter &painter, const QRect &box, const QString &text, const Theme &theme, Colour colour,
                  qreal opacity)
{
    QRect chip(QPoint(), keyChipSize(text, theme));
    chip.moveCenter(box.center());
    painter.save();
    painter.setOpacity(painter.opacity() * opacity);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme.colour(colour == Colour::Text3 ? Colour::LineStrong : colour));
    painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    paintText(painter, chip, text,
              {.style = TextStyle::Label, .colour = colour, .alignment = Qt::AlignHCenter, .elide = Qt::ElideNone},
              theme);
    painter.restore();
}

} // namespace graticule
