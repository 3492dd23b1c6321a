// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/mapcamera.h"

#include <QMarginsF>
#include <QObject>
#include <QVariantAnimation>

namespace graticule {

/// Moves the camera: steps, drags, jumps, with a short animation where that helps the eye to follow. GUI thread.
class MapNavigator : public QObject
{
    Q_OBJECT

public:
    /// The scale's factor of one step of wheel or button.
    static constexpr double Step = 1.41421356;
    static constexpr int Milliseconds = 240;

    explicit MapNavigator(QObject *parent = nullptr);

    const MapCamera &camera() const { return m_camera; }
    /// Where the camera will be when the animation has ended.
    const MapCamera &target() const { return m_target; }
    bool isAnimating() const { return m_animation.state() == QAbstractAnimation::Running; }

    void setReducedMotion(bool reduced) { m_reducedMotion = reduced; }
    /// Parts of the view that something else covers, such as a drawer; fit() and reveal() keep clear of them, home of
    /// those above and below.
    void setCovered(const QMarginsF &covered);
    const QMarginsF &covered() const { return m_covered; }
    /// Home stays home when the view's size changes; otherwise the middle and the scale stay.
    void setViewSize(QSizeF size);

    void goHome();
    bool isHome() const { return m_isHome; }
    /// Shows exactly this, without animation.
    void jumpTo(const MapCamera &camera);
    void panBy(QPointF pixels);
    /// Positive: in. `fixed`: the point that stays, logical pixels of the view. Beyond two steps away it cuts.
    void zoomBySteps(double steps, QPointF fixed);
    /// At once, for pinches and fine wheels.
    void zoomByFactor(double factor, QPointF fixed);
    /// Shows a rectangle of the plane, not closer than `largestScale`.
    void fit(const QRectF &plane, double largestScale = MapCamera::LargestScale);
    /// Moves just so far that a point of the plane is in view.
    void reveal(QPointF plane);

Q_SIGNALS:
    /// `target` is another one; the camera will follow, now or step by step. `passing`: it is likely to change again at
    /// once, as in a pinch.
    void targetChanged(bool passing);
    void cameraChanged();

private:
    void travel(const MapCamera &target, QPointF fixed);
    void apply(const MapCamera &camera);
    MapCamera homeOf(QSizeF view) const;

    MapCamera m_camera;
    MapCamera m_target;
    MapCamera m_start;
    QPointF m_fixed; ///< of the animation: stays while the scale changes
    QVariantAnimation m_animation;
    QMarginsF m_covered;
    bool m_reducedMotion = false;
    bool m_isHome = true;
};

} // namespace graticule
