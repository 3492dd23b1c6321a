// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/themeswitch.h"

#include <QAccessible>
#include <QWidget>

namespace graticule {

/// Base of the widgets that paint themselves: knows the theme of now and is painted anew when it changes.
///
/// To assistive tools it is a static text, or a group when it has children, unless it says another role; its text is
/// accessibleName().
class ThemedWidget : public QWidget
{
    Q_OBJECT

public:
    /// `themes` outlives every widget.
    explicit ThemedWidget(const ThemeSwitch &themes, QWidget *parent = nullptr);

    QAccessible::Role accessibleRole() const { return m_role; }

protected:
    void setAccessibleRole(QAccessible::Role role) { m_role = role; }
    const Theme &theme() const { return m_themes.theme(); }
    const ThemeSwitch &themes() const { return m_themes; }

private:
    const ThemeSwitch &m_themes;
    QAccessible::Role m_role = QAccessible::StaticText;
};

} // namespace graticule
