// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/maplegend.h"

#include "widgets/map/maparcs.h"
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

constexpr int WideShape = 22; // of a line

} // namespace

struct MapLegend::Entry
{
    enum class Kind { State, Line, Level };

    QString text;
    Kind kind = Kind::State;
    StateShape shape = StateShape::Healthy;
    bool inferred = false;
    MapSeverity severity = MapSeverity::None;
    MapLength length = MapLength::Plain;
    double share = -1; ///< of a level; < 0: not known

    int width() const { return kind == Kind::Line ? WideShape : Shape; }
};

std::vector<MapLegend::Entry> MapLegend::entries() const
{
    std::vector<Entry> all;
    const auto line = [&all](const QString &text, MapSeverity severity, MapLength length) {
        all.push_back({.text = text, .kind = Entry::Kind::Line, .severity = severity, .length = length});
    };
    const auto level = [&all](const QString &text, double share) {
        all.push_back({.text = text, .kind = Entry::Kind::Level, .share = share});
    };
    switch (m_map.layer()) {
    case MapLayer::Latency:
        for (qsizetype i = 0; i < std::min<qsizetype>(4, m_lengthWords.size()); ++i) {
            line(m_lengthWords[i], MapSeverity::None, MapLength(int(MapLength::Short) + i));
        }
        line(tr("Above usual"), MapSeverity::Medium, MapLength::Plain);
        line(tr("Above limit"), MapSeverity::High, MapLength::Plain);
        line(tr("Cut"), MapSeverity::Critical, MapLength::Plain);
        line(tr("Not measured"), MapSeverity::None, MapLength::Unmeasured);
        return all;
    case MapLayer::Capacity:
        //: How much of its processors a site uses: what the arc around a mark says
        level(tr("CPU used"), 0.4);
        level(tr("80 % or more"), MapLevels::kWarnAt + 0.05);
        level(tr("92 % or more"), 0.97);
        level(tr("Not known"), -1);
        all.push_back({.text = tr("Degraded"), .shape = StateShape::Degraded});
        all.push_back({.text = tr("Down"), .shape = StateShape::Down});
        all.push_back({.text = tr("Unreachable"), .shape = StateShape::Unreachable});
        all.push_back({.text = tr("Unknown or stale"), .shape = StateShape::Unknown});
        return all;
    case MapLayer::State:
        break;
    }
    for (const auto &[shape, text] : {std::pair(StateShape::Healthy, tr("Healthy")),
                                      {StateShape::Degraded, tr("Degraded")},
                                      {StateShape::Down, tr("Down")},
                                      {StateShape::Unreachable, tr("Unreachable")},
                                      {StateShape::Maintenance, tr("Maintenance")},
                                      {StateShape::Unknown, tr("Unknown or stale")}}) {
        all.push_back({.text = text, .shape = shape});
    }
    //: What a mark with four ticks around it means
    all.push_back({.text = tr("Place inferred"), .inferred = true});
    return all;
}

MapLegend::MapLegend(const MapWidget &map, QWidget *parent)
    : QWidget(parent)
    , m_map(map)
{
    connect(&map, &MapWidget::themeChanged, this, &MapLegend::renew);
    connect(&map, &MapWidget::layerChanged, this, [this] {
        renew();
        speak();
    });
    speak();
}

void MapLegend::setLengthWords(const QStringList &words)
{
    m_lengthWords = words;
    renew();
    speak();
}

void MapLegend::renew()
{
    m_picture = {};
    updateGeometry();
    update();
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
    renew();
}

/// Where each entry begins, from the leading edge; the last point is the size of all.
std::vector<QPoint> MapLegend::places() const
{
    const QFontMetricsF metrics(m_map.theme().font(TextStyle::Small));
    const auto widthOf = [&](const Entry &entry) {
        return entry.width() + AfterShape + int(std::ceil(metrics.horizontalAdvance(entry.text)));
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

void MapLegend::paintSample(QPainter &painter, const QRectF &box, const Entry &entry, const Theme &theme)
{
    switch (entry.kind) {
    case Entry::Kind::State:
        paintStateShape(painter, box, entry.shape, theme);
        if (entry.inferred) {
            MapSprites::paintInferred(painter, box.center(), 4.5, 6.5, theme);
        }
        return;
    case Entry::Kind::Line: {
        const double width = arcWidth(entry.severity, entry.length);
        QPen pen(theme.colour(arcColour(entry.severity, entry.length)), width, Qt::SolidLine, Qt::FlatCap);
        if (entry.severity == MapSeverity::Critical) {
            pen.setDashPattern({2 / width, 4 / width});
        } else if (entry.severity == MapSeverity::None && entry.length == MapLength::Unmeasured) {
            pen.setDashPattern({6 / width, 5 / width});
        }
        painter.setPen(pen);
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
        return;
    }
    case Entry::Kind::Level:
        MapSprites::paintLevel(painter, box.center(), {.share = entry.share, .radius = Shape / 2.0 - 1}, theme);
        return;
    }
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
        const int wide = entry.width();
        const double start = layoutDirection() == Qt::RightToLeft ? width() - place.x() - wide : place.x();
        paintSample(painter, QRectF(start, middle - Shape / 2.0, wide, Shape), entry, theme);
        painter.setPen(theme.colour(Colour::Text2));
        const double words =
            layoutDirection() == Qt::RightToLeft ? start - AfterShape - text : start + wide + AfterShape;
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
        speak();
        renew();
    }
    QWidget::changeEvent(event);
}

} // namespace graticule
