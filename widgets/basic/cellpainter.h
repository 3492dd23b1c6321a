// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/cellcontent.h"
#include "widgets/theme/glyphtexts.h"

#include <QPixmap>

namespace graticule {

/// Draws what cells show, and keeps texts as glyphs, shapes and meters as pixmaps for the next painting: rows that
/// scroll by cost a part of what they cost at first. One for each view; GUI thread.
class CellPainter
{
public:
    /// Draws the content (no ground) into `box`, the inner part of the cell.
    void paint(QPainter &painter, const QRect &box, const CellContent &cell, const Theme &theme);
    /// A checkbox in the middle of `box`.
    void paintTick(QPainter &painter, const QRect &box, bool isTicked, const Theme &theme);

private:
    struct MeterKey
    {
        int width = 0;
        int share = 0; ///< in eighths of a pixel; -1: not known
        int level = 0; ///< normal, warning, critical
        bool isStale = false;
        bool isMirrored = false;

        friend bool operator==(const MeterKey &, const MeterKey &) = default;
        friend size_t qHash(const MeterKey &key, size_t seed) noexcept
        {
            return qHashMulti(seed, key.width, key.share, key.level, key.isStale, key.isMirrored);
        }
    };

    void use(const QPainter &painter, const Theme &theme);
    void paintShape(QPainter &painter, const QRect &box, StateShape shape, const Theme &theme);
    void paintMeter(QPainter &painter, const QRect &box, const MeterLevel &level, const Theme &theme);
    void paintCounts(QPainter &painter, LineLayout line, const CellContent &cell, const Theme &theme);
    void paintMeterCell(QPainter &painter, LineLayout line, const CellContent &cell, const Theme &theme);
    /// Transparent, of so many pixels of the painter's device.
    QPixmap canvas(const QSize &size) const;
    /// At the device pixel that is nearest to `corner`.
    static void stamp(QPainter &painter, const QPointF &corner, const QPixmap &pixmap);

    GlyphTexts m_texts;
    Theme::Kind m_kind = Theme::Kind::Dark; ///< for which the pixmaps are
    qreal m_ratio = 1;
    QHash<std::pair<int, int>, QPixmap> m_shapes; ///< by shape and size
    QHash<MeterKey, QPixmap> m_meters;
    std::array<QPixmap, 2> m_ticks;
};

} // namespace graticule
