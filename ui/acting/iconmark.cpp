// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/acting/iconmark.h"

#include "widgets/theme/icons.h"

#include <QPainter>

namespace graticule {

IconMark::IconMark(const ThemeSwitch &themes, const QString &icon, QWidget *parent)
    : ThemedWidget(themes, parent)
    , m_icon(icon)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintIcon(painter, rect(), m_icon, tokens::size::iconSmall, theme(), Colour::Text3);
}

} // namespace graticule
