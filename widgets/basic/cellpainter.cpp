// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/cellpainter.h"

#include "widgets/basic/chip.h"
#include "widgets/basic/skeletonrows.h"
#include "widgets/theme/icons.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace graticule {

namespace {

using namespace celllayout;

constexpr qsizetype kMetersKept = 1024;
constexpr int kShareSteps = 8; ///< of a pixel: finer is not seen
constexpr int kMeterHeight = 8;
constexpr int kTick = 14;
constexpr int kTickIcon = 12;

} // namespace

void CellPainter::use(const QPainter &painter, const Theme &theme)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    if (ratio == m_ratio && theme.kind() == m_kind)
        return;
    m_ratio = ratio;
    m_kind = theme.kind();
    m_shapes.clear();
    m_meters.clear();
    m_ticks = {};
}

QPixmap CellPainter::canvas(const QSize &size) const
{
    QPixmap pixmap((QSizeF(size) * m_ratio).toSize());
    pixmap.setDevicePixelRatio(m_ratio);
    pixmap.fill(Qt::transparent);
    return pixmap;
}

void CellPainter::stamp(QPainter &painter, const QPointF &corner, const QPixmap &pixmap)
{
    const QTransform device = painter.deviceTransform();
    const QPointF at = device.map(corner) + QPointF(0.5, 0.5);
    const QPointF whole(std::floor(at.x()), std::floor(at.y())); // also where a row begins above the view
    if (device.type() <= QTransform::TxTranslate)
        painter.drawPixmap(whole - QPointF(device.dx(), device.dy()), pixmap);
    else
        painter.drawPixmap(device.inverted().map(whole), pixmap);
}

void CellPainter::paintShape(QPainter &painter, const QRect &box, StateShape shape, const Theme &theme)
{
    const int side = std::min(box.width(), box.height());
    if (side <= 0)
        return;
    QPixmap &pixmap = m_shapes[{int(shape), side}];
    if (pixmap.isNull()) {
        pixmap = canvas({side, side});
        QPainter shapePainter(&pixmap);
        paintStateShape(shapePainter, QRectF(0, 0, side, side), shape, theme);
    }
    stamp(painter, QRectF(box).center() - QPointF(side, side) / 2, pixmap);
}

void CellPainter::paintMeter(QPainter &painter, const QRect &box, const MeterLevel &level, const Theme &theme)
{
    if (level.mark) {
        graticule::paintMeter(painter, box, level, theme);
        return;
    }
    MeterKey key{box.width(), -1, 0, level.stale, directionOf(painter) == Qt::RightToLeft};
    MeterLevel drawn = level;
    if (level.value) {
        const double steps = double(box.width()) * kShareSteps;
        key.share = int(std::lround(std::clamp(*level.value, 0.0, 1.0) * steps));
        key.level = *level.value >= level.criticalAt ? 2 : *level.value >= level.warnAt ? 1 : 0;
        drawn = {.value = key.share / steps, .mark = {}, .stale = level.stale, .warnAt = 2, .criticalAt = 2};
        if (key.level > 0)
            (key.level == 2 ? drawn.criticalAt : drawn.warnAt) = -1;
    }
    if (m_meters.size() >= kMetersKept)
        m_meters.clear();
    QPixmap &pixmap = m_meters[key];
    const int lift = (box.height() - kMeterHeight + 1) / 2;
    if (pixmap.isNull()) {
        pixmap = canvas({box.width(), kMeterHeight});
        QPainter meterPainter(&pixmap);
        meterPainter.setLayoutDirection(directionOf(painter));
        graticule::paintMeter(meterPainter, QRect(0, 0, box.width(), kMeterHeight), drawn, theme);
    }
    stamp(painter, QPointF(box.left(), box.top() + lift), pixmap);
}

void CellPainter::paintCounts(QPainter &painter, LineLayout line, const CellContent &cell, const Theme &theme)
{
    for (const auto &[shape, count] : cell.counts) {
        const int width = m_texts.width(theme, TextStyle::Small, count);
        if (line.rest().width() < countShape + 4 + width)
            return; // a half-cut number would be a wrong one
        paintShape(painter, line.takeLeading(countShape, 4), shape, theme);
        m_texts.paint(painter, line.takeLeading(width, countGap), count,
                      {.style = TextStyle::Small, .elide = Qt::ElideNone}, theme);
    }
}

void CellPainter::paintMeterCell(QPainter &painter, LineLayout line, const CellContent &cell, const Theme &theme)
{
    // Words instead of a figure: there is no level to draw, and they need the room.
    const TextLook look{.style = TextStyle::Small, .colour = textColour(cell.tone)};
    if (!cell.meter->value && m_texts.width(theme, look.style, cell.text) > meterText) {
        m_texts.paint(painter, line.rest(), cell.text, look, theme);
        return;
    }
    const int bar = std::clamp(line.rest().width() - meterText - gap, meterLeast, meterWidest);
    paintMeter(painter, line.takeLeading(bar, gap), *cell.meter, theme);
    m_texts.paint(painter, line.rest(), cell.text, look, theme);
}

void CellPainter::paint(QPainter &painter, const QRect &box, const CellContent &cell, const Theme &theme)
{
    use(painter, theme);
    if (cell.loading)
        return paintSkeletonBar(painter, box, box.width() * 7 / 10, theme);
    LineLayout line(box, painter.layoutDirection());
    if (!cell.counts.isEmpty())
        return paintCounts(painter, line, cell, theme);
    if (cell.meter)
        return paintMeterCell(painter, line, cell, theme);
    if (cell.symbol)
        paintShape(painter, line.takeLeading(tokens::size::shapeTable, tokens::space::s), *cell.symbol, theme);
    TextLook look{.style = cell.textStyle(), .colour = textColour(cell.tone)};
    if (cell.strong)
        look.elide = Qt::ElideMiddle; // names of many things begin alike
    if (cell.numeric)
        look.alignment = Qt::AlignRight;
    if (!cell.badge.isEmpty()) {
        const int chip = chipSize(cell.badge, theme).width();
        const int room = std::max(0, line.rest().width() - chip - gap);
        const int wanted = m_texts.width(theme, look.style, cell.text);
        m_texts.paint(painter, line.takeLeading(std::min(room, wanted), gap), cell.text, look, theme);
        return paintChip(painter, line.rest(), cell.badge, cell.badgeTone, theme);
    }
    m_texts.paint(painter, line.rest(), cell.text, look, theme);
}

void CellPainter::paintTick(QPainter &painter, const QRect &box, bool isTicked, const Theme &theme)
{
    use(painter, theme);
    // From its corner: the middle of a box that begins above the view is rounded the other way.
    const QRect square(box.left() + (box.width() - kTick) / 2, box.top() + (box.height() - kTick) / 2, kTick, kTick);
    QPixmap &pixmap = m_ticks[isTicked ? 1 : 0];
    if (pixmap.isNull()) {
        pixmap = canvas(square.size());
        QPainter tick(&pixmap);
        tick.setRenderHint(QPainter::Antialiasing);
        tick.setPen(theme.colour(isTicked ? Colour::Accent : Colour::LineStrong));
        tick.setBrush(isTicked ? QBrush(theme.colour(Colour::Accent)) : QBrush());
        tick.drawRoundedRect(QRectF(0.5, 0.5, kTick - 1, kTick - 1), 3, 3);
        if (isTicked)
            paintIcon(tick, QRect(QPoint(), square.size()), QStringLiteral("check"), kTickIcon, theme,
                      Colour::OnAccent);
    }
    stamp(painter, square.topLeft(), pixmap);
}

} // namespace graticule
