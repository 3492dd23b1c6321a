// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/past/modeframe.h"

#include <QEvent>
#include <QPainter>

namespace graticule {

ModeFrame::ModeFrame(const ThemeSwitch &themes, QWidget *window)
    : ThemedWidget(themes, window)
{
    setObjectName(QStringLiteral("modeFrame"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("The window shows the past"));
    window->installEventFilter(this);
    fit();
}

/// Only the edge is its own: nothing below is painted anew for it.
void ModeFrame::fit()
{
    setGeometry(parentWidget()->rect());
    const int wide = tokens::line::modeFrame;
    setMask(QRegion(rect()) - rect().adjusted(wide, wide, -wide, -wide));
    raise();
}

bool ModeFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fit();
    else if (event->type() == QEvent::ChildAdded && isVisible())
        raise();
    return ThemedWidget::eventFilter(watched, event);
}

void ModeFrame::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), theme().colour(Colour::Past));
}

} // namespace graticule
