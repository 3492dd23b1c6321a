// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/cardlist.h"

#include <QContextMenuEvent>
#include <QResizeEvent>

#include <algorithm>

namespace graticule {

namespace {

constexpr int kSlack = 2; // Qt begins a new row with a card that ends where the row does
constexpr int kBar = CardList::kBeside - kSlack;

} // namespace

CardList::CardList(QWidget *parent)
    : QListView(parent)
{
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    setStyleSheet(QStringLiteral("QListView { background: transparent; } QScrollBar:vertical { width: %1px; } "
                                 "QScrollBar::handle:vertical { margin: 3px 2px; }")
                      .arg(kBar));
}

int CardList::room() const
{
    return std::max(1, maximumViewportSize().width() - kBeside); // also before it has a size
}

void CardList::resizeEvent(QResizeEvent *event)
{
    if (event->size().width() != event->oldSize().width())
        Q_EMIT roomChanged();
    QListView::resizeEvent(event);
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
