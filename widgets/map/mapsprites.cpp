// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapsprites.h"

#include "widgets/map/maptally.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace graticule {

namespace {

constexpr double WidestLabel = 180;
constexpr qsizetype MostMarks = 4'000, MostWidths = 20'000; // then they are drawn and measured anew

enum class Kind : quint64 { Cluster = 1, Site, Badge, Prominent, Level };

quint64 keyOf(Kind kind, MapMark mark, quint64 more)
{
    return (quint64(kind) << 60) | (quint64(mark.state) << 52) | (quint64(mark.stale) << 51) | more;
}

/// "9", "417", "1 204", "12k": what fits into a circle.
QString countText(int count)
{
    if (count > 9'999) {
        return QStringLiteral("%1k").arg(count / 1000);
    }
    const QString digits = QString::number(count);
    return count > 999 ? digits.left(digits.size() - 3) + QChar(0x202f) + digits.right(3) : digits;
}

/// Draws `text` centred on a point. `size`: pixels; a fraction is reached by scaling, since QFont takes none.
void drawCentred(QPainter &painter, QPointF centre, const QString &text, QFont font, double size)
{
    font.setPixelSize(22);
    const double scale = size / 22;
    const QFontMetricsF metrics(font);
    painter.save();
    painter.translate(centre);
    painter.scale(scale, scale);
    painter.setFont(font);
    painter.drawText(QPointF(-metrics.horizontalAdvance(text) / 2, metrics.capHeight() / 2), text);
    painter.restore();
}

} // namespace

void MapSprites::setLook(const Theme &theme, double pixelRatio)
{
    if (m_theme == theme && m_ratio == pixelRatio) {
        return;
    }
    m_theme = theme;
    m_ratio = pixelRatio;
    m_marks.clear();
    m_texts.clear();
    m_widths.clear();
}

/// A picture of at least `size`; `paint` draws in logical pixels around the middle.
template<class Draw> QPixmap MapSprites::draw(QSizeF size, Draw paint) const
{
    const auto even = [this](double length) { return 2 * int(std::ceil(length * m_ratio / 2)); };
    QPixmap picture(even(size.width()), even(size.height()));
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(picture.width() / 2.0, picture.height() / 2.0);
    painter.scale(m_ratio, m_ratio);
    paint(painter);
    return picture;
}

QPixmap MapSprites::drawCluster(int count, double radius, MapMark worst) const
{
    const bool well = isWell(worst);
    const double side = 2 * radius + 3;
    return draw({side, side}, [&](QPainter &painter) {
        QPen ring(m_theme.colour(lineColourOf(worst)), well ? 1 : 1.5);
        if (worst.state == MapState::Unknown || worst.stale) {
            ring.setDashPattern({3 / ring.widthF(), 2.4 / ring.widthF()});
            ring.setCapStyle(Qt::FlatCap);
        }
        painter.setPen(ring);
        painter.setBrush(m_theme.colour(Colour::Raised));
        painter.drawEllipse(QPointF(), radius, radius);
        painter.setPen(m_theme.colour(well ? Colour::Text2 : Colour::Text));
        QFont font = m_theme.font(TextStyle::Body);
        font.setWeight(well ? QFont::Normal : QFont::Medium);
        drawCentred(painter, {}, countText(count), font, count > 999 ? 9.5 : count > 99 ? 10.5 : 11);
    });
}

QPixmap MapSprites::drawSite(MapMark mark, bool inferred) const
{
    return draw({20, 20}, [&](QPainter &painter) {
        const bool well = isWell(mark);
        painter.setPen(Qt::NoPen);
        if (well) {
            painter.setPen(QPen(m_theme.colour(Colour::LineStrong), 1));
        }
        painter.setBrush(m_theme.colour(well ? Colour::Raised : Colour::Ocean));
        painter.drawEllipse(QPointF(), well ? 6 : 8.5, well ? 6 : 8.5);
        const double side = well ? 12 : 14;
        paintStateShape(painter, QRectF(-side / 2, -side / 2, side, side), shapeOf(mark), m_theme);
        if (inferred) {
            paintInferred(painter, {}, 7, 10, m_theme);
        }
    });
}

