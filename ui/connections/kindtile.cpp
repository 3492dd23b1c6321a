// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/kindtile.h"

#include "widgets/theme/icons.h"
#include "widgets/theme/textpainting.h"

#include <QPainter>

namespace graticule {

namespace {

constexpr QSize kTile(84, 54);
constexpr int kIcon = 18;

QString iconOf(const QString &type)
{
    static const std::pair<QLatin1String, QLatin1String> kIcons[] = {
        {QLatin1String("docker"), QLatin1String("box")},
        {QLatin1String("grpc"), QLatin1String("arrow-left-right")},
        {QLatin1String("host"), QLatin1String("monitor")},
        {QLatin1String("lab"), QLatin1String("flask-conical")},
        {QLatin1String("kubernetes"), QLatin1String("layers")},
        {QLatin1String("patroni"), QLatin1String("database")},
        {QLatin1String("prometheus"), QLatin1String("activity")},
    };
    for (const auto &[name, icon] : kIcons) {
        if (type == name)
            return icon;
    }
    return QStringLiteral("plug");
}

} // namespace

KindTile::KindTile(const ThemeSwitch &themes, const QString &type, const QString &title, QWidget *parent)
    : QRadioButton(parent)
    , m_themes(themes)
    , m_icon(iconOf(type))
{
    setObjectName(QStringLiteral("kind:") + type);
    setText(title);
    setAccessibleName(title);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setProperty("focusRing", QStringLiteral("outside"));
    connect(&themes, &ThemeSwitch::themeChanged, this, qOverload<>(&QWidget::update));
}

QSize KindTile::sizeHint() const
{
    return kTile;
}

bool KindTile::hitButton(const QPoint &pos) const
{
    return rect().contains(pos);
}

void KindTile::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_themes.theme();
    QPainter painter(this);
    const bool isChosen = isChecked();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.colour(isChosen ? Colour::SelectedLine : Colour::Line), isChosen ? 2 : 1));
    painter.setBrush(theme.colour(isChosen ? Colour::Selected : underMouse() ? Colour::Hover : Colour::Surface));
    const double inset = isChosen ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), tokens::radius::control,
                            tokens::radius::control);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const Colour ink = !isEnabled() ? Colour::TextDisabled : isChosen ? Colour::Text : Colour::Text2;
    paintIcon(painter, QRectF(0, 8, width(), kIcon), m_icon, kIcon, theme, ink);
    const QRect words(3, 8 + kIcon + 4, width() - 6, 16);
    const int room = std::min(words.width(), textWidth(theme, TextStyle::Small, text()));
    paintText(painter, QRect(words.left() + (words.width() - room) / 2, words.top(), room, words.height()), text(),
              {.style = TextStyle::Small, .colour = ink}, theme);
}

} // namespace graticule
