// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/site/statemark.h"

#include <QPainter>

namespace graticule {

StateMark::StateMark(const ThemeSwitch &themes, int size, QWidget *parent)
    : ThemedWidget(themes, parent)
    , m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateMark::setState(StateShape shape, const QString &name)
{
    if (shape == m_shape && name == accessibleName())
        return;
    m_shape = shape;
    setAccessibleName(name);
    setToolTip(name);
    update();
}

void StateMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintStateShape(painter, rect(), m_shape, theme());
}

} // namespace graticule
