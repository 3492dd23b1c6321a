// SPDX-License-Identifier: GPL-3.0-or-later
// How a HeatMap is painted.
#include "widgets/heatmap/heatmap.h"
#include "widgets/theme/textpainting.h"

#include <QPainter>

#include <cmath>

namespace graticule {

namespace {

constexpr int kGroupHead = 18;
constexpr int kLeastForNames = 11; ///< a cell's side below which names would run into each other
constexpr int kLeastForGroup = 40;

} // namespace

void HeatMap::paintEvent(QPaintEvent *)
{
    if (m_rasterRatio != devicePixelRatioF()) {
        const bool isOther = m_rasterRatio != 0;
        m_rasterRatio = devicePixelRatioF();
        m_raster.setLook(theme(), m_rasterRatio);
        m_isDirty = true;
        if (isOther)
            relayout();
    }
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme().colour(Colour::Surface));
    if (m_matrix.isEmpty())
        return;
    painter.setLayoutDirection(layoutDirection());
    paintCells(painter);
    paintRowHeads(painter);
    paintColumnHeads(painter);
    paintGroups(painter);
    paintFrames(painter);
}

void HeatMap::paintCells(QPainter &painter)
{
    const qreal ratio = devicePixelRatioF();
    const QSize fine = (QSizeF(body().size()) * ratio).toSize();
    if (fine.isEmpty())
        return;
    if (m_image.size() != fine) {
        m_image = QImage(fine, QImage::Format_RGB32);
        m_isDirty = true;
    }
    if (m_isDirty) {
        m_image.setDevicePixelRatio(1);
        m_raster.paint(m_image, m_matrix, m_scale, m_rows, m_columns, (QPointF(scrolled()) * ratio).toPoint());
        m_image.setDevicePixelRatio(ratio);
        m_isDirty = false;
    }
    painter.drawImage(body().topLeft(), m_image);
}

TextStyle HeatMap::headStyle(bool isCurrent) const
{
    return isCurrent ? TextStyle::BodyStrong : TextStyle::Small;
}

Colour HeatMap::headColour(const HeatHeads &heads, int index, bool isCurrent) const
{
    const Tone tone = size_t(index) < heads.tones.size() ? heads.tones[size_t(index)] : Tone::Normal;
    return tone != Tone::Normal ? textColour(tone) : isCurrent ? Colour::Text : Colour::Text2;
}

void HeatMap::paintRowHeads(QPainter &painter)
{
    const QRect column = isMirrored() ? QRect(body().right() + 1, body().top(), m_rowHeads, body().height())
                                      : QRect(0, body().top(), m_rowHeads, body().height());
    painter.save();
    painter.setClipRect(column.adjusted(0, -6, 0, 0));
    const QRect shown = shownCells();
    const bool hasNames = m_rows.cell() >= kLeastForNames * devicePixelRatioF();
    for (int row = shown.top(); row <= shown.bottom(); ++row) {
        const bool isCurrent = row == m_current.y();
        // Where there is no room for all, the one that is looked at is named.
        if (!hasNames && !isCurrent && (m_current.y() >= 0 || row != m_hovered.y()))
            continue;
        const QRect cell = cellRect(row, 0);
        paintText(painter, QRect(column.left() + 6, cell.center().y() - 8, column.width() - 14, 17),
                  m_matrix.rows.names[row],
                  {.style = headStyle(isCurrent),
                   .colour = headColour(m_matrix.rows, row, isCurrent),
                   .alignment = Qt::AlignRight},
                  theme());
    }
    painter.restore();
}

void HeatMap::paintColumnHeads(QPainter &painter)
{
    painter.save();
    painter.setClipRect(QRect(body().left() - 4, 0, body().width() + 8, m_columnHeads));
    const QRect shown = shownCells();
    const bool hasNames = m_columns.cell() >= kLeastForNames * devicePixelRatioF();
    for (int column = shown.left(); column <= shown.right(); ++column) {
        const bool isCurrent = column == m_current.x();
        if (!hasNames && !isCurrent && (m_current.x() >= 0 || column != m_hovered.x()))
            continue;
        // Turned by a quarter: what is its left end stands at the cells.
        painter.save();
        painter.translate(QRectF(cellRect(0, column)).center().x(), m_columnHeads - 6);
        painter.rotate(-90);
        painter.setLayoutDirection(Qt::LeftToRight);
        paintText(painter, QRect(0, -8, m_columnHeads - kGroupHead - 8, 17), m_matrix.columns.names[column],
                  {.style = headStyle(isCurrent), .colour = headColour(m_matrix.columns, column, isCurrent)}, theme());
        painter.restore();
    }
    painter.restore();
}

void HeatMap::paintGroups(QPainter &painter)
{
    painter.save();
    painter.setClipRect(QRect(body().left(), 0, body().width(), m_columnHeads));
    int first = 0;
    for (const HeatGroup &group : m_matrix.columns.groups) {
        if (group.count <= 0)
            continue;
        const QRect ends = cellRect(0, first) | cellRect(0, first + group.count - 1);
        first += group.count;
        painter.fillRect(QRect(ends.left(), kGroupHead - 1, ends.width(), 1), theme().colour(Colour::LineStrong));
        // A few letters of a name help nobody.
        if (ends.width() >= std::min(kLeastForGroup, textWidth(theme(), TextStyle::Label, group.name)))
            paintText(painter, QRect(ends.left(), 0, ends.width(), kGroupHead - 2), group.name,
                      {.style = TextStyle::Label, .colour = Colour::Text3, .alignment = Qt::AlignHCenter}, theme());
    }
    painter.restore();
}

void HeatMap::paintFrames(QPainter &painter)
{
    painter.setClipRect(body().adjusted(-2, -2, 0, 0));
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto frame = [&](const QPoint &cell, Colour colour, double width) {
        if (cell.x() < 0)
            return;
        const double out = width / 2;
        QPen pen(theme().colour(colour), width);
        pen.setJoinStyle(Qt::MiterJoin);
        painter.setPen(pen);
        painter.drawRect(QRectF(cellRect(cell.y(), cell.x())).adjusted(-out, -out, out, out));
    };
    if (m_hovered != m_current)
        frame(m_hovered, Colour::Text2, 1);
    frame(m_current, Colour::Accent, 2);
}

} // namespace graticule
