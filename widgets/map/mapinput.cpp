// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapinput.h"

#include "widgets/map/mapwidget.h"

#include <QApplication>
#include <QGestureEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace graticule {

namespace {

constexpr double PanStep = 80;            // logical pixels per press of an arrow key
constexpr double PixelsPerDoubling = 300; // of a touch pad's scrolling

std::optional<MapDirection> directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return MapDirection::Left;
    case Qt::Key_Right:
        return MapDirection::Right;
    case Qt::Key_Up:
        return MapDirection::Up;
    case Qt::Key_Down:
        return MapDirection::Down;
    default:
        return std::nullopt;
    }
}

QPointF stepOf(MapDirection direction)
{
    switch (direction) {
    case MapDirection::Left:
        return {-1, 0};
    case MapDirection::Right:
        return {1, 0};
    case MapDirection::Up:
        return {0, -1};
    case MapDirection::Down:
        break;
    }
    return {0, 1};
}

} // namespace

MapInput::MapInput(MapWidget *map)
    : QObject(map)
    , m_map(map)
{
    map->setMouseTracking(true);
    map->grabGesture(Qt::PinchGesture);
    map->installEventFilter(this);
}

bool MapInput::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_map) {
        return false;
    }
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return press(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseMove:
        return move(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseButtonRelease:
        return release(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseButtonDblClick:
        m_map->activate(m_map->hitAt(static_cast<QMouseEvent *>(event)->position()));
        return true;
    case QEvent::Leave:
        m_map->hover({});
        return false;
    case QEvent::Wheel:
        return wheel(*static_cast<QWheelEvent *>(event));
    case QEvent::NativeGesture:
    case QEvent::Gesture:
        return gesture(event);
    case QEvent::KeyPress:
        return key(*static_cast<QKeyEvent *>(event));
    case QEvent::ToolTip:
        return toolTip(*static_cast<QHelpEvent *>(event));
    default:
        return false;
    }
}

bool MapInput::press(const QMouseEvent &event)
{
    if (event.button() == Qt::RightButton) { // a menu is about what it was opened on
        const MapHit hit = m_map->hitAt(event.position());
        if (hit && (hit.kind == MapHit::Kind::Link || !m_map->isMarkSelected(hit.index))) {
            m_map->select(hit);
        }
        return false;
    }
    if (event.button() != Qt::LeftButton) {
        return false;
    }
    m_isPressed = true;
    m_isDragging = false;
    m_pressedAt = m_draggedTo = event.position();
    return true;
}

bool MapInput::move(const QMouseEvent &event)
{
    if (!m_isPressed || !event.buttons().testFlag(Qt::LeftButton)) { // a release may have gone elsewhere
        m_isPressed = false;
        m_map->hover(m_map->hitAt(event.position()));
        return false;
    }
    if (!m_isDragging && (event.position() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
        m_isDragging = true;
        m_map->hover({});
        m_map->setCursor(Qt::ClosedHandCursor);
    }
    if (m_isDragging) {
        m_map->navigator().panBy(event.position() - m_draggedTo);
        m_draggedTo = event.position();
    }
    return true;
}

bool MapInput::release(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton || !m_isPressed) {
        return false;
    }
    m_isPressed = false;
    if (m_isDragging) {
        m_isDragging = false;
        m_map->unsetCursor();
    } else {
        m_map->select(m_map->hitAt(event.position()), event.modifiers().testFlag(Qt::ControlModifier));
    }
    return true;
}

bool MapInput::wheel(const QWheelEvent &event)
{
    if (!event.pixelDelta().isNull()) { // a touch pad: follow the fingers
        m_map->navigator().zoomByFactor(std::exp2(event.pixelDelta().y() / PixelsPerDoubling), event.position());
        return true;
    }
    m_wheelRest += event.angleDelta().y();
    const double steps = std::trunc(m_wheelRest / double(QWheelEvent::DefaultDeltasPerStep));
    if (steps != 0) {
        m_wheelRest -= steps * double(QWheelEvent::DefaultDeltasPerStep);
        m_map->navigator().zoomBySteps(steps, event.position());
    }
    return true;
}

bool MapInput::gesture(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto &native = *static_cast<QNativeGestureEvent *>(event);
        if (native.gestureType() != Qt::ZoomNativeGesture) {
            return false;
        }
        m_map->navigator().zoomByFactor(1 + native.value(), native.position());
        return true;
    }
    auto *pinch = static_cast<QPinchGesture *>(static_cast<QGestureEvent *>(event)->gesture(Qt::PinchGesture));
    if (!pinch || !pinch->changeFlags().testFlag(QPinchGesture::ScaleFactorChanged)) {
        return false;
    }
    m_map->navigator().zoomByFactor(pinch->scaleFactor(), m_map->mapFromGlobal(pinch->centerPoint()));
    return true;
}

bool MapInput::key(const QKeyEvent &event)
{
    return walkKey(event) || cameraKey(event);
}

bool MapInput::walkKey(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        return false;
    }
    if (const auto direction = directionOf(event.key())) {
        m_map->walkTowards(*direction);
        return true;
    }
    switch (event.key()) {
    case Qt::Key_J:
        m_map->walk(1);
        return true;
    case Qt::Key_K:
        m_map->walk(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_map->activate(m_map->hitOfMark(m_map->currentMark()));
        return true;
    case Qt::Key_Escape:
        if (m_map->selection().empty()) {
            return false;
        }
        m_map->select({});
        return true;
    default:
        return false;
    }
}

bool MapInput::cameraKey(const QKeyEvent &event)
{
    MapNavigator &navigator = m_map->navigator();
    const auto direction = directionOf(event.key());
    if (direction && event.modifiers().testFlag(Qt::ControlModifier)) {
        navigator.panBy(-PanStep * stepOf(*direction));
        return true;
    }
    if (event.modifiers() & (Qt::AltModifier | Qt::MetaModifier)) {
        return false;
    }
    const QPointF middle = QRectF(m_map->rect()).center();
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        navigator.zoomBySteps(1, middle);
        return true;
    case Qt::Key_Minus:
        navigator.zoomBySteps(-1, middle);
        return true;
    case Qt::Key_Home:
    case Qt::Key_0:
        navigator.goHome();
        return true;
    case Qt::Key_Z:
        if (event.modifiers().testFlag(Qt::ControlModifier)) {
            return false; // undo is for others
        }
        m_map->zoomToSelection();
        return true;
    default:
        return false;
    }
}

bool MapInput::toolTip(const QHelpEvent &event)
{
    const MapHit hit = m_map->hitAt(event.pos());
    if (hit) {
        QToolTip::showText(event.globalPos(), m_map->textOf(hit), m_map);
    } else {
        QToolTip::hideText();
    }
    return true;
}

} // namespace graticule
