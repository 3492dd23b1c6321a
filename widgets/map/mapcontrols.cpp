// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapcontrols.h"

#include "widgets/map/mapwidget.h"
#include "widgets/theme/icons.h"

#include <QPainter>

namespace graticule {

namespace {

constexpr int Side = 28;
constexpr double Radius = 6;

} // namespace

MapButton::MapButton(const MapWidget &map, const QString &icon, QWidget *parent)
    : QToolButton(parent)
    , m_map(map)
    , m_icon(icon)
{
    setFixedSize(Side, Side);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

void MapButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_map.theme();
    if (isEnabled() && (isDown() || underMouse())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(isDown() ? Colour::Pressed : Colour::Hover));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Radius - 1, Radius - 1);
    }
    paintIcon(painter, rect(), m_icon, m_icon == QStringLiteral("maximize-2") ? 14 : 16, theme,
              isEnabled() ? Colour::Text2 : Colour::TextDisabled);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.colour(Colour::Focus), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), Radius - 2, Radius - 2);
    }
}

MapControls::MapControls(MapWidget &map, QWidget *parent)
    : QWidget(parent)
    , m_map(map)
    , m_closer(add(QStringLiteral("plus"), tr("Zoom in"), QStringLiteral("+")))
    , m_further(add(QStringLiteral("minus"), tr("Zoom out"), QStringLiteral("−")))
    , m_home(add(QStringLiteral("maximize-2"), tr("Show the whole world"), tr("Home", "the key")))
{
    setFixedSize(sizeHint());
    setAccessibleName(tr("Map view"));
    m_closer->setAutoRepeat(true);
    m_further->setAutoRepeat(true);
    const auto middle = [this] { return QRectF(m_map.rect()).center(); };
    connect(m_closer, &MapButton::clicked, &map, [this, middle] { m_map.navigator().zoomBySteps(1, middle()); });
    connect(m_further, &MapButton::clicked, &map, [this, middle] { m_map.navigator().zoomBySteps(-1, middle()); });
    connect(m_home, &MapButton::clicked, &map, [this] { m_map.navigator().goHome(); });
    connect(&map.navigator(), &MapNavigator::targetChanged, this, &MapControls::followCamera);
    connect(&map, &MapWidget::themeChanged, this, qOverload<>(&QWidget::update));
    followCamera();
}

MapButton *MapControls::add(const QString &icon, const QString &name, const QString &keys)
{
    auto *button = new MapButton(m_map, icon, this);
    button->move(1, 1 + (Side + 1) * (int(findChildren<MapButton *>().size()) - 1));
    button->setAccessibleName(name);
    //: Tooltip of a button: what it does, and its key
    button->setToolTip(tr("%1 (%2)").arg(name, keys));
    return button;
}

QSize MapControls::sizeHint() const
{
    return {Side + 2, 3 * Side + 4};
}

void MapControls::followCamera()
{
    const MapCamera &target = m_map.navigator().target();
    m_closer->setEnabled(target.scale() < 0.999 * MapCamera::LargestScale);
    m_further->setEnabled(target.scale() > 1.001 * MapCamera::smallestScale(target.view()));
}

void MapControls::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_map.theme().colour(Colour::LineStrong));
    painter.setBrush(m_map.theme().colour(Colour::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Radius, Radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const int line : {1 + Side, 2 + 2 * Side}) {
        painter.fillRect(1, line, width() - 2, 1, m_map.theme().colour(Colour::Line));
    }
}

} // namespace graticule
