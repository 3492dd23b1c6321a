// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace graticule {

class LineDelegate;
class TableModel;

/// The head of the group whose rows are on top of the table, when itself has scrolled out of view.
class PinnedHead : public QWidget
{
    Q_OBJECT

public:
    PinnedHead(const LineDelegate &delegate, const TableModel &model, QWidget *parent);

    /// Row of the head; -1: none.
    void setHead(int row);
    int head() const { return m_row; }

Q_SIGNALS:
    void pressed(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    const LineDelegate &m_delegate;
    const TableModel &m_model;
    int m_row = -1;
};

} // namespace graticule
