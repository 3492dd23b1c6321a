// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace graticule {

/// Part of one column of pixels, from `top` to `bottom` in device pixels: ends between pixels cover these in part, as a
/// smooth line's do.
struct ColumnSpan
{
    int x = 0;
    double top = 0;
    double bottom = 0;
};

/// Draws it in premultiplied `ink` onto `image` (RGB32 or ARGB32_Premultiplied). What lies outside of the rows from
/// `first` to just before `end` is left out. Any thread.
void paintColumnSpan(QImage &image, const ColumnSpan &span, QRgb ink, int first, int end);

} // namespace graticule
