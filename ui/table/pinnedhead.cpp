// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/pinnedhead.h"

#include "ui/table/linedelegate.h"

#include <QPainter>

namespace graticule {

PinnedHead::PinnedHead(const LineDelegate &delegate, const TableModel &model, QWidget *parent)
    : QWidget(parent)
    , m_delegate(delegate)
    , m_model(model)
{
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Group on top"));
    hide();
}

void PinnedHead::setHead(int row)
{
    m_row = row;
    setVisible(row >= 0);
    update();
}

void PinnedHead::paintEvent(QPaintEvent *)
{
    if (m_row < 0 || m_row >= m_model.rowCount() || m_model.line(m_row).kind != TableLine::Kind::Group)
        return;
    QPainter painter(this);
    m_delegate.paintHead(painter, rect(), m_model.groupAt(m_model.line(m_row).at), layoutDirection());
}

void PinnedHead::mousePressEvent(QMouseEvent *)
{
    Q_EMIT pressed(m_row);
}

} // namespace graticule
