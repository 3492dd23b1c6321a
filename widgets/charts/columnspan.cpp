// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/columnspan.h"

#include <algorithm>
#include <cmath>

namespace graticule {

namespace {

/// `colour` (premultiplied) over `below`, `share` of 256 of it.
QRgb over(QRgb below, QRgb colour, uint share)
{
    const uint left = 256 - share * qAlpha(colour) / 255;
    const auto mix = [&](uint a, uint b) { return (a * share + b * left) >> 8; };
    return qRgba(int(mix(uint(qRed(colour)), uint(qRed(below)))), int(mix(uint(qGreen(colour)), uint(qGreen(below)))),
                 int(mix(uint(qBlue(colour)), uint(qBlue(below)))),
                 int(mix(uint(qAlpha(colour)), uint(qAlpha(below)))));
}

} // namespace

void paintColumnSpan(QImage &image, const ColumnSpan &span, QRgb ink, int first, int end)
{
    if (span.x < 0 || span.x >= image.width() || !(span.bottom > span.top))
        return;
    first = std::max({0, first, int(std::floor(std::max(span.top, -1.0)))});
    end = std::min({image.height(), end, int(std::ceil(std::min(span.bottom, double(image.height()))))});
    const auto stride = image.bytesPerLine() / qsizetype(sizeof(QRgb));
    QRgb *pixel = reinterpret_cast<QRgb *>(image.bits()) + first * stride + span.x;
    for (int y = first; y < end; ++y, pixel += stride) {
        const double share = std::min(span.bottom, y + 1.0) - std::max(span.top, double(y));
        *pixel = share >= 1 && qAlpha(ink) == 255 ? ink : over(*pixel, ink, uint(std::clamp(share, 0.0, 1.0) * 256));
    }
}

} // namespace graticule
