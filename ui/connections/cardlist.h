// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace graticule {

/// The cards of the page, in as many columns as there is room for. When the chosen one goes (removed, or filtered away)
/// nothing is chosen: no other is put in its place. GUI thread.
class CardList : public QListView
{
    Q_OBJECT

public:
    explicit CardList(QWidget *parent = nullptr);

Q_SIGNALS:
    /// By right click, or the menu key.
    void menuAsked(const QModelIndex &index, const QPoint &globalPos);
    void pointerEntered();
    void pointerLeft();

protected:
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;
};

} // namespace graticule
