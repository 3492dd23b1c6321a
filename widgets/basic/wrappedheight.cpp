// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/wrappedheight.h"

#include <QEvent>
#include <QLayout>
#include <QWidget>

namespace graticule {

WrappedHeight::WrappedHeight(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
    window.installEventFilter(this);
}

bool WrappedHeight::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (watched == &m_window && (type == QEvent::LayoutRequest || type == QEvent::Show || type == QEvent::Resize))
        fit();
    return QObject::eventFilter(watched, event);
}

void WrappedHeight::fit()
{
    const QLayout *layout = m_window.layout();
    if (!layout || !layout->hasHeightForWidth())
        return;
    const int needed = layout->totalHeightForWidth(m_window.width());
    if (needed != m_window.minimumHeight())
        m_window.setMinimumHeight(needed);
}

} // namespace graticule
