// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/holdwatch.h"

#include <QEvent>
#include <QItemSelectionModel>

#include <utility>

namespace graticule {

HoldWatch::HoldWatch(QAbstractItemView &view, Clock &clock)
    : QObject(&view)
    , m_view(view)
    , m_clock(clock)
{
    view.setMouseTracking(true); // else movements come with a button down only
    view.installEventFilter(this);
    view.viewport()->installEventFilter(this);
    connect(view.selectionModel(), &QItemSelectionModel::selectionChanged, this, &HoldWatch::judge);
}

bool HoldWatch::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Enter:
    case QEvent::MouseMove:
    case QEvent::Wheel:
        pointerMoved();
        break;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
        m_isPressed = event->type() == QEvent::MouseButtonPress;
        pointerMoved();
        break;
    case QEvent::Leave:
        m_movedAt = kNever;
        m_isPressed = false;
        judge();
        break;
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        // The view itself learns of it after its filters.
        QMetaObject::invokeMethod(this, &HoldWatch::judge, Qt::QueuedConnection);
        break;
    default:
        break;
    }
    return false;
}

void HoldWatch::pointerMoved()
{
    m_movedAt = m_clock.now();
    judge();
}

void HoldWatch::judge()
{
    const Instant now = m_clock.now();
    if (m_movedAt != kNever && now - m_movedAt >= kRests)
        m_movedAt = kNever;
    const bool isKept = m_isPressed || (m_view.hasFocus() && m_view.selectionModel()->hasSelection());
    if (m_movedAt != kNever && !std::exchange(m_isWaiting, true)) {
        m_clock.after(m_movedAt + kRests - now, this, [this] {
            m_isWaiting = false;
            judge();
        });
    }
    const bool isHeld = isKept || m_movedAt != kNever;
    if (std::exchange(m_isHeld, isHeld) != isHeld)
        Q_EMIT heldChanged(isHeld);
}

} // namespace graticule
