// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sites/sitestable.h"

#include "ui/page/figuretexts.h"
#include "ui/sites/pinnedhead.h"
#include "ui/sites/sitecolumns.h"
#include "ui/sites/sitelinedelegate.h"

#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <utility>

namespace graticule {

namespace {

/// What each field's column is explained by, in the order of SiteField; the last one is the tick.
QStringList figures()
{
    QStringList ids;
    for (const char *name : {"state", "name", "place", "country", "region", "provider", "kind", "through", "cpu",
                             "memory", "storage", "why", "seen"})
        ids << QStringLiteral("sites.") + QString::fromLatin1(name);
    return ids;
}

} // namespace

SitesTable::SitesTable(const ThemeSwitch &themes, SiteTableModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setObjectName(QStringLiteral("sites.table"));
    setAccessibleName(tr("Sites"));
    m_delegate = new SiteLineDelegate(themes, *this, model);
    setModel(&model); // once rows have their height, for else each of them would be resized
    m_delegate->setStrongColumn(int(SiteField::Name));
    for (const SiteField field : {SiteField::Cpu, SiteField::Memory, SiteField::Storage})
        m_delegate->setMeterColumn(int(field));
    FigureTexts::mark(*horizontalHeader(), figures());
    m_columns = new SiteColumns(*this);
    horizontalHeader()->setAccessibleName(tr("Columns; press to sort, with Shift as a further key"));
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &SitesTable::sortBy);
    m_pinned = new PinnedHead(*m_delegate, model, this);
    connect(m_pinned, &PinnedHead::pressed, this, [this](int row) {
        setCurrentIndex(m_model.index(row, int(SiteField::Name)));
        setFolded(row, !m_model.groupOf(row)->folded);
    });
    // The lines cover the ground, so that what is scrolled need not be painted again.
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&model, &QAbstractItemModel::layoutChanged, this, [this] {
        doItemsLayout(); // Qt would do so in the middle of the next painting, and paint a second time
        placePinned();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, &SitesTable::placePinned);
}

EntityId SitesTable::currentSite() const
{
    return currentIndex().isValid() ? m_model.siteAt(currentIndex().row()) : EntityId();
}

void SitesTable::setCurrentSite(const EntityId &site)
{
    const int row = m_model.rowOf(site);
    if (row >= 0)
        setCurrentIndex(m_model.index(row, int(SiteField::Name)));
}

void SitesTable::moveBy(int rows)
{
    const int row = std::clamp(currentIndex().row() + rows, 0, m_model.rowCount() - 1);
    if (row >= 0)
        setCurrentIndex(m_model.index(row, int(SiteField::Name)));
}

void SitesTable::setFolded(int row, bool fold)
{
    const SiteGroup *group = m_model.groupOf(row);
    if (!group)
        return;
    const QString name = m_model.groupName(*group);
    SiteFolding folding = m_model.folding();
    const int head = m_model.headOf(row);
    fold ? void(folding.folded.insert(name)) : void(folding.folded.remove(name));
    m_model.setFolding(folding);
    if (fold || currentIndex().row() < 0)
        setCurrentIndex(m_model.index(head, int(SiteField::Name)));
}

void SitesTable::foldCurrent(bool fold)
{
    const int row = currentIndex().row();
    if (row < 0 || m_model.headOf(row) < 0)
        return;
    // As in a tree: the first press goes to the head.
    if (fold && m_model.line(row).kind != SiteLine::Kind::Group && !m_model.groupOf(row)->folded)
        setCurrentIndex(m_model.index(m_model.headOf(row), int(SiteField::Name)));
    else
        setFolded(row, fold);
}

void SitesTable::tickCurrent()
{
    const EntityId site = currentSite();
    if (site.isEmpty())
        return;
    QSet<EntityId> chosen = m_model.chosen();
    chosen.contains(site) ? void(chosen.remove(site)) : void(chosen.insert(site));
    m_tickedLast = site;
    m_model.setChosen(chosen);
    moveBy(+1);
}

/// All sites between the one that was ticked last and this row.
void SitesTable::tickTo(int row)
{
    const int from = m_model.rowOf(m_tickedLast);
    QSet<EntityId> chosen = m_model.chosen();
    for (int at = std::min(row, from < 0 ? row : from); at <= std::max(row, from); ++at) {
        if (const EntityId site = m_model.siteAt(at); !site.isEmpty())
            chosen.insert(site);
    }
    m_model.setChosen(chosen);
}

