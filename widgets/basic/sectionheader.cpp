// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/sectionheader.h"

#include "widgets/basic/chip.h"
#include "widgets/theme/textpainting.h"

#include <QPainter>

#include <algorithm>

namespace graticule {

SectionHeader::SectionHeader(const ThemeSwitch &themes, const QString &title, Size size, QWidget *parent)
    : ThemedWidget(themes, parent)
    , m_title(title)
    , m_size(size)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleRole(QAccessible::Heading);
    describe();
}

void SectionHeader::setTitle(const QString &title)
{
    m_title = title;
    describe();
}

void SectionHeader::setCount(const QString &count)
{
    m_count = count;
    describe();
}

void SectionHeader::setNote(const QString &note)
{
    m_note = note;
    describe();
}

void SectionHeader::describe()
{
    QStringList words{m_title, m_count, m_note};
    words.removeAll(QString());
    setAccessibleName(words.join(QStringLiteral(", ")));
    update();
}

QSize SectionHeader::sizeHint() const
{
    return {200, m_size == Size::Panel ? 44 : tokens::size::row};
}

void SectionHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &look = theme();
    const bool panel = m_size == Size::Panel;
    const int margin = panel ? 14 : 0;
    if (panel)
        painter.fillRect(QRect(0, height() - 1, width(), 1), look.colour(Colour::Line));
    LineLayout line(rect().adjusted(margin, 0, -margin, 0), layoutDirection());
    if (!m_note.isEmpty()) {
        const int wanted = textWidth(look, TextStyle::Small, m_note);
        paintText(painter, line.takeTrailing(std::min(wanted, width() / 2), tokens::space::s), m_note,
                  {.style = TextStyle::Small, .colour = Colour::Text3, .alignment = Qt::AlignRight}, look);
    }
    const TextLook title{.style = panel ? TextStyle::Heading : TextStyle::Label,
                         .colour = panel ? Colour::Text : Colour::Text3};
    const int badge = m_count.isEmpty() ? 0 : badgeSize(m_count, look).width() + tokens::space::s;
    const int titleWidth = std::min(textWidth(look, title.style, m_title), line.rest().width() - badge);
    paintText(painter, line.takeLeading(titleWidth, tokens::space::s), m_title, title, look);
    if (!m_count.isEmpty())
        paintBadge(painter, line.takeLeading(badgeSize(m_count, look).width()), m_count, look);
}

} // namespace graticule
