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

    /// For cards with their gaps, in each row: the same with and without a scroll bar, which stands beyond it.
    int room() const;
    /// What the cards leave free at the trailing edge.
    static constexpr int kBeside = 12;

Q_SIGNALS:
    /// Before the cards are laid out anew.
    void roomChanged();
    /// By right click, or the menu key.
    void menuAsked(const QModelIndex &index, const QPoint &globalPos);
    void pointerEntered();
    void pointerLeft();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;
};

} // namespace graticule
