// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/cardlist.h"

#include <QContextMenuEvent>

namespace graticule {

CardList::CardList(QWidget *parent)
    : QListView(parent)
{
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    setStyleSheet(QStringLiteral("QListView { background: transparent; }"));
}

void CardList::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    // Qt would choose a neighbour.
    if (const int row = currentIndex().row(); row >= first && row <= last)
        selectionModel()->clear();
    QListView::rowsAboutToBeRemoved(parent, first, last);
}

void CardList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isByKey ? currentIndex() : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    if (index.isValid())
        Q_EMIT menuAsked(index, isByKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
    event->accept();
}

bool CardList::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Enter)
        Q_EMIT pointerEntered();
    else if (event->type() == QEvent::Leave)
        Q_EMIT pointerLeft();
    return QListView::viewportEvent(event);
}

} // namespace graticule
