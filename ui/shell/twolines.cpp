// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/twolines.h"

#include <QPainter>

#include <algorithm>

namespace graticule {

namespace {

constexpr int kBadge = 24;
constexpr int kGap = 8;
constexpr int kLine = 15;

/// "Inês Duarte" -> "ID", "root" -> "R".
QString initials(const QString &name)
{
    QString letters;
    bool isStart = true;
    for (const QChar c : name) {
        if (isStart && c.isLetter() && letters.size() < 2)
            letters += c.toUpper();
        isStart = !c.isLetterOrNumber();
    }
    return letters;
}

} // namespace

TwoLines::TwoLines(const ThemeSwitch &themes, Qt::Alignment alignment, bool badge, QWidget *parent)
    : ThemedWidget(themes, parent)
    , m_alignment(alignment)
    , m_hasBadge(badge)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void TwoLines::setLines(const QString &first, const QString &second, const QString &accessible)
{
    if (first == m_first && second == m_second)
        return;
    m_first = first;
    m_second = second;
    setAccessibleName(accessible);
    setToolTip(accessible);
    const int before = m_widest;
    if (widest() != before) // as many letters may need another width
        updateGeometry();
    update();
}

int TwoLines::widest() const
{
    const int width = std::max(m_texts.width(theme(), TextStyle::BodyStrong, m_first),
                               m_texts.width(theme(), TextStyle::Label, m_second));
    m_widest = std::max(m_widest, width);
    return m_widest;
}

QSize TwoLines::sizeHint() const
{
    return {widest() + (m_hasBadge ? kBadge + kGap : 0), 2 * kLine};
}

void TwoLines::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    LineLayout line(rect(), layoutDirection());
    if (m_hasBadge)
        paintBadge(painter, line.takeLeading(kBadge, kGap));
    const QRect box = line.rest();
    const QRect upper(box.left(), box.center().y() - kLine + 1, box.width(), kLine);
    m_texts.paint(painter, upper, m_first, {.style = TextStyle::BodyStrong, .alignment = m_alignment}, theme());
    m_texts.paint(painter, upper.translated(0, kLine), m_second,
                  {.style = TextStyle::Label, .colour = Colour::Text3, .alignment = m_alignment}, theme());
}

void TwoLines::paintBadge(QPainter &painter, const QRect &box) const
{
    const QRectF circle(box.left() + 0.5, box.center().y() - kBadge / 2 + 0.5, kBadge - 1, kBadge - 1);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().colour(Colour::LineStrong));
    painter.setBrush(theme().colour(Colour::Raised));
    painter.drawEllipse(circle);
    m_texts.paint(painter, circle.toAlignedRect(), initials(m_first),
                  {.style = TextStyle::Label, .colour = Colour::Text2, .alignment = Qt::AlignHCenter}, theme());
}

} // namespace graticule
