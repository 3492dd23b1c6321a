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

void ThemeSwitch::use(Theme::Kind kind)
{
    if (kind == m_theme.kind())
        return;
    m_theme = Theme(kind);
    QPixmapCache::clear(); // shapes and icons of the other look
    dress();
    Q_EMIT themeChanged(m_theme);
}

void ThemeSwitch::toggle()
{
    use(m_theme.kind() == Theme::Kind::Dark ? Theme::Kind::Light : Theme::Kind::Dark);
}

void ThemeSwitch::dress()
{
    m_style->setTheme(m_theme);
    m_application.setPalette(m_theme.palette());
    m_application.setFont(m_theme.font(TextStyle::Body));
    m_application.setStyleSheet(m_theme.styleSheet());
}

} // namespace graticule
