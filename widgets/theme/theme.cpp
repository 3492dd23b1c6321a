// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/theme.h"

#include <QFile>

#include <algorithm>

// Outside the namespace, as Q_INIT_RESOURCE demands.
static void initThemeResource()
{
    Q_INIT_RESOURCE(graticule_theme);
}

namespace graticule {

namespace {

constexpr std::array styles{tokens::textStyle::body,  tokens::textStyle::bodyStrong, tokens::textStyle::small,
                            tokens::textStyle::label, tokens::textStyle::heading,    tokens::textStyle::title,
                            tokens::textStyle::kpi,   tokens::textStyle::cell,       tokens::textStyle::mono};

QFont makeFont(TextStyle style)
{
    const tokens::Font &wanted = styles[static_cast<std::size_t>(style)];
    QStringList families;
    if (style == TextStyle::Mono)
        families << QLatin1String(tokens::font::mono);
    for (const char *family : tokens::font::ui)
        families << QLatin1String(family);
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(wanted.px);
    font.setWeight(static_cast<QFont::Weight>(wanted.weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    if (style == TextStyle::Kpi)
        font.setLetterSpacing(QFont::AbsoluteSpacing, -0.2);
    return font;
}

} // namespace

struct Theme::Fonts
{
    std::array<QFont, styles.size()> byStyle;
};

Theme::Theme(Kind kind, Density density)
    : m_kind(kind)
    , m_density(density)
{
    auto fonts = std::make_shared<Fonts>();
    for (std::size_t i = 0; i < styles.size(); ++i)
        fonts->byStyle[i] = makeFont(static_cast<TextStyle>(i));
    m_fonts = fonts;
}

Theme::Kind Theme::kindOf(bool isDark, bool isHighContrast)
{
    if (isHighContrast)
        return isDark ? Kind::DarkContrast : Kind::LightContrast;
    return isDark ? Kind::Dark : Kind::Light;
}

QString Theme::name() const
{
    const QString name = isDark() ? QStringLiteral("dark") : QStringLiteral("light");
    return isHighContrast() ? name + QStringLiteral("-contrast") : name;
}

int Theme::rowHeight() const
{
    return m_density == Density::Comfortable ? tokens::size::rowComfort : tokens::size::row;
}

QColor Theme::colour(Colour role) const
{
    const auto table = [this]() -> const auto &
    {
        switch (m_kind) {
        case Kind::Light:
            return tokens::light;
        case Kind::DarkContrast:
            return tokens::darkContrast;
        case Kind::LightContrast:
            return tokens::lightContrast;
        case Kind::Dark:
            break;
        }
        return tokens::dark;
    };
    return QColor::fromRgb(table()[static_cast<std::size_t>(role)]);
}

QColor Theme::colour(Colour role, qreal opacity) const
{
    QColor out = colour(role);
    out.setAlphaF(static_cast<float>(opacity));
    return out;
}

QColor Theme::heat(int step) const
{
    const int first = static_cast<int>(Colour::Heat0);
    const int last = static_cast<int>(Colour::Heat5);
    return colour(static_cast<Colour>(std::clamp(first + step, first, last)));
}

const QFont &Theme::font(TextStyle style) const
{
    return m_fonts->byStyle[static_cast<std::size_t>(style)];
}

int Theme::lineHeight(TextStyle style) const
{
    return styles[static_cast<std::size_t>(style)].line;
}

QPalette Theme::palette() const
{
    const std::pair<QPalette::ColorRole, Colour> roles[] = {
        {QPalette::Window, Colour::Window},
        {QPalette::WindowText, Colour::Text},
        {QPalette::Base, Colour::Surface},
        {QPalette::AlternateBase, Colour::Surface},
        {QPalette::Text, Colour::Text},
        {QPalette::PlaceholderText, Colour::Text3},
        {QPalette::Button, Colour::Raised},
        {QPalette::ButtonText, Colour::Text},
        {QPalette::BrightText, Colour::Text},
        {QPalette::ToolTipBase, Colour::Raised},
        {QPalette::ToolTipText, Colour::Text},
        {QPalette::Highlight, Colour::Selected},
        {QPalette::HighlightedText, Colour::Text},
        {QPalette::Link, Colour::AccentText},
        {QPalette::LinkVisited, Colour::AccentText},
        {QPalette::Light, Colour::Hover},
        {QPalette::Midlight, Colour::Line},
        {QPalette::Mid, Colour::Line},
        {QPalette::Dark, Colour::LineStrong},
        {QPalette::Shadow, Colour::Sunken},
    };
    QPalette out;
    for (const auto &[role, colour_] : roles)
        out.setColor(role, colour(colour_));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        out.setColor(QPalette::Disabled, role, colour(Colour::TextDisabled));
    return out;
}

QString Theme::styleSheet() const
{
    initThemeResource();
    QFile file(QStringLiteral(":/graticule/style/%1.qss").arg(name()));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the style sheet %s is not in this build", qPrintable(file.fileName()));
    return QString::fromUtf8(file.readAll());
}

} // namespace graticule
