// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/sidepanel.h"

#include "widgets/basic/insets.h"

#include <QPainter>

namespace graticule {

SidePanel::SidePanel(const ThemeSwitch &themes, bool floats, QWidget *parent)
    : ThemedWidget(themes, parent)
    , m_floats(floats)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setContentsMargins(insets(*this, 1, 0, 0, 0));
}

void SidePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().colour(Colour::Surface));
    const int x = layoutDirection() == Qt::RightToLeft ? width() - 1 : 0;
    painter.fillRect(QRect(x, 0, 1, height()), theme().colour(m_floats ? Colour::LineStrong : Colour::Line));
}

} // namespace graticule
