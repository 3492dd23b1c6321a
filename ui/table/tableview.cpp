// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/tableview.h"

#include "ui/page/figuretexts.h"
#include "ui/table/linedelegate.h"
#include "ui/table/pinnedhead.h"
#include "ui/table/tablecolumns.h"
#include "ui/table/trailcells.h"

#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <utility>

namespace graticule {

namespace {

/// What each column is explained by; the tick by nothing.
QStringList figures(const QString &page, const TableModel &model)
{
    QStringList ids;
    for (int column = 0; column < model.tickColumn(); ++column) {
        const QString &word = model.column(column).word;
        const bool isThrough = word == QLatin1String("connection");
        ids << page + QLatin1Char('.') +
                   (column == TableModel::kNameColumn ? QStringLiteral("name")
                    : isThrough                       ? QStringLiteral("through")
                                                      : word);
    }
    return ids;
}

} // namespace

TableView::TableView(const ThemeSwitch &themes, TableModel &model, const QString &page, QWidget *parent)
    : QTableView(parent)
    , m_themes(themes)
    , m_model(model)
{
    setObjectName(page + QStringLiteral(".table"));
    m_delegate = new LineDelegate(themes, *this, model);
    setModel(&model); // once rows have their height, for else each of them would be resized
    FigureTexts::mark(*horizontalHeader(), figures(page, model));
    m_columns = new TableColumns(*this, model);
    horizontalHeader()->setAccessibleName(tr("Columns; press to sort, with Shift as a further key"));
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &TableView::sortBy);
    m_pinned = new PinnedHead(*m_delegate, model, this);
    connect(m_pinned, &PinnedHead::pressed, this, [this](int row) {
        setCurrentIndex(m_model.index(row, TableModel::kNameColumn));
        press(row, {});
    });
    // The lines cover the ground, so that what is scrolled need not be painted again.
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&model, &QAbstractItemModel::layoutChanged, this, [this] {
        doItemsLayout(); // Qt would do so in the middle of the next painting, and paint a second time
        placePinned();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, &TableView::placePinned);
    connect(&model, &TableModel::countsChanged, this, &TableView::lookAtFirstRows);
    lookAtFirstRows();
}

void TableView::showTrails(FleetStore &store, SampleCalls &calls)
{
    m_trails = new TrailCells(m_themes, store, calls, *this, m_model);
    m_delegate->setTrailPainter([trails = m_trails](QPainter &painter, const QRect &box, TrailKind kind,
                                                    const EntityId &row) { trails->paint(painter, box, kind, row); });
    connect(horizontalHeader(), &QHeaderView::sectionResized, m_trails, &TrailCells::lookSoon); // shown or hidden
}

bool TableView::isSettled() const
{
    return !m_trails || m_trails->isSettled();
}

/// Widths follow what comes first.
void TableView::lookAtFirstRows()
{
    if (m_hasRows || m_model.rowCount() == 0)
        return;
    m_hasRows = true;
    m_columns->measure();
}

EntityId TableView::current() const
{
    return currentIndex().isValid() ? m_model.idAt(currentIndex().row()) : EntityId();
}

void TableView::setCurrent(const EntityId &id)
{
    const int row = m_model.rowOf(id);
    if (row >= 0)
        setCurrentIndex(m_model.index(row, TableModel::kNameColumn));
}

void TableView::moveBy(int rows)
{
    const int row = std::clamp(currentIndex().row() + rows, 0, m_model.rowCount() - 1);
    if (row >= 0)
        setCurrentIndex(m_model.index(row, TableModel::kNameColumn));
}

void TableView::setFolded(int row, bool fold)
{
    const int head = m_model.headOf(row);
    if (head < 0)
        return;
    const QString name = m_model.groupTitle(m_model.line(head).at);
    TableFolding folding = m_model.folding();
    fold ? void(folding.folded.insert(name)) : void(folding.folded.remove(name));
    m_model.setFolding(folding);
    if (fold || currentIndex().row() < 0)
        setCurrentIndex(m_model.index(head, TableModel::kNameColumn));
}

void TableView::foldCurrent(bool fold)
{
    const int row = currentIndex().row();
    const int head = row < 0 ? -1 : m_model.headOf(row);
    if (head < 0)
        return;
    const bool isFolded = m_model.groupAt(m_model.line(head).at).folded;
    // As in a tree: the first press goes to the head.
    if (fold && m_model.line(row).kind != TableLine::Kind::Group && !isFolded)
        setCurrentIndex(m_model.index(head, TableModel::kNameColumn));
    else
        setFolded(row, fold);
}

void TableView::toggle(const EntityId &id)
{
    QSet<EntityId> chosen = m_model.chosen();
    if (!chosen.remove(id))
        chosen.insert(id);
    m_tickedLast = id;
    m_model.setChosen(chosen);
}

void TableView::tickCurrent()
{
    const EntityId id = current();
    if (id.isEmpty())
        return;
    toggle(id);
    moveBy(+1);
}

/// Everything between what was ticked last and this row.
void TableView::tickTo(int row)
{
    const int last = m_model.rowOf(m_tickedLast);
    const int from = last < 0 ? row : last;
    QSet<EntityId> chosen = m_model.chosen();
    for (int at = std::min(row, from); at <= std::max(row, from); ++at) {
        if (const EntityId id = m_model.idAt(at); !id.isEmpty())
            chosen.insert(id);
    }
    m_model.setChosen(chosen);
}

void TableView::press(int row, Qt::KeyboardModifiers modifiers)
{
    const TableLine line = m_model.line(row);
    if (line.kind == TableLine::Kind::Group) {
        setFolded(row, !m_model.groupAt(line.at).folded);
    } else if (line.kind == TableLine::Kind::More) {
        TableFolding folding = m_model.folding();
        folding.unfolded.insert(m_model.groupTitle(line.at));
        m_model.setFolding(folding);
    } else if (modifiers & Qt::ShiftModifier) {
        tickTo(row);
    } else {
        toggle(m_model.idAt(row));
    }
}

