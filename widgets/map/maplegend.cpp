// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/maplegend.h"

#include "widgets/map/mapsprites.h"
#include "widgets/map/mapwidget.h"
#include "widgets/theme/stateshape.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace graticule {

namespace {

constexpr int Row = 20, Above = 4, Padding = 10, Shape = 13, AfterShape = 4, Between = 12;

struct Entry
{
    StateShape shape;
    QString text;
    bool inferred = false;
};

std::vector<Entry> entries()
{
    return {{StateShape::Healthy, MapLegend::tr("Healthy")},
            {StateShape::Degraded, MapLegend::tr("Degraded")},
            {StateShape::Down, MapLegend::tr("Down")},
            {StateShape::Unreachable, MapLegend::tr("Unreachable")},
            {StateShape::Maintenance, MapLegend::tr("Maintenance")},
            {StateShape::Unknown, MapLegend::tr("Unknown or stale")},
            //: What a mark with four ticks around it means
            {StateShape::Healthy, MapLegend::tr("Place inferred"), true}};
}

} // namespace

MapLegend::MapLegend(const MapWidget &map, QWidget *parent)
    : QWidget(parent)
    , m_map(map)
{
    connect(&map, &MapWidget::themeChanged, this, [this] {
        m_picture = {};
        updateGeometry();
        update();
    });
    speak();
}

void MapLegend::speak()
{
    QStringList words;
    for (const Entry &entry : entries()) {
        words << entry.text;
    }
    //: Accessible name of the map's legend; %1 is a list of states
    setAccessibleName(tr("Legend: %1").arg(words.join(QStringLiteral(", "))));
}

void MapLegend::setRoom(int width)
{
    if (width == m_room) {
        return;
    }
    m_room = width;
    m_picture = {};
    updateGeometry();
    update();
}

/// Where each entry begins, from the leading edge; the last point is the size of all.
std::vector<QPoint> MapLegend::places() const
{
    const QFontMetricsF metrics(m_map.theme().font(TextStyle::Small));
    const auto widthOf = [&](const Entry &entry) {
        return Shape + AfterShape + int(std::ceil(metrics.horizontalAdvance(entry.text)));
    };
    const std::vector<Entry> all = entries();
    int sum = 2 * Padding - Between;
    int widest = 0;
    for (const Entry &entry : all) {
        sum += widthOf(entry) + Between;
        widest = std::max(widest, widthOf(entry));
    }
    std::vector<QPoint> places;
    if (sum <= m_room) {
        QPoint at(Padding, Above);
        for (const Entry &entry : all) {
            places.push_back(at);
            at.rx() += widthOf(entry) + Between;
        }
        places.emplace_back(sum, Row + 2 * Above);
        return places;
    }
    // In columns of one width, as few rows as there can be, and these evenly filled.
    const int most = std::max(1, (m_room - 2 * Padding + Between) / (widest + Between));
    const int rows = (int(all.size()) + most - 1) / most;
    const int columns = (int(all.size()) + rows - 1) / rows;
    for (int i = 0; i < int(all.size()); ++i) {
        places.emplace_back(Padding + i % columns * (widest + Between), Above + i / columns * Row);
    }
    places.emplace_back(2 * Padding - Between + columns * (widest + Between), rows * Row + 2 * Above);
    return places;
}

QSize MapLegend::sizeHint() const
{
    const QPoint end = places().back();
    return {end.x(), end.y()};
}

QPixmap MapLegend::drawn() const
{
    QPixmap picture(size() * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_map.theme();
    painter.setPen(theme.colour(Colour::Line));
    painter.setBrush(theme.colour(Colour::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const QFont &font = theme.font(TextStyle::Small);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(theme.colour(Colour::Text2));
    const std::vector<QPoint> at = places();
    size_t next = 0;
    for (const Entry &entry : entries()) {
        const QPoint place = at[next++];
        const double middle = place.y() + Row / 2.0;
        const double text = std::ceil(metrics.horizontalAdvance(entry.text));
        const double start = layoutDirection() == Qt::RightToLeft ? width() - place.x() - Shape : place.x();
        paintStateShape(painter, QRectF(start, middle - Shape / 2.0, Shape, Shape), entry.shape, theme);
        if (entry.inferred) {
            MapSprites::paintInferred(painter, {start + Shape / 2.0, middle}, 4.5, 6.5, theme);
            painter.setPen(theme.colour(Colour::Text2));
        }
        const double words =
            layoutDirection() == Qt::RightToLeft ? start - AfterShape - text : start + Shape + AfterShape;
        painter.drawText(QPointF(words, middle + metrics.capHeight() / 2), entry.text);
    }
    return picture;
}

void MapLegend::paintEvent(QPaintEvent *)
{
    if (m_picture.deviceIndependentSize().toSize() != size() || m_picture.devicePixelRatio() != devicePixelRatioF()) {
        m_picture = drawn();
    }
    QPainter(this).drawPixmap(0, 0, m_picture);
}

void MapLegend::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::LanguageChange) {
        m_picture = {};
        speak();
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace graticule
