// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/heatmap/heatlayout.h"
#include "widgets/theme/theme.h"

#include <QImage>
#include <QPoint>

#include <array>

namespace graticule {

/// Paints the cells of a matrix into a picture, row of pixels by row of pixels: a row of cells is coloured once and its
/// pixels copied down; digits are masks that were drawn once. QPainter would take a microsecond for each cell. GUI
/// thread.
class HeatRaster
{
public:
    static constexpr int kWideForNumbers = 20; ///< of a cell, logical px
    static constexpr int kTallForNumbers = 12;

    /// What `theme` paints on a screen of that ratio.
    void setLook(const Theme &theme, qreal devicePixelRatio);

    /// Fills `image` with what lies from `scroll` on. All in device pixels.
    void paint(QImage &image, const HeatMatrix &matrix, const HeatScale &scale, const HeatLayout &rows,
               const HeatLayout &columns, const QPoint &scroll) const;
    /// True if cells of this size have room for numbers.
    bool hasNumbers(const HeatLayout &rows, const HeatLayout &columns) const;

private:
    static constexpr int kPhases = 4; ///< how finely a letter's place is told, parts of a pixel
    static constexpr const char *kLetters = "0123456789.,k>M-";

    /// How a letter covers pixels, from its own corner.
    struct Mask
    {
        QSize size;
        std::vector<uchar> cover;
    };
    struct Letters
    {
        std::array<std::array<Mask, kPhases>, 16> masks;
        std::array<double, 16> widths{};
    };

    void drawLetters(const QFont &font, Letters &letters);
    QRgb groundOf(const HeatCell &cell, const HeatScale &scale, bool isTiny) const;
    void paintHatch(QImage &image, const QRect &box) const;
    void paintCross(QImage &image, const QRect &box) const;
    void paintText(QImage &image, const QRect &box, const QByteArray &text, const Letters &letters, QRgb colour) const;
    void paintDetail(QImage &image, const QRect &box, const HeatCell &cell, const HeatScale &scale, bool numbers) const;
    static void blend(QImage &image, const QPoint &corner, const Mask &mask, QRgb colour);

    qreal m_ratio = 1;
    int m_letterHeight = 0;
    int m_capHeight = 0;
    int m_ascent = 0;
    std::array<QRgb, 6> m_ramp{};
    std::array<QRgb, 6> m_rampInk{};
    QRgb m_ground = 0, m_line = 0, m_medium = 0, m_onMedium = 0, m_high = 0, m_onHigh = 0, m_tint = 0, m_critical = 0;
    QRgb m_stale = 0;
    QImage m_hatch;
    Letters m_plain;
    Letters m_strong;
};

} // namespace graticule
