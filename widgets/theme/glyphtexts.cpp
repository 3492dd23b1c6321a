// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/glyphtexts.h"

#include "widgets/theme/elision.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace graticule {

namespace {

/// What a layout of lines would take for the end of one.
bool hasControl(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar unit) {
        return unit < u' ' || unit == QChar::LineSeparator || unit == QChar::ParagraphSeparator;
    });
}

} // namespace

void GlyphTexts::paint(QPainter &painter, const QRect &box, const QString &text, const TextLook &look,
                       const Theme &theme)
{
    if (text.isEmpty() || box.width() <= 0)
        return;
    if (hasControl(text)) {
        paintText(painter, box, text, look, theme);
        return;
    }
    const Glyphs *glyphs = &find({text, look.style, kWhole}, theme, look.elide);
    if (look.elide != Qt::ElideNone && glyphs->width > box.width() + 0.5)
        glyphs = &find({text, look.style, box.width()}, theme, look.elide);
    const Qt::Alignment alignment = QStyle::visualAlignment(directionOf(painter), look.alignment);
    qreal x = box.left();
    if (alignment & Qt::AlignRight)
        x += box.width() - glyphs->width;
    else if (alignment & Qt::AlignHCenter)
        x += (box.width() - glyphs->width) / 2;
    painter.setPen(theme.colour(look.colour));
    const QPointF from(x, box.top() + baseline(theme, look.style, box.height()));
    for (const QGlyphRun &run : glyphs->runs)
        painter.drawGlyphRun(from, run);
}

int GlyphTexts::width(const Theme &theme, TextStyle style, const QString &text)
{
    return hasControl(text) ? textWidth(theme, style, text)
                            : static_cast<int>(std::ceil(find({text, style, kWhole}, theme, Qt::ElideNone).width));
}

const GlyphTexts::Glyphs &GlyphTexts::find(const Key &key, const Theme &theme, Qt::TextElideMode elide)
{
    if (const auto found = m_now.constFind(key); found != m_now.cend())
        return *found;
    if (m_now.size() >= m_many) {
        m_before = std::move(m_now);
        m_now = {};
    }
    if (const auto found = m_before.find(key); found != m_before.end())
        return *m_now.insert(key, *found);
    const QFont &font = theme.font(key.style);
    if (key.room == kWhole)
        return *m_now.insert(key, shaped(key.text, font));
    return *m_now.insert(key, shaped(elided(key.text, QFontMetricsF(font), elide, key.room + 0.5), font));
}

GlyphTexts::Glyphs GlyphTexts::shaped(const QString &text, const QFont &font)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    Glyphs glyphs;
    if (!line.isValid())
        return glyphs;
    glyphs.width = line.horizontalAdvance();
    glyphs.runs = layout.glyphRuns();
    for (QGlyphRun &run : glyphs.runs) {
        QList<QPointF> places = run.positions();
        for (QPointF &place : places)
            place.ry() -= line.ascent();
        run.setPositions(places);
    }
    return glyphs;
}

} // namespace graticule
