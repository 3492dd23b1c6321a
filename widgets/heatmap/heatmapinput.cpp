// SPDX-License-Identifier: GPL-3.0-or-later
// How a person moves about in a HeatMap.
#include "widgets/heatmap/heatmap.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

namespace graticule {

bool HeatMap::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        hover({-1, -1});
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QPoint cell = cellAt(help->pos());
        const bool isCell = cell.x() >= 0;
        QToolTip::showText(help->globalPos(), isCell ? cellText(cell.y(), cell.x()) : QString(), viewport(),
                           isCell ? cellRect(cell.y(), cell.x()) : QRect());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void HeatMap::resizeEvent(QResizeEvent *)
{
    m_isDirty = true;
    placeBars();
}

void HeatMap::scrollContentsBy(int, int)
{
    m_isDirty = true;
    viewport()->update();
}

void HeatMap::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange)
        relayout();
    QAbstractScrollArea::changeEvent(event);
}

void HeatMap::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    const QPoint under = cellAt(event->position().toPoint());
    zoom(event->angleDelta().y() > 0 ? 1 : -1);
    if (under.x() >= 0) { // what is under the pointer stays there
        const QPoint off = cellRect(under.y(), under.x()).center() - event->position().toPoint();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + (isMirrored() ? -off.x() : off.x()));
        verticalScrollBar()->setValue(verticalScrollBar()->value() + off.y());
    }
    event->accept();
}

void HeatMap::zoom(int steps)
{
    const double width = cellWidth() * (steps > 0 ? 1.25 : 0.8);
    setCellWidth(steps > 0 && width > 5 ? std::max(width, cellWidth() + 1) : width);
}

void HeatMap::hover(const QPoint &cell)
{
    if (cell == m_hovered)
        return;
    m_hovered = cell;
    viewport()->update();
    Q_EMIT hovered(cell);
}

void HeatMap::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && cellAt(event->pos()).x() >= 0)
        setCurrent(cellAt(event->pos()));
}

void HeatMap::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept(); // as the press was: what lies below the matrix learns of neither
}

void HeatMap::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && cellAt(event->pos()).x() >= 0)
        Q_EMIT activated(cellAt(event->pos()));
}

void HeatMap::mouseMoveEvent(QMouseEvent *event)
{
    hover(cellAt(event->pos()));
}

void HeatMap::moveCurrent(const QPoint &by)
{
    if (m_matrix.isEmpty())
        return;
    const QPoint corner = shownCells().topLeft();
    const bool isStep = by.manhattanLength() == 1; // the first one chooses the corner
    const QPoint from = m_current.x() >= 0 ? m_current : isStep ? corner - by : corner;
    const QPoint to(std::clamp(from.x() + by.x(), 0, m_matrix.columns.count() - 1),
                    std::clamp(from.y() + by.y(), 0, m_matrix.rows.count() - 1));
    setCurrent(to);
    const QRect cell = cellRect(to.y(), to.x()), seen = body();
    const auto reveal = [](QScrollBar *bar, int low, int high, bool isReversed) {
        const int off = low < 0 ? low : std::max(0, high);
        bar->setValue(bar->value() + (isReversed ? -off : off));
    };
    reveal(horizontalScrollBar(), cell.left() - seen.left(), cell.right() - seen.right(), isMirrored());
    reveal(verticalScrollBar(), cell.top() - seen.top(), cell.bottom() - seen.bottom(), false);
}

void HeatMap::moveByGroup(int direction)
{
    if (m_matrix.isEmpty())
        return;
    const int row = std::max(0, m_current.y());
    const auto [first, end] = m_rows.groupOf(row);
    const int before = first == row && first > 0 ? m_rows.groupOf(first - 1).first : first;
    const int to = direction > 0 ? std::min(end, m_rows.count() - 1) : before;
    moveCurrent({m_current.x() < 0 ? 1 : 0, to - row});
}

void HeatMap::keyPressEvent(QKeyEvent *event)
{
    const int sideways = isMirrored() ? -1 : 1;
    const int last = m_matrix.columns.count();
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCurrent({-sideways, 0});
    case Qt::Key_Right:
        return moveCurrent({sideways, 0});
    case Qt::Key_Up:
        return moveCurrent({0, -1});
    case Qt::Key_Down:
        return moveCurrent({0, 1});
    case Qt::Key_Home:
        return moveCurrent({-last, event->modifiers() & Qt::ControlModifier ? -m_matrix.rows.count() : 0});
    case Qt::Key_End:
        return moveCurrent({last, event->modifiers() & Qt::ControlModifier ? m_matrix.rows.count() : 0});
    case Qt::Key_PageUp:
        return moveByGroup(-1);
    case Qt::Key_PageDown:
        return moveByGroup(1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(1);
    case Qt::Key_Minus:
        return zoom(-1);
    case Qt::Key_0:
        return fit();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current.x() < 0)
            break;
        return Q_EMIT activated(m_current);
    default:
        break;
    }
    if (event->matches(QKeySequence::Copy) && m_current.x() >= 0)
        return QGuiApplication::clipboard()->setText(cellText(m_current.y(), m_current.x()));
    QAbstractScrollArea::keyPressEvent(event);
}

} // namespace graticule
