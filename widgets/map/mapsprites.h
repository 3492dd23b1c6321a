// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/maplevels.h"
#include "widgets/theme/theme.h"

#include <QCache>
#include <QHash>
#include <QPixmap>

namespace graticule {

/// The small pictures that a map consists of, drawn once each and kept. GUI thread.
///
/// Sizes are given in logical pixels; pictures are in device pixels (their devicePixelRatio is 1) with even sides, so
/// that their middle is the corner of a pixel and they can be put down sharp.
class MapSprites
{
public:
    /// Forgets everything when the look or the pixel ratio is another one.
    void setLook(const Theme &theme, double pixelRatio);

    /// The circle of a cluster, with its number.
    QPixmap cluster(int count, double radius, MapMark worst);
    /// A mark that says how full it is: an arc clockwise from the top, a stroke where the fullest site of several is,
    /// and its number of percent where there is room. Not known: dashed, with a "?".
    QPixmap level(const MapLevel &level, bool isCluster, double radius);
    struct LevelLook
    {
        double share = -1;   ///< < 0: not known
        double fullest = -1; ///< < 0: none is marked
        double radius = 8;
        bool stale = false; ///< drawn in pieces
    };
    static void paintLevel(QPainter &painter, QPointF middle, const LevelLook &look, const Theme &theme);
    /// The mark of a lone site, large enough for a state to be read.
    QPixmap site(MapMark mark, bool inferred);
    /// Four ticks around a mark from `inner` to `outer`: it is about here. No dashes, which mean what is not known now.
    static void paintInferred(QPainter &painter, QPointF middle, double inner, double outer, const Theme &theme);
    /// The mark at a cluster's upper right, on a disc that cuts it out of the ring.
    QPixmap badge(MapMark worst);
    /// The square of a site with a callout, on its disc.
    QPixmap prominent(MapMark mark);
    /// A name with a halo of the ocean's colour; elided beyond 180 px.
    QPixmap label(const QString &text, bool strong);
    /// A link's value in its box.
    QPixmap value(const QString &text, MapSeverity severity);
    /// A callout's box: one line in bold, one below.
    QPixmap callout(const QString &title, const QString &detail, MapMark mark);

    /// What the pictures will take, logical pixels, without drawing them.
    double labelWidth(const QString &text, bool strong);
    QSizeF valueSize(const QString &text) const;
    QSizeF calloutSize(const QString &title, const QString &detail) const;
    static constexpr double LabelHeight = 12;
    /// Where a badge's middle lies on a cluster's circle, to the right and up; and how far the badge reaches there.
    static double badgeAt(double clusterRadius) { return 0.78 * clusterRadius; }
    static double badgeReach(double clusterRadius) { return badgeAt(clusterRadius) + BadgeRadius; }
    static constexpr double BadgeRadius = 7.6;
    /// How far a label's picture reaches beyond its text on each side.
    static constexpr double Halo = 2;

private:
    template<class Draw> QPixmap draw(QSizeF size, Draw paint) const;
    template<class Draw> QPixmap keptMark(quint64 key, Draw draw);
    template<class Draw> QPixmap keptText(const QString &key, Draw draw);
    QPixmap drawCluster(int count, double radius, MapMark worst) const;
    QPixmap drawSite(MapMark mark, bool inferred) const;
    QPixmap drawProminent(MapMark mark) const;
    QPixmap drawLabel(const QString &text, bool strong) const;
    QPixmap drawValue(const QString &text, MapSeverity severity) const;
    QPixmap drawCallout(const QString &title, const QString &detail, MapMark mark) const;

    Theme m_theme;
    double m_ratio = 0;
    QHash<quint64, QPixmap> m_marks;
    QCache<QString, QPixmap> m_texts{600};
    QHash<QString, double> m_widths;
};

} // namespace graticule
