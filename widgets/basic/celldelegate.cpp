// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/celldelegate.h"

#include "widgets/basic/cellroles.h"
#include "widgets/basic/tablehead.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTableView>
#include <QToolTip>
#include <QTreeView>

namespace graticule {

namespace {

constexpr int padding = tokens::space::s;
constexpr int bar = 3;

} // namespace

CellDelegate::CellDelegate(const ThemeSwitch &themes, QAbstractItemView &view)
    : QStyledItemDelegate(&view)
    , m_themes(themes)
    , m_view(view)
{
    view.setItemDelegate(this);
    view.setMouseTracking(true);
    view.viewport()->installEventFilter(this);
    view.installEventFilter(this);
    connect(&themes, &ThemeSwitch::themeChanged, this, &CellDelegate::fitRows);
    dress();
}

void CellDelegate::dress()
{
    m_view.setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view.setSelectionMode(QAbstractItemView::SingleSelection);
    m_view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view.setFrameShape(QFrame::NoFrame);
    if (auto *table = qobject_cast<QTableView *>(&m_view)) {
        table->setShowGrid(false);
        table->setWordWrap(false);
        table->setTabKeyNavigation(false); // Tab leads on to the next part of the window
        table->setCornerButtonEnabled(false);
        table->verticalHeader()->hide();
        table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        table->setHorizontalHeader(new TableHead(table));
        table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    } else if (auto *tree = qobject_cast<QTreeView *>(&m_view)) {
        tree->setUniformRowHeights(true);
        tree->setAllColumnsShowFocus(true);
    }
    fitRows();
}

void CellDelegate::fitRows()
{
    if (auto *table = qobject_cast<QTableView *>(&m_view)) {
        table->verticalHeader()->setMinimumSectionSize(m_themes.theme().rowHeight());
        table->verticalHeader()->setDefaultSectionSize(m_themes.theme().rowHeight());
    }
    m_view.doItemsLayout(); // a tree laid out before it had uniform rows would keep rows without height
    m_view.viewport()->update();
}

void CellDelegate::setMeterColumn(int column)
{
    m_meters.insert(column);
}

void CellDelegate::setStrongColumn(int column)
{
    m_strong.insert(column);
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setLayoutDirection(option.direction);
    const bool isHovered = m_hovered.isValid() && index.siblingAtColumn(0) == m_hovered;
    paintGround(*painter, option.rect, option.state & QStyle::State_Selected, isHovered);
    paintBar(*painter, option, index);
    const CellContent cell =
        CellContent::of(index, m_meters.contains(index.column()), m_strong.contains(index.column()));
    painter->setClipRect(option.rect, Qt::IntersectClip);
    m_cells.paint(*painter, innerOf(option.rect), cell, m_themes.theme());
    paintFocus(*painter, option.rect, index);
    painter->restore();
}

QRect CellDelegate::innerOf(const QRect &cell)
{
    return cell.adjusted(padding, 0, -padding, -1);
}

void CellDelegate::paintGround(QPainter &painter, const QRect &box, bool isSelected, bool isHovered) const
{
    const Theme &theme = m_themes.theme();
    if (isSelected || isHovered)
        painter.fillRect(box, theme.colour(isSelected ? Colour::Selected : Colour::Hover));
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), theme.colour(Colour::Line));
}

void CellDelegate::paintBar(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant tone = index.siblingAtColumn(0).data(cell::Bar);
    if (tone.isValid() && isEdge(index.column(), true)) {
        const QRect edge(option.rect.left(), option.rect.top(), bar, option.rect.height() - 1);
        painter.fillRect(QStyle::visualRect(option.direction, option.rect, edge),
                         m_themes.theme().colour(lineColour(static_cast<Tone>(tone.toInt()))));
    }
}

bool CellDelegate::hasRing(const QModelIndex &index) const
{
    const QModelIndex current = m_view.currentIndex();
    return m_view.hasFocus() && m_view.window()->testAttribute(Qt::WA_KeyboardFocusChange) &&
           current.row() == index.row() && current.parent() == index.parent();
}

void CellDelegate::paintFocus(QPainter &painter, const QRect &box, const QModelIndex &index) const
{
    if (!hasRing(index))
        return;
    const QColor colour = m_themes.theme().colour(Colour::Focus);
    const int width = tokens::line::focus;
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    painter.fillRect(QRect(box.left(), box.top(), box.width(), width), colour);
    painter.fillRect(QRect(box.left(), box.bottom() + 1 - width, box.width(), width), colour);
    if (isEdge(index.column(), !mirrored))
        painter.fillRect(QRect(box.left(), box.top(), width, box.height()), colour);
    if (isEdge(index.column(), mirrored))
        painter.fillRect(QRect(box.right() + 1 - width, box.top(), width, box.height()), colour);
}

void CellDelegate::paintRing(QPainter &painter, const QRect &row) const
{
    const QColor colour = m_themes.theme().colour(Colour::Focus);
    const int width = tokens::line::focus;
    const QRect inside = row.adjusted(width, width, -width, -width);
    for (const QRect &side : QRegion(row) - inside)
        painter.fillRect(side, colour);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const CellContent cell =
        CellContent::of(index, m_meters.contains(index.column()), m_strong.contains(index.column()));
    return {cellWidth(cell, m_themes.theme()) + 2 * padding, m_themes.theme().rowHeight()};
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const bool cut = sizeHint(option, index).width() > option.rect.width();
    if (event->type() == QEvent::ToolTip && cut && !text.isEmpty() && !index.data(Qt::ToolTipRole).isValid()) {
        QToolTip::showText(event->globalPos(), text, view);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

bool CellDelegate::eventFilter(QObject *, QEvent *event)
{
    if (!qobject_cast<QAbstractItemView *>(parent())) // it is on its way out, and a plain widget already
        return false;
    switch (event->type()) {
    case QEvent::MouseMove:
        hover(m_view.indexAt(static_cast<QMouseEvent *>(event)->position().toPoint()));
        break;
    case QEvent::Leave:
        hover({});
        break;
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        m_view.viewport()->update(); // the ring runs through the whole row
        break;
    default:
        break;
    }
    return false; // the base must not see it: it takes what it watches for an editor
}

void CellDelegate::hover(const QModelIndex &index)
{
    const QModelIndex row = index.siblingAtColumn(0);
    if (m_hovered == row)
        return;
    for (const QModelIndex &changed : {QModelIndex(m_hovered), row}) {
        QRect line = m_view.visualRect(changed);
        line.setLeft(0);
        line.setWidth(m_view.viewport()->width());
        m_view.viewport()->update(line);
    }
    m_hovered = row;
}

const QHeaderView *CellDelegate::header() const
{
    if (const auto *table = qobject_cast<const QTableView *>(&m_view))
        return table->horizontalHeader();
    const auto *tree = qobject_cast<const QTreeView *>(&m_view);
    return tree ? tree->header() : nullptr;
}

bool CellDelegate::isEdge(int column, bool first) const
{
    const QHeaderView *columns = header();
    if (!columns)
        return true; // a list has one column
    const int step = first ? 1 : -1;
    for (int at = first ? 0 : columns->count() - 1; at >= 0 && at < columns->count(); at += step) {
        const int logical = columns->logicalIndex(at);
        if (!columns->isSectionHidden(logical))
            return logical == column;
    }
    return false;
}

} // namespace graticule
