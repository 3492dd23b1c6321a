// SPDX-License-Identifier: GPL-3.0-or-later
// How a person moves about in a TimePlot.
#include "widgets/charts/timeplot.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>

#include <cmath>

namespace graticule {

namespace {

constexpr double kZoomStep = 1.5;
constexpr int kNotch = 120;    ///< of a wheel, in Qt's eighths of a degree
constexpr int kCursorStep = 8; ///< px

} // namespace

bool TimePlot::event(QEvent *event)
{
    // Pinched on a touch pad.
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            m_range.zoom(1 + gesture->value(), timeAtX(gesture->position().x()));
            return true;
        }
    }
    return ThemedWidget::event(event);
}

void TimePlot::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    const bool isSideways = std::abs(turned.x()) > std::abs(turned.y()) || event->modifiers() & Qt::ShiftModifier;
    const double notches = double(std::abs(turned.x()) > std::abs(turned.y()) ? turned.x() : turned.y()) / kNotch;
    if (isSideways)
        m_range.pan(-std::llround(notches * double(m_range.range().length()) / 10));
    else
        m_range.zoom(std::pow(kZoomStep, notches), timeAtX(event->position().x()));
    event->accept();
}

void TimePlot::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = m_pointer = event->pos();
    m_pressedRange = m_range.range();
    m_drag = event->modifiers() & Qt::ShiftModifier ? Drag::Box : Drag::Pan;
}

void TimePlot::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->pos();
    if (m_drag == Drag::Pan) {
        dragTo(m_pointer.x());
    } else if (m_drag == Drag::Box) {
        update();
        return;
    }
    const QRect plot = plotArea();
    const bool isInside = m_pointer.x() >= plot.left() && m_pointer.x() <= plot.right();
    m_cursor.setTime(isInside ? std::optional(snapped(timeAtX(m_pointer.x()))) : std::nullopt);
}

void TimePlot::dragTo(int x)
{
    const qint64 by = qRound64(double(m_pressed.x() - x) / plotArea().width() * double(m_pressedRange.length()));
    m_range.setRange(m_pressedRange.moved(by));
}

void TimePlot::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pointer = event->pos();
    const Drag ended = std::exchange(m_drag, Drag::None);
    if (ended == Drag::Pan)
        dragTo(m_pointer.x());
    if (ended == Drag::Box && std::abs(m_pointer.x() - m_pressed.x()) > 3) {
        const auto [from, to] = std::minmax({timeAtX(m_pressed.x()), timeAtX(m_pointer.x())});
        m_range.setRange({from, to});
    }
    update();
}

void TimePlot::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_drag = Drag::None;
    m_range.reset();
}

void TimePlot::leaveEvent(QEvent *)
{
    if (!hasFocus() || !window()->testAttribute(Qt::WA_KeyboardFocusChange))
        m_cursor.setTime(std::nullopt);
}

void TimePlot::keyPressEvent(QKeyEvent *event)
{
    const TimeRange &shown = m_range.range();
    const qint64 about = m_cursor.time().value_or(shown.begin + shown.length() / 2);
    const bool withShift = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return m_range.zoom(kZoomStep, about);
    case Qt::Key_Minus:
        return m_range.zoom(1 / kZoomStep, about);
    case Qt::Key_Home:
        return m_range.reset();
    case Qt::Key_Left:
        return withShift ? m_range.pan(-shown.length() / 10) : moveCursor(-1);
    case Qt::Key_Right:
        return withShift ? m_range.pan(shown.length() / 10) : moveCursor(1);
    case Qt::Key_Escape:
        // Only what there is to close: else the page's own layer closes.
        if (m_drag == Drag::None && !m_cursor.time())
            break;
        m_drag = Drag::None;
        m_cursor.setTime(std::nullopt);
        return update();
    default:
        break;
    }
    ThemedWidget::keyPressEvent(event);
}

void TimePlot::moveCursor(int steps)
{
    const TimeRange shown = m_range.range();
    if (!m_cursor.time() || !shown.contains(*m_cursor.time()))
        return m_cursor.setTime(snapped(steps > 0 ? shown.begin : shown.end - 1));
    const qint64 by = std::max<qint64>(1, shown.length() * kCursorStep / std::max(1, plotArea().width())) * steps;
    qint64 to = snapped(*m_cursor.time() + by);
    if ((to - *m_cursor.time()) * steps <= 0)
        to = *m_cursor.time() + by; // on, over a gap that is wider than a step
    to = std::clamp(to, m_range.limits().begin, std::max(m_range.limits().begin, m_range.limits().end - 1));
    if (to < shown.begin || to >= shown.end)
        m_range.pan((to < shown.begin ? to - shown.begin : to - shown.end + 1) + by);
    m_cursor.setTime(to);
    if (QAccessible::isActive()) {
        QAccessibleValueChangeEvent said(this, copyText());
        QAccessible::updateAccessibility(&said);
    }
}

} // namespace graticule
