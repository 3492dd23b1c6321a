// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/themedwidget.h"

namespace graticule {

ThemedWidget::ThemedWidget(const ThemeSwitch &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
{
    connect(&themes, &ThemeSwitch::themeChanged, this, qOverload<>(&QWidget::update));
}

} // namespace graticule
