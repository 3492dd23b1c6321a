// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/themeswitch.h"

#include <QWidget>

namespace graticule {

/// Base of the widgets that paint themselves: knows the theme of now and is painted anew when it changes.
class ThemedWidget : public QWidget
{
    Q_OBJECT

public:
    /// `themes` outlives every widget.
    explicit ThemedWidget(const ThemeSwitch &themes, QWidget *parent = nullptr);

protected:
    const Theme &theme() const { return m_themes.theme(); }
    const ThemeSwitch &themes() const { return m_themes; }

private:
    const ThemeSwitch &m_themes;
};

} // namespace graticule