void TableView::sortBy(int column)
{
    if (column == m_model.tickColumn() || m_model.isTrail(column))
        return;
    TableQuery query = m_model.tableQuery();
    const bool further = QGuiApplication::keyboardModifiers() & Qt::ShiftModifier;
    const auto same = std::find_if(query.order.begin(), query.order.end(),
                                   [column](const TableOrder &order) { return order.field == column; });
    if (same != query.order.end() && (further || same == query.order.begin())) {
        same->reversed = !same->reversed;
    } else {
        if (!further)
            query.order.clear();
        query.order.append({column, false});
    }
    m_model.setTableQuery(query);
}

void TableView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    m_delegate->paintLines(painter, event->rect());
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    const int row = currentIndex().row();
    const bool isRight = event->key() == (layoutDirection() == Qt::RightToLeft ? Qt::Key_Left : Qt::Key_Right);
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const EntityId id = current(); !id.isEmpty())
            Q_EMIT opened(id);
        else if (row >= 0)
            press(row, {});
        return;
    case Qt::Key_Space:
        if (row >= 0 && m_model.line(row).kind != TableLine::Kind::Row)
            press(row, {});
        else
            tickCurrent();
        return;
    case Qt::Key_Left:
    case Qt::Key_Right:
        foldCurrent(!isRight);
        return;
    case Qt::Key_J:
        moveBy(+1);
        return;
    case Qt::Key_K:
        moveBy(-1);
        return;
    default:
        break;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        const QList<EntityId> all = m_model.allInOrder();
        m_model.setChosen(QSet<EntityId>(all.begin(), all.end()));
        return;
    }
    const bool ticks =
        event->modifiers() == Qt::ShiftModifier && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down);
    if (ticks && m_tickedLast.isEmpty())
        m_tickedLast = current();
    QTableView::keyPressEvent(event);
    if (ticks && currentIndex().isValid())
        tickTo(currentIndex().row());
}

void TableView::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    const QModelIndex at = indexAt(event->position().toPoint());
    m_pressed = {};
    if (!at.isValid() || event->button() != Qt::LeftButton)
        return;
    const bool isTick =
        at.column() == m_model.tickColumn() || (event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier));
    if (isTick || m_model.line(at.row()).kind != TableLine::Kind::Row)
        press(at.row(), event->modifiers());
    else if (nameAt(event->position().toPoint()) >= 0)
        m_pressed = m_model.idAt(at.row());
}

int TableView::nameAt(const QPoint &point) const
{
    const QModelIndex at = indexAt(point);
    const bool isName = at.isValid() && at.column() == TableModel::kNameColumn;
    return isName && m_model.line(at.row()).kind == TableLine::Kind::Row ? at.row() : -1;
}

void TableView::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    const int row = event->buttons() == Qt::NoButton ? nameAt(event->position().toPoint()) : -1;
    m_delegate->setLinkRow(row);
    viewport()->setCursor(row < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

/// A name opens where the button came down on it, as a link does.
void TableView::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const EntityId pressed = std::exchange(m_pressed, EntityId());
    if (event->button() == Qt::LeftButton && !pressed.isEmpty() &&
        m_model.idAt(nameAt(event->position().toPoint())) == pressed)
        Q_EMIT opened(pressed);
}

void TableView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex at = indexAt(event->position().toPoint());
    const EntityId id = at.isValid() ? m_model.idAt(at.row()) : EntityId();
    if (id.isEmpty() || at.column() == m_model.tickColumn())
        mousePressEvent(event); // quick ticks and folds are single ones
    else
        Q_EMIT opened(id);
}

void TableView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    if (!isKey && !viewport()->rect().contains(viewport()->mapFromGlobal(event->globalPos()))) {
        event->ignore(); // the header's columns are explained by the window
        return;
    }
    const QRect row = visualRect(currentIndex());
    Q_EMIT menuAsked(isKey ? viewport()->mapToGlobal(row.bottomLeft()) : event->globalPos());
}

bool TableView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        m_model.setHeld(event->type() == QEvent::Enter);
    if (event->type() == QEvent::Leave)
        m_delegate->setLinkRow(-1);
    return QTableView::viewportEvent(event);
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    // The pinned head must not cover the row that the keyboard has reached.
    if (current.isValid() && m_pinned->isVisible() && m_model.line(current.row()).kind != TableLine::Kind::Group &&
        rowViewportPosition(current.row()) < m_pinned->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() - m_pinned->height() +
                                      rowViewportPosition(current.row()));
    Q_EMIT currentEntityChanged(this->current());
}

void TableView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (m_trails && dy != 0)
        m_trails->lookSoon();
    placePinned();
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_columns->fit();
    if (m_trails)
        m_trails->lookSoon();
    placePinned();
}

void TableView::placePinned()
{
    const int top = rowAt(0);
    const int head = top < 0 ? -1 : m_model.headOf(top);
    if (head < 0 || rowViewportPosition(head) == 0) {
        m_pinned->setHead(-1);
        return;
    }
    // The next head pushes it out.
    int y = 0;
    const int next = top + 1;
    if (next < m_model.rowCount() && m_model.line(next).kind == TableLine::Kind::Group)
        y = std::min(0, rowViewportPosition(next) - rowHeight(next));
    const QRect place = viewport()->geometry();
    m_pinned->setGeometry(place.left(), place.top() + y, place.width(), rowHeight(head));
    m_pinned->setHead(head);
}

} // namespace graticule
