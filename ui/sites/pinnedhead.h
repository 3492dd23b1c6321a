// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace graticule {

class SiteLineDelegate;
class SiteTableModel;

/// The head of the group whose sites are on top of the table, when itself has scrolled out of view.
class PinnedHead : public QWidget
{
    Q_OBJECT

public:
    PinnedHead(const SiteLineDelegate &delegate, const SiteTableModel &model, QWidget *parent);

    /// Row of the head; -1: none.
    void setHead(int row);
    int head() const { return m_row; }

Q_SIGNALS:
    void pressed(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    const SiteLineDelegate &m_delegate;
    const SiteTableModel &m_model;
    int m_row = -1;
};

} // namespace graticule
