// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/smoothline.h"

#include <algorithm>
#include <cmath>

namespace graticule {

namespace {

/// `under` with so much of `over` on top: part 0 to 256.
QRgb blend(QRgb under, QRgb over, unsigned part)
{
    const unsigned rest = 256 - part;
    const unsigned redBlue = ((under & 0xff00ff) * rest + (over & 0xff00ff) * part) >> 8;
    const unsigned green = ((under & 0x00ff00) * rest + (over & 0x00ff00) * part) >> 8;
    return 0xff000000 | (redBlue & 0xff00ff) | (green & 0x00ff00);
}

/// The image as columns of pixels along the line's longer axis.
struct Canvas
{
    QRgb *pixels;
    qsizetype alongStep, acrossStep; // in pixels
    int length, breadth;
};

void paintColumns(const Canvas &canvas, QPointF a, QPointF b, QRgb colour, double width)
{
    if (a.x() > b.x()) {
        std::swap(a, b);
    }
    const double run = b.x() - a.x();
    if (run <= 0) {
        return;
    }
    // Each column of pixels belongs to the piece that its middle lies in, so pieces never paint one twice.
    const int first = std::max(0, int(std::ceil(a.x() - 0.5)));
    const int last = std::min(canvas.length, int(std::ceil(b.x() - 0.5)));
    if (first >= last) {
        return;
    }
    const double slope = (b.y() - a.y()) / run;
    const double half = std::max(1.0, width) / 2 * std::sqrt(1 + slope * slope); // of the line, measured across
    // Fixed point from here on, 16 bits of fraction: this is the loop that thousands of links spend their time in.
    constexpr qint64 One = 1 << 16;
    const auto thickness = qint64(2 * half * One);
    const auto step = qint64(slope * One);
    qint64 top = qint64((a.y() + slope * (first + 0.5 - a.x()) - half) * One);
    for (int column = first; column < last; ++column, top += step) {
        const qint64 bottom = top + thickness;
        const auto from = int(std::max<qint64>(0, top >> 16));
        const auto to = int(std::min<qint64>(canvas.breadth, (bottom + One - 1) >> 16));
        QRgb *pixel = canvas.pixels + column * canvas.alongStep + from * canvas.acrossStep;
        for (int row = from; row < to; ++row, pixel += canvas.acrossStep) {
            const qint64 covered = std::min(bottom, (row + 1) * One) - std::max(top, row * One);
            *pixel = blend(*pixel, colour, unsigned(covered >> 8));
        }
    }
}

} // namespace

void paintSmoothLine(QImage &image, QPointF a, QPointF b, QRgb colour, double width)
{
    auto *pixels = reinterpret_cast<QRgb *>(image.bits());
    const qsizetype stride = image.bytesPerLine() / qsizetype(sizeof(QRgb));
    const QPointF d = b - a;
    if (std::abs(d.x()) >= std::abs(d.y())) {
        paintColumns({pixels, 1, stride, image.width(), image.height()}, a, b, colour, width);
    } else {
        paintColumns({pixels, stride, 1, image.height(), image.width()}, {a.y(), a.x()}, {b.y(), b.x()}, colour, width);
    }
}

} // namespace graticule
