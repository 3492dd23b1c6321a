// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap/heatraster.h"

#include "widgets/theme/hatch.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>
#include <cstring>

namespace graticule {

namespace {

constexpr int kHatchTile = 8; ///< logical px; the hatch repeats so
constexpr int kCross = 5;
constexpr int kTiny = 7; ///< cells below this show no crosses

QRgb *pixels(QImage &image, int y)
{
    return reinterpret_cast<QRgb *>(image.scanLine(y));
}

} // namespace

void HeatRaster::setLook(const Theme &theme, qreal devicePixelRatio)
{
    m_ratio = devicePixelRatio;
    const auto rgb = [&](Colour colour) { return theme.colour(colour).rgb(); };
    for (int step = 0; step < 6; ++step) {
        m_ramp[size_t(step)] = theme.heat(step).rgb();
        m_rampInk[size_t(step)] = rgb(step < 4 ? Colour::Text2 : Colour::Text);
    }
    m_ground = rgb(Colour::Surface);
    m_line = rgb(Colour::LineStrong);
    m_medium = rgb(Colour::Medium);
    m_onMedium = rgb(Colour::OnMedium);
    m_high = rgb(Colour::High);
    m_onHigh = rgb(Colour::OnHigh);
    m_tint = rgb(Colour::CriticalTint);
    m_critical = rgb(Colour::Critical);
    m_stale = rgb(Colour::LineStrong);

    const int tile = int(std::lround(kHatchTile * m_ratio));
    m_hatch = QImage(tile, tile, QImage::Format_RGB32);
    QPainter painter(&m_hatch);
    painter.scale(m_ratio, m_ratio);
    painter.fillRect(QRectF(0, 0, kHatchTile, kHatchTile), hatchBrush(theme));
    painter.end();

    QFont font = theme.font(TextStyle::Cell);
    font.setPixelSize(int(std::lround(font.pixelSize() * m_ratio)));
    drawLetters(font, m_plain);
    font.setWeight(QFont::DemiBold);
    drawLetters(font, m_strong);
}

void HeatRaster::drawLetters(const QFont &font, Letters &letters)
{
    const QFontMetricsF metrics(font);
    m_capHeight = int(std::lround(metrics.capHeight()));
    m_ascent = int(std::ceil(metrics.ascent()));
    m_letterHeight = m_ascent + int(std::ceil(metrics.descent()));
    for (size_t i = 0; kLetters[i] != 0; ++i) {
        const QString letter{QLatin1Char(kLetters[i])};
        letters.widths[i] = metrics.horizontalAdvance(letter);
        for (int phase = 0; phase < kPhases; ++phase) {
            QImage drawn(int(std::ceil(letters.widths[i])) + 2, m_letterHeight, QImage::Format_ARGB32_Premultiplied);
            drawn.fill(Qt::transparent);
            QPainter painter(&drawn);
            painter.setFont(font);
            painter.drawText(QPointF(double(phase) / kPhases, m_ascent), letter);
            painter.end();
            Mask &mask = letters.masks[i][size_t(phase)];
            mask.size = drawn.size();
            mask.cover.clear();
            for (int y = 0; y < drawn.height(); ++y) {
                for (int x = 0; x < drawn.width(); ++x)
                    mask.cover.push_back(uchar(qAlpha(pixels(drawn, y)[x])));
            }
        }
    }
}

bool HeatRaster::hasNumbers(const HeatLayout &rows, const HeatLayout &columns) const
{
    return columns.cell() >= kWideForNumbers * m_ratio && rows.cell() >= kTallForNumbers * m_ratio;
}

QRgb HeatRaster::groundOf(const HeatCell &cell, const HeatScale &scale, bool isTiny) const
{
    switch (cell.kind) {
    case HeatKind::Value:
        return m_ramp[size_t(scale.stepOf(cell.value))];
    case HeatKind::Medium:
        return m_medium;
    case HeatKind::High:
        return m_high;
    case HeatKind::NoAnswer:
        return isTiny ? m_critical : m_tint; // without the cross, a tint alone would be overlooked
    case HeatKind::Stale:
    case HeatKind::Empty:
    case HeatKind::Self:
        break;
    }
    return m_ground;
}

void HeatRaster::paint(QImage &image, const HeatMatrix &matrix, const HeatScale &scale, const HeatLayout &rows,
                       const HeatLayout &columns, const QPoint &scroll) const
{
    const int width = image.width(), height = image.height();
    const auto [firstRow, endRow] = rows.between(scroll.y(), scroll.y() + height);
    const auto [firstColumn, endColumn] = columns.between(scroll.x(), scroll.x() + width);
    const bool numbers = hasNumbers(rows, columns);
    const bool isTiny = std::min(rows.cell(), columns.cell()) < kTiny * m_ratio;
    int painted = 0; // rows of pixels that are done
    const auto ground = [&](int end) {
        for (end = std::min(end, height); painted < end; ++painted)
            std::fill_n(pixels(image, painted), width, m_ground);
    };
    std::vector<int> details;
    for (int row = firstRow; row < endRow; ++row) {
        const int top = rows.begin(row) - scroll.y();
        const int first = std::max(0, top), end = std::min(height, top + rows.inner(row));
        ground(first);
        if (first >= end)
            continue;
        QRgb *line = pixels(image, first);
        std::fill_n(line, width, m_ground);
        details.clear();
        const HeatCell *cells = matrix.cells.data() + size_t(row) * size_t(matrix.columns.count());
        for (int column = firstColumn; column < endColumn; ++column) {
            const HeatCell &cell = cells[column];
            const int left = columns.begin(column) - scroll.x();
            const int from = std::max(0, left), to = std::min(width, left + columns.inner(column));
            std::fill(line + from, line + std::max(from, to), groundOf(cell, scale, isTiny));
            if (cell.kind == HeatKind::Stale || (!isTiny && (cell.kind > HeatKind::Stale || numbers)))
                details.push_back(column);
        }
        for (int y = first + 1; y < end; ++y)
            std::memcpy(pixels(image, y), line, size_t(width) * sizeof(QRgb));
        painted = end;
        for (const int column : details)
            paintDetail(image, QRect(columns.begin(column) - scroll.x(), top, columns.inner(column), rows.inner(row)),
                        cells[column], scale, numbers);
    }
    ground(height);
}

void HeatRaster::paintDetail(QImage &image, const QRect &box, const HeatCell &cell, const HeatScale &scale,
                             bool numbers) const
{
    switch (cell.kind) {
    case HeatKind::Stale:
        return paintHatch(image, box);
    case HeatKind::NoAnswer:
        return paintCross(image, box);
    case HeatKind::Self: {
        const int wide = int(6 * m_ratio);
        const QRect dash(box.center().x() - wide / 2 + 1, box.center().y(), wide, std::max(1, int(m_ratio)));
        const QRect seen = dash & image.rect();
        for (int y = seen.top(); y <= seen.bottom(); ++y)
            std::fill_n(pixels(image, y) + seen.left(), seen.width(), m_line);
        return;
    }
    case HeatKind::Value:
        if (numbers)
            paintText(image, box, scale.textOf(cell.value), m_plain, m_rampInk[size_t(scale.stepOf(cell.value))]);
        return;
    case HeatKind::Medium:
    case HeatKind::High:
        if (numbers)
            paintText(image, box, scale.textOf(cell.value), m_strong,
                      cell.kind == HeatKind::High ? m_onHigh : m_onMedium);
        return;
    case HeatKind::Empty:
        return;
    }
}

void HeatRaster::paintHatch(QImage &image, const QRect &box) const
{
    const QRect seen = box & image.rect();
    for (int y = seen.top(); y <= seen.bottom(); ++y) {
        const auto *tile = reinterpret_cast<const QRgb *>(m_hatch.constScanLine((y - box.top()) % m_hatch.height()));
        for (int x = seen.left(); x <= seen.right(); ++x)
            pixels(image, y)[x] = box.width() < m_hatch.width() / 2 && (x + y) % 2 == 0
                                      ? m_stale // a cell of a few pixels: every second of them
                                      : tile[(x - box.left()) % m_hatch.width()];
    }
}

void HeatRaster::paintCross(QImage &image, const QRect &box) const
{
    const int side = int(std::lround(kCross * m_ratio));
    const QPoint corner(box.left() + (box.width() - side) / 2, box.top() + (box.height() - side) / 2);
    Mask dot{{2, 1}, {200, 90}};
    for (int i = 0; i < side; ++i) {
        blend(image, corner + QPoint(i, i), dot, m_critical);
        blend(image, corner + QPoint(side - 1 - i, i), dot, m_critical);
    }
}

void HeatRaster::paintText(QImage &image, const QRect &box, const QByteArray &text, const Letters &letters,
                           QRgb colour) const
{
    const auto indexOf = [](char letter) {
        const char *found = std::strchr(kLetters, letter);
        return found && letter != 0 ? size_t(found - kLetters) : size_t(15);
    };
    double wide = 0;
    for (const char letter : text)
        wide += letters.widths[indexOf(letter)];
    double x = box.left() + (box.width() - wide) / 2;
    const int top = box.top() + (box.height() + m_capHeight + 1) / 2 - m_ascent;
    for (const char letter : text) {
        const size_t index = indexOf(letter);
        const int steps = int(std::floor(x * kPhases + 0.5));
        const int whole = steps >= 0 ? steps / kPhases : -((kPhases - 1 - steps) / kPhases);
        blend(image, QPoint(whole, top), letters.masks[index][size_t(steps - whole * kPhases)], colour);
        x += letters.widths[index];
    }
}

void HeatRaster::blend(QImage &image, const QPoint &corner, const Mask &mask, QRgb colour)
{
    const QRect seen = QRect(corner, mask.size) & image.rect();
    for (int y = seen.top(); y <= seen.bottom(); ++y) {
        const uchar *cover = mask.cover.data() + size_t(y - corner.y()) * size_t(mask.size.width());
        QRgb *line = pixels(image, y);
        for (int x = seen.left(); x <= seen.right(); ++x) {
            const uint share = cover[x - corner.x()];
            if (share == 0)
                continue;
            const auto mix = [share](int a, int b) { return (a * int(share) + b * int(255 - share) + 127) / 255; };
            line[x] = qRgb(mix(qRed(colour), qRed(line[x])), mix(qGreen(colour), qGreen(line[x])),
                           mix(qBlue(colour), qBlue(line[x])));
        }
    }
}

} // namespace graticule
