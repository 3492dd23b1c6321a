// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/themeswitch.h"

#include <QApplication>
#include <QPixmapCache>

namespace graticule {

ThemeSwitch::ThemeSwitch(QApplication &application, Theme::Kind kind, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_theme(kind)
{
    // One base for all desktops: the style sheet covers what we use, Fusion the rest.
    m_application.setStyle(QStringLiteral("Fusion"));
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
    m_application.setPalette(m_theme.palette());
    m_application.setFont(m_theme.font(TextStyle::Body));
    m_application.setStyleSheet(m_theme.styleSheet());
}

} // namespace graticule