void MapSprites::paintLevel(QPainter &painter, QPointF middle, const LevelLook &look, const Theme &theme)
{
    constexpr double track = 2.6;
    const bool isKnown = look.share >= 0;
    const auto colourOf = [](double share) {
        return share >= MapLevels::kCriticalAt ? Colour::Critical
               : share >= MapLevels::kWarnAt   ? Colour::MediumLine
                                               : Colour::Text2;
    };
    QPen rim(theme.colour(isKnown ? Colour::LineStrong : Colour::Unknown), isKnown ? track : 1);
    if (!isKnown) {
        rim.setDashPattern({3, 2.4});
        rim.setCapStyle(Qt::FlatCap);
    }
    painter.setPen(rim);
    painter.setBrush(theme.colour(Colour::Raised));
    painter.drawEllipse(middle, look.radius, look.radius);
    const QRectF ring(middle - QPointF(look.radius, look.radius), QSizeF(2 * look.radius, 2 * look.radius));
    const auto arc = [&](double from, double to, double width, double share) {
        QPen pen(theme.colour(look.stale ? Colour::Text3 : colourOf(share)), width, Qt::SolidLine, Qt::FlatCap);
        if (look.stale) {
            pen.setDashPattern({0.9, 0.7});
        }
        painter.setPen(pen);
        painter.drawArc(ring, int(std::lround(16 * (90 - 360 * from))), -int(std::lround(16 * 360 * (to - from))));
    };
    if (isKnown) {
        arc(0, std::min(look.share, 1.0), track, look.share);
    }
    if (look.fullest >= 0) {
        const double at = std::min(look.fullest, 1.0);
        arc(at - 0.02, at + 0.02, track + 3, look.fullest);
    }
    const bool hasRoom = look.radius >= 9;
    if (!isKnown || hasRoom) {
        painter.setPen(theme.colour(isKnown && !look.stale ? Colour::Text : Colour::Text3));
        drawCentred(painter, middle, isKnown ? QString::number(std::lround(look.share * 100)) : QStringLiteral("?"),
                    theme.font(TextStyle::Body), hasRoom ? 10 : 9);
    }
}

QPixmap MapSprites::level(const MapLevel &level, bool isCluster, double radius)
{
    const auto steps = [](double share) { return std::clamp(int(std::lround(share * 100)), 0, 999); };
    const int share = level.share() ? steps(*level.share()) : -1;
    const int fullest = isCluster && level.fullest >= 0 ? steps(level.fullest) : -1;
    const auto tenths = quint64(std::lround(radius * 10));
    const quint64 key =
        (quint64(share + 1) << 32) | (quint64(fullest + 1) << 16) | tenths | (quint64(level.stale) << 48);
    return keptMark(keyOf(Kind::Level, {}, key), [&] {
        const double side = 2 * radius + 7;
        return draw({side, side}, [&](QPainter &painter) {
            paintLevel(painter, {},
                       {.share = share / 100.0,
                        .fullest = fullest / 100.0,
                        .radius = radius,
                        .stale = level.stale && share >= 0},
                       m_theme);
        });
    });
}

void MapSprites::paintInferred(QPainter &painter, QPointF middle, double inner, double outer, const Theme &theme)
{
    painter.setPen(QPen(theme.colour(Colour::Text3), 1.4, Qt::SolidLine, Qt::FlatCap));
    for (const QPointF way : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)}) {
        painter.drawLine(middle + inner * way, middle + outer * way);
    }
}

QPixmap MapSprites::drawProminent(MapMark mark) const
{
    return draw({46, 46}, [&](QPainter &painter) {
        const Colour line = lineColourOf(mark);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.colour(line, 0.35), 1));
        painter.drawEllipse(QPointF(), 22, 22);
        painter.setPen(QPen(m_theme.colour(line, 0.75), 1.6));
        painter.drawEllipse(QPointF(), 15, 15);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(Colour::Surface));
        painter.drawEllipse(QPointF(), 10, 10);
        paintStateShape(painter, QRectF(-8, -8, 16, 16), shapeOf(mark), m_theme);
    });
}

template<class Draw> QPixmap MapSprites::keptMark(quint64 key, Draw draw)
{
    if (const auto found = m_marks.constFind(key); found != m_marks.cend()) {
        return *found;
    }
    if (m_marks.size() > MostMarks) {
        m_marks.clear();
    }
    return *m_marks.insert(key, draw());
}

template<class Draw> QPixmap MapSprites::keptText(const QString &key, Draw draw)
{
    if (const QPixmap *found = m_texts.object(key)) {
        return *found;
    }
    const QPixmap picture = draw();
    m_texts.insert(key, new QPixmap(picture));
    return picture;
}

QPixmap MapSprites::cluster(int count, double radius, MapMark worst)
{
    return keptMark(keyOf(Kind::Cluster, worst, quint64(count)), [&] { return drawCluster(count, radius, worst); });
}

QPixmap MapSprites::site(MapMark mark, bool inferred)
{
    return keptMark(keyOf(Kind::Site, mark, inferred), [&] { return drawSite(mark, inferred); });
}

QPixmap MapSprites::prominent(MapMark mark)
{
    return keptMark(keyOf(Kind::Prominent, mark, 0), [&] { return drawProminent(mark); });
}

QPixmap MapSprites::badge(MapMark worst)
{
    return keptMark(keyOf(Kind::Badge, worst, 0), [&] {
        return draw({16, 16}, [&](QPainter &painter) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.colour(Colour::Ocean));
            painter.drawEllipse(QPointF(), BadgeRadius, BadgeRadius);
            paintStateShape(painter, QRectF(-6, -6, 12, 12), shapeOf(worst), m_theme);
        });
    });
}