void SitesTable::press(int row, Qt::KeyboardModifiers modifiers)
{
    const SiteLine line = m_model.line(row);
    if (line.kind == SiteLine::Kind::Group) {
        setFolded(row, !m_model.groupOf(row)->folded);
    } else if (line.kind == SiteLine::Kind::More) {
        SiteFolding folding = m_model.folding();
        folding.unfolded.insert(m_model.groupName(m_model.groups()[size_t(line.at)]));
        m_model.setFolding(folding);
    } else if (modifiers & Qt::ShiftModifier) {
        tickTo(row);
    } else {
        QSet<EntityId> chosen = m_model.chosen();
        m_tickedLast = m_model.siteAt(row);
        chosen.contains(m_tickedLast) ? void(chosen.remove(m_tickedLast)) : void(chosen.insert(m_tickedLast));
        m_model.setChosen(chosen);
    }
}

void SitesTable::sortBy(int column)
{
    if (column == SiteTableModel::kTickColumn)
        return;
    SiteQuery query = m_model.query();
    const auto field = SiteField(column);
    const bool further = QGuiApplication::keyboardModifiers() & Qt::ShiftModifier;
    const auto same = std::find_if(query.order.begin(), query.order.end(),
                                   [field](const SiteOrder &order) { return order.field == field; });
    if (same != query.order.end() && (further || same == query.order.begin())) {
        same->reversed = !same->reversed;
    } else {
        if (!further)
            query.order.clear();
        query.order.append({field, false});
    }
    m_model.setQuery(query);
}

void SitesTable::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    m_delegate->paintLines(painter, event->rect());
}

void SitesTable::keyPressEvent(QKeyEvent *event)
{
    const int row = currentIndex().row();
    const bool isRight = event->key() == (layoutDirection() == Qt::RightToLeft ? Qt::Key_Left : Qt::Key_Right);
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const EntityId site = currentSite(); !site.isEmpty())
            Q_EMIT opened(site);
        else if (row >= 0)
            press(row, {});
        return;
    case Qt::Key_Space:
        if (row >= 0 && m_model.line(row).kind != SiteLine::Kind::Site)
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
        m_model.setChosen(m_model.allMatching());
        return;
    }
    const bool ticks =
        event->modifiers() == Qt::ShiftModifier && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down);
    if (ticks && m_tickedLast.isEmpty())
        m_tickedLast = currentSite();
    QTableView::keyPressEvent(event);
    if (ticks)
        tickTo(currentIndex().row());
}

void SitesTable::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    const QModelIndex at = indexAt(event->position().toPoint());
    if (!at.isValid() || event->button() != Qt::LeftButton)
        return;
    const bool isTick =
        at.column() == SiteTableModel::kTickColumn || (event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier));
    if (isTick || m_model.line(at.row()).kind != SiteLine::Kind::Site)
        press(at.row(), event->modifiers());
}

void SitesTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex at = indexAt(event->position().toPoint());
    const EntityId site = at.isValid() ? m_model.siteAt(at.row()) : EntityId();
    if (site.isEmpty() || at.column() == SiteTableModel::kTickColumn)
        mousePressEvent(event); // quick ticks and folds are single ones
    else
        Q_EMIT opened(site);
}

void SitesTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    if (!isKey && !viewport()->rect().contains(viewport()->mapFromGlobal(event->globalPos()))) {
        event->ignore(); // the header's columns are explained by the window
        return;
    }
    const QRect row = visualRect(currentIndex());
    Q_EMIT menuAsked(isKey ? viewport()->mapToGlobal(row.bottomLeft()) : event->globalPos());
}

bool SitesTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        m_model.setHeld(event->type() == QEvent::Enter);
    return QTableView::viewportEvent(event);
}

void SitesTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    // The pinned head must not cover the row that the keyboard has reached.
    if (current.isValid() && m_pinned->isVisible() && m_model.line(current.row()).kind != SiteLine::Kind::Group &&
        rowViewportPosition(current.row()) < m_pinned->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() - m_pinned->height() +
                                      rowViewportPosition(current.row()));
    Q_EMIT currentSiteChanged(currentSite());
}

void SitesTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    placePinned();
}

void SitesTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_columns->fit();
    placePinned();
}

void SitesTable::placePinned()
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
    if (next < m_model.rowCount() && m_model.line(next).kind == SiteLine::Kind::Group)
        y = std::min(0, rowViewportPosition(next) - rowHeight(next));
    const QRect place = viewport()->geometry();
    m_pinned->setGeometry(place.left(), place.top() + y, place.width(), rowHeight(head));
    m_pinned->setHead(head);
}

} // namespace graticule
