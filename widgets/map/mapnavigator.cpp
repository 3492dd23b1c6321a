// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapnavigator.h"

#include <algorithm>
#include <cmath>

namespace graticule {

namespace {

constexpr double CutBeyondSteps = 2;
constexpr double FitMargin = 56; // logical pixels, so that labels at the rim are seen too
constexpr double RevealMargin = 48;

} // namespace

MapNavigator::MapNavigator(QObject *parent)
    : QObject(parent)
    , m_camera(MapCamera::home({1056, 602}))
    , m_target(m_camera)
{
    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    m_animation.setDuration(Milliseconds);
    m_animation.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_animation, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        const double t = value.toDouble();
        if (t >= 1) {
            apply(m_target);
            return;
        }
        const double zoom = std::log(m_target.scale() / m_start.scale());
        if (std::abs(zoom) > 1e-6) {
            apply(m_start.zoomedTo(m_start.scale() * std::exp(t * zoom), m_fixed));
        } else {
            apply({m_start.centre() + t * (m_target.centre() - m_start.centre()), m_target.scale(), m_target.view()});
        }
    });
}

void MapNavigator::apply(const MapCamera &camera)
{
    if (camera != m_camera) {
        m_camera = camera;
        Q_EMIT cameraChanged();
    }
}

void MapNavigator::setCovered(const QMarginsF &covered)
{
    const bool isSame = covered.top() == m_covered.top() && covered.bottom() == m_covered.bottom();
    m_covered = covered;
    if (isSame || !m_isHome) {
        return; // what lies at a side hides a part of the world; it does not make it smaller
    }
    m_animation.stop();
    m_target = homeOf(m_target.view());
    Q_EMIT targetChanged(/*passing=*/false);
    apply(m_target);
}

MapCamera MapNavigator::homeOf(QSizeF view) const
{
    return MapCamera::home(view, m_covered.top(), m_covered.bottom());
}

void MapNavigator::setViewSize(QSizeF size)
{
    if (size == m_target.view()) {
        return;
    }
    m_animation.stop();
    m_target = m_isHome ? homeOf(size) : m_target.resized(size).clamped();
    Q_EMIT targetChanged(/*passing=*/false);
    apply(m_target);
}

void MapNavigator::travel(const MapCamera &target, QPointF fixed)
{
    if (target == m_target && !isAnimating()) {
        apply(target);
        return;
    }
    m_animation.stop();
    m_target = target;
    Q_EMIT targetChanged(/*passing=*/false);
    const double steps = std::abs(std::log(target.scale() / m_camera.scale()) / std::log(Step));
    const QPointF way = m_camera.toScreen(target.centre()) - m_camera.toScreen(m_camera.centre());
    const bool isFar = steps > CutBeyondSteps + 0.01 ||
                       std::hypot(way.x(), way.y()) > 1.5 * std::max(target.view().width(), target.view().height());
    if (m_reducedMotion || isFar) {
        apply(target);
        return;
    }
    m_start = m_camera;
    m_fixed = fixed;
    m_animation.start();
}

/// The point of the view that shows the same place before and after; the middle when there is none.
static QPointF fixedPoint(const MapCamera &from, const MapCamera &to)
{
    const double change = to.scale() - from.scale();
    if (std::abs(change) < 1e-9) {
        return {from.view().width() / 2, from.view().height() / 2};
    }
    const QPointF plane = (to.centre() * to.scale() - from.centre() * from.scale()) / change;
    return from.toScreen(plane);
}

void MapNavigator::goHome()
{
    m_isHome = true;
    const MapCamera home = homeOf(m_target.view());
    travel(home, fixedPoint(m_camera, home));
}

void MapNavigator::jumpTo(const MapCamera &camera)
{
    m_animation.stop();
    m_isHome = false;
    m_target = camera.resized(m_target.view()).clamped();
    Q_EMIT targetChanged(/*passing=*/true);
    apply(m_target);
}

void MapNavigator::panBy(QPointF pixels)
{
    jumpTo(m_camera.panned(pixels));
}

void MapNavigator::zoomBySteps(double steps, QPointF fixed)
{
    m_isHome = false;
    // From the target on, so that quick turns of the wheel add up.
    const double wanted = m_target.scale() * std::pow(Step, steps);
    const double scale = std::clamp(wanted, MapCamera::smallestScale(m_target.view()), MapCamera::LargestScale);
    const MapCamera target = m_camera.zoomedTo(scale, fixed);
    const MapCamera allowed = target.clamped();
    travel(allowed, allowed == target ? fixed : fixedPoint(m_camera, allowed));
}

void MapNavigator::zoomByFactor(double factor, QPointF fixed)
{
    const double scale =
        std::clamp(m_camera.scale() * factor, MapCamera::smallestScale(m_camera.view()), MapCamera::LargestScale);
    jumpTo(m_camera.zoomedTo(scale, fixed));
}

void MapNavigator::fit(const QRectF &plane, double largestScale)
{
    m_isHome = false;
    const QSizeF free(m_target.view().width() - m_covered.left() - m_covered.right(),
                      m_target.view().height() - m_covered.top() - m_covered.bottom());
    const MapCamera fitting = MapCamera::fitting(plane, free, FitMargin);
    const double scale = std::min(fitting.scale(), largestScale);
    const QPointF shift((m_covered.right() - m_covered.left()) / 2, (m_covered.bottom() - m_covered.top()) / 2);
    const MapCamera target = MapCamera(plane.center() + shift / scale, scale, m_target.view()).clamped();
    travel(target, fixedPoint(m_camera, target));
}

void MapNavigator::reveal(QPointF plane)
{
    const QRectF free = QRectF(QPointF(), m_target.view())
                            .marginsRemoved(m_covered)
                            .adjusted(RevealMargin, RevealMargin, -RevealMargin, -RevealMargin);
    const QPointF at = m_target.toScreen(plane);
    const QPointF inside(std::clamp(at.x(), free.left(), std::max(free.left(), free.right())),
                         std::clamp(at.y(), free.top(), std::max(free.top(), free.bottom())));
    if (inside != at) {
        m_isHome = false;
        const MapCamera target = m_target.panned(inside - at);
        travel(target, fixedPoint(m_camera, target));
    }
}

} // namespace graticule
