// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/secondclick.h"

#include <QApplication>
#include <QEvent>

#include <utility>

namespace graticule {

SecondClick::SecondClick(QObject *parent)
    : QObject(parent)
{
    m_while.setSingleShot(true);
    connect(&m_while, &QTimer::timeout, this, [this] { qApp->removeEventFilter(this); });
}

void SecondClick::swallow()
{
    m_isReleaseLeft = false;
    qApp->installEventFilter(this);
    m_while.start(QApplication::doubleClickInterval());
}

bool SecondClick::eventFilter(QObject *watched, QEvent *event)
{
    if (!watched->isWidgetType()) // windows hand it on to their widgets
        return false;
    if (event->type() == QEvent::MouseButtonDblClick) {
        m_isReleaseLeft = true;
        return true;
    }
    return event->type() == QEvent::MouseButtonRelease && std::exchange(m_isReleaseLeft, false);
}

} // namespace graticule
