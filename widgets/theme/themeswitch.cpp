// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/themeswitch.h"

#include "widgets/theme/consolestyle.h"

#include <QApplication>
#include <QPixmapCache>

namespace graticule {

ThemeSwitch::ThemeSwitch(QApplication &application, Theme::Kind kind, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_theme(kind)
{
    m_application.setStyle(m_style = new ConsoleStyle(m_theme)); // the application owns it from here on
    dress();
}

void ThemeSwitch::use(Theme::Kind kind, Theme::Density density)
{
    const bool isRecoloured = kind != m_theme.kind();
    if (!isRecoloured && density == m_theme.density())
        return;
    m_theme = Theme(kind, density);
    if (isRecoloured) {
        QPixmapCache::clear(); // shapes and icons of the other look
        dress();
    }
    Q_EMIT themeChanged(m_theme);
}

void ThemeSwitch::toggle()
{
    use(Theme::kindOf(!m_theme.isDark(), m_theme.isHighContrast()));
}

void ThemeSwitch::dress()
{
    // Given another style sheet, Qt 6.4 polishes each widget once for every widget that it stands in. Taken away and
    // put on again, each is polished twice.
    m_application.setStyleSheet({});
    m_style->setTheme(m_theme);
    m_application.setPalette(m_theme.palette());
    m_application.setFont(m_theme.font(TextStyle::Body));
    m_application.setStyleSheet(m_theme.styleSheet());
}

} // namespace graticule