double MapSprites::labelWidth(const QString &text, bool strong)
{
    if (m_widths.size() > MostWidths) {
        m_widths.clear();
    }
    double &width = m_widths[(strong ? u'b' : u'n') + text];
    if (width == 0) {
        QFont font = m_theme.font(TextStyle::Label);
        font.setWeight(strong ? QFont::Medium : QFont::Normal);
        width = std::min(WidestLabel, std::ceil(QFontMetricsF(font).horizontalAdvance(text)));
    }
    return width;
}

QPixmap MapSprites::drawLabel(const QString &text, bool strong) const
{
    QFont font = m_theme.font(TextStyle::Label);
    font.setWeight(strong ? QFont::Medium : QFont::Normal);
    const QFontMetricsF metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, WidestLabel);
    const double width = std::ceil(metrics.horizontalAdvance(shown));
    QTextLayout layout(shown, font);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    const QList<QGlyphRun> runs = layout.glyphRuns();
    return draw({width + 2 * Halo, LabelHeight + 2 * Halo}, [&](QPainter &painter) {
        const QPointF corner(-width / 2, LabelHeight / 2 - 2.6 - line.ascent());
        const auto put = [&](QPointF offset) {
            for (const QGlyphRun &run : runs) {
                painter.drawGlyphRun(corner + offset, run);
            }
        };
        // The halo is the text itself, put down all around: twenty times cheaper than stroking its outline.
        painter.setPen(m_theme.colour(Colour::Ocean));
        for (const double reach : {0.7, 1.4}) {
            for (int i = 0; i < 8; ++i) {
                put(reach * QPointF(std::cos(i * std::numbers::pi / 4), std::sin(i * std::numbers::pi / 4)));
            }
        }
        painter.setPen(m_theme.colour(strong ? Colour::Text : Colour::Text2));
        put({});
    });
}

QPixmap MapSprites::label(const QString &text, bool strong)
{
    return keptText((strong ? u'b' : u'n') + text, [&] { return drawLabel(text, strong); });
}

QSizeF MapSprites::valueSize(const QString &text) const
{
    return {std::ceil(QFontMetricsF(m_theme.font(TextStyle::Label)).horizontalAdvance(text)) + 13, 20};
}

QPixmap MapSprites::drawValue(const QString &text, MapSeverity severity) const
{
    static constexpr Colour colours[] = {Colour::LineStrong, Colour::MediumLine, Colour::HighLine, Colour::Critical};
    const QSizeF size = valueSize(text);
    return draw(size, [&](QPainter &painter) {
        painter.setPen(QPen(m_theme.colour(colours[size_t(severity)]), 1));
        painter.setBrush(m_theme.colour(Colour::Surface));
        const QRectF box(QPointF(-size.width() / 2, -size.height() / 2), size);
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setPen(m_theme.colour(Colour::Text));
        drawCentred(painter, {}, text, m_theme.font(TextStyle::Label), 11.5);
    });
}

QPixmap MapSprites::value(const QString &text, MapSeverity severity)
{
    return keptText(QChar(u'0' + int(severity)) + text, [&] { return drawValue(text, severity); });
}

QSizeF MapSprites::calloutSize(const QString &title, const QString &detail) const
{
    const double first = QFontMetricsF(m_theme.font(TextStyle::BodyStrong)).horizontalAdvance(title);
    const double second = QFontMetricsF(m_theme.font(TextStyle::Small)).horizontalAdvance(detail);
    return {std::ceil(std::clamp(std::max(first, second), 60.0, 320.0)) + 22, detail.isEmpty() ? 26.0 : 40.0};
}

QPixmap MapSprites::drawCallout(const QString &title, const QString &detail, MapMark mark) const
{
    const QSizeF size = calloutSize(title, detail);
    return draw(size, [&](QPainter &painter) {
        const QRectF box(QPointF(-size.width() / 2, -size.height() / 2), size);
        painter.setPen(QPen(m_theme.colour(lineColourOf(mark)), 1));
        painter.setBrush(m_theme.colour(Colour::Raised));
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        const auto line = [&](TextStyle style, Colour colour, double baseline, const QString &text) {
            const QFontMetricsF metrics(m_theme.font(style));
            painter.setFont(m_theme.font(style));
            painter.setPen(m_theme.colour(colour));
            painter.drawText(box.topLeft() + QPointF(11, baseline),
                             metrics.elidedText(text, Qt::ElideRight, size.width() - 21));
        };
        line(TextStyle::BodyStrong, Colour::Text, 17, title);
        line(TextStyle::Small, Colour::Text2, 32, detail);
    });
}

QPixmap MapSprites::callout(const QString &title, const QString &detail, MapMark mark)
{
    const QString state = QStringLiteral("%1%2").arg(int(mark.state)).arg(int(mark.stale));
    return keptText(u'c' + state + title + u'\n' + detail, [&] { return drawCallout(title, detail, mark); });
}

} // namespace graticule
