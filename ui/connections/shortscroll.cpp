// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/shortscroll.h"

#include <QEvent>
#include <QLayout>

namespace graticule {

ShortScroll::ShortScroll(QWidget *content, int most, QWidget *parent)
    : QScrollArea(parent)
    , m_most(most)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const bool isThere = !content->isHidden();
    setWidget(content);
    content->setVisible(isThere); // setWidget() shows it
    setVisible(isThere);
    fit();
}

bool ShortScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget()) {
        if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
            setVisible(event->type() == QEvent::ShowToParent);
        if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::ShowToParent)
            fit();
    }
    return QScrollArea::eventFilter(watched, event);
}

void ShortScroll::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

void ShortScroll::fit()
{
    const QLayout *layout = widget()->layout();
    const int height = layout->hasHeightForWidth() ? layout->totalHeightForWidth(viewport()->width())
                                                   : layout->totalSizeHint().height();
    setFixedHeight(std::min(height, m_most));
}

} // namespace graticule
