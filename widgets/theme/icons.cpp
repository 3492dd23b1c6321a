// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/icons.h"

#include "widgets/theme/keptpixmap.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <cmath>

static void initIconResource()
{
    Q_INIT_RESOURCE(graticule_theme);
}

namespace graticule {

namespace {

QByteArray recoloured(const QString &name, int size, const Theme &theme, Colour colour)
{
    initIconResource();
    QFile file(QStringLiteral(":/graticule/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("there is no icon named %s", qPrintable(name));
        return {};
    }
    QByteArray svg = file.readAll();
    const double stroke = (size >= 18 ? 36.0 : 28.0) / size; // in the 24 box: 1.5 px, or 1.17 px for small ones
    svg.replace("stroke-width=\"2\"", "stroke-width=\"" + QByteArray::number(stroke, 'f', 3) + "\"");
    svg.replace("currentColor", theme.colour(colour).name().toUtf8());
    svg.replace("accentColor", theme.colour(Colour::Accent).name().toUtf8());
    svg.replace("gapColor", theme.colour(Colour::Chrome).name().toUtf8());
    return svg;
}

class ThemedIconEngine : public QIconEngine
{
public:
    ThemedIconEngine(QString name, Theme theme, Colour colour)
        : m_name(std::move(name))
        , m_theme(std::move(theme))
        , m_colour(colour)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const int side = std::min(rect.width(), rect.height()); // in the middle of what is not square
        const QRect square(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side);
        painter->drawPixmap(square, draw(square.size(), mode, painter->device()->devicePixelRatioF()));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return draw(size, mode, 1); }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
        return draw(QSizeF(size) / scale, mode, scale); // until Qt 6.8 its callers gave device pixels
#else
        return draw(size, mode, scale);
#endif
    }

    QIconEngine *clone() const override
    {
        return new ThemedIconEngine(m_name, m_theme, m_colour);
    }

private:
    QPixmap draw(const QSizeF &size, QIcon::Mode mode, qreal ratio) const
    {
        const int side = static_cast<int>(std::round(std::min(size.width(), size.height())));
        return iconPixmap(m_name, side, ratio, m_theme, colourOf(mode));
    }
    Colour colourOf(QIcon::Mode mode) const
    {
        if (mode == QIcon::Disabled)
            return Colour::TextDisabled;
        return mode == QIcon::Selected ? Colour::AccentText : m_colour;
    }

    QString m_name;
    Theme m_theme;
    Colour m_colour;
};

} // namespace

QIcon themedIcon(const QString &name, const Theme &theme, Colour colour)
{
    return QIcon(new ThemedIconEngine(name, theme, colour));
}

QPixmap iconPixmap(const QString &name, int size, qreal devicePixelRatio, const Theme &theme, Colour colour)
{
    const QString key = QStringLiteral("icon/%1/%2/%3/%4/%5")
                            .arg(name, theme.name())
                            .arg(size)
                            .arg(devicePixelRatio)
                            .arg(static_cast<int>(colour));
    return keptPixmap(key, size, devicePixelRatio, [&](QPainter &painter) {
        const QByteArray svg = recoloured(name, size, theme, colour);
        if (!svg.isEmpty())
            QSvgRenderer(svg).render(&painter, QRectF(0, 0, size, size));
    });
}

void paintIcon(QPainter &painter, const QRectF &box, const QString &name, int size, const Theme &theme, Colour colour)
{
    const QPixmap pixmap = iconPixmap(name, size, painter.device()->devicePixelRatioF(), theme, colour);
    const QTransform device = painter.deviceTransform();
    const QPointF corner = device.map(box.center() - QPointF(size, size) / 2);
    painter.drawPixmap(device.inverted().map(QPointF(std::round(corner.x()), std::round(corner.y()))), pixmap);
}

QIcon applicationIcon()
{
    initIconResource();
    return QIcon(QStringLiteral(":/graticule/icons/app.svg"));
}

} // namespace graticule
