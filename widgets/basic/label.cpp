// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/label.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace graticule {

Label::Label(const ThemeSwitch &themes, const TextLook &look, QWidget *parent)
    : ThemedWidget(themes, parent)
    , m_look(look)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Label::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Label::setLook(const TextLook &look)
{
    m_look = look;
    updateGeometry();
    update();
}

QSize Label::sizeHint() const
{
    return {textWidth(theme(), m_look.style, m_text), theme().lineHeight(m_look.style)};
}

QSize Label::minimumSizeHint() const
{
    const int least = m_look.elide == Qt::ElideNone ? sizeHint().width() : 0;
    return {least, theme().lineHeight(m_look.style)};
}

bool Label::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && sizeHint().width() > width()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), m_text, this);
        return true;
    }
    return ThemedWidget::event(event);
}

void Label::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintText(painter, rect(), m_text, m_look, theme());
}

} // namespace graticule
