// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/entitytable.h"

#include "ui/entities/tickdelegate.h"

#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMouseEvent>

#include <utility>

namespace graticule {

namespace {

constexpr int kTickWidth = 34;
constexpr int kStateSides = 44; // symbol and margins beside a state's name
constexpr int kLeast = 34;
constexpr int kMost = 1000;

} // namespace

EntityTable::EntityTable(const ThemeSwitch &themes, EntityTableModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setModel(&model);
    auto *delegate = new TickDelegate(themes, *this, model.tickColumn());
    delegate->setStrongColumn(nameColumn());
    for (int field = 0; field < model.tickColumn(); ++field) {
        if (model.fields()[size_t(field)].has(EntityField::Meter))
            delegate->setMeterColumn(field);
    }
    setTabKeyNavigation(false);
    buildColumns();
}

void EntityTable::buildColumns()
{
    QHeaderView *header = horizontalHeader();
    header->setProperty("plain", true);
    header->setSectionsMovable(true);
    header->setFirstSectionMovable(false);
    header->setSectionsClickable(true);
    header->setMinimumSectionSize(kLeast);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(m_model.tickColumn(), QHeaderView::Fixed);
    header->setStretchLastSection(false);
    header->setHighlightSections(false);
    header->setAccessibleName(tr("Columns; press to sort, with Shift as a further key"));
    resetColumns();
    for (int field = 0; field < m_model.tickColumn(); ++field) {
        if (m_model.fields()[size_t(field)].type == EntityField::Type::Why)
            header->setSectionResizeMode(field, QHeaderView::Stretch);
    }
    connect(header, &QHeaderView::sectionClicked, this, &EntityTable::sortBy);
}

/// States of one word, and heads, read whole in every language.
int EntityTable::firstWidth(int field) const
{
    const EntityField &what = m_model.fields()[size_t(field)];
    int width =
        std::max(what.width, fontMetrics().horizontalAdvance(what.title + QStringLiteral(" \u2193")) + kLeast / 2);
    if (what.type == EntityField::Type::State) {
        const bool isService = m_model.kind() == EntityKind::Service;
        for (const Health health : {Health::Unhealthy, isService ? Health::Restarting : Health::Failed})
            width = std::max(width, fontMetrics().horizontalAdvance(StateText::look(health).text) + kStateSides);
    }
    return width;
}

void EntityTable::resetColumns()
{
    QHeaderView *header = horizontalHeader();
    header->moveSection(header->visualIndex(m_model.tickColumn()), 0);
    header->resizeSection(m_model.tickColumn(), kTickWidth);
    for (int field = 0; field < m_model.tickColumn(); ++field) {
        header->moveSection(header->visualIndex(field), field + 1);
        header->resizeSection(field, firstWidth(field));
        setColumnHidden(field, !m_model.fields()[size_t(field)].has(EntityField::Shown));
    }
}

QList<int> EntityTable::shownFields() const
{
    QList<int> fields;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (column != m_model.tickColumn() && !isColumnHidden(column))
            fields << column;
    }
    return fields;
}

QVariantList EntityTable::saveColumns() const
{
    QVariantList columns;
    const QList<int> shown = shownFields();
    for (const int field : shown)
        columns << QVariantMap{{QStringLiteral("field"), m_model.fields()[size_t(field)].word},
                               {QStringLiteral("width"), columnWidth(field)}};
    return columns;
}

void EntityTable::restoreColumns(const QVariantList &columns)
{
    QList<std::pair<int, int>> wanted;
    for (const QVariant &value : columns) {
        const QVariantMap column = value.toMap();
        const int field = EntityFields::indexOf(m_model.fields(), column.value(QStringLiteral("field")).toString());
        if (field >= 0)
            wanted.append({field, column.value(QStringLiteral("width")).toInt()});
    }
    if (wanted.isEmpty())
        return;
    for (int field = 0; field < m_model.tickColumn(); ++field)
        setColumnHidden(field, field != nameColumn());
    int at = 1; // after the tick
    for (const auto &[field, width] : std::as_const(wanted)) {
        setColumnHidden(field, false);
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(field), at++);
        if (horizontalHeader()->sectionResizeMode(field) == QHeaderView::Interactive)
            setColumnWidth(field, std::clamp(width, kLeast, kMost));
    }
}

EntityId EntityTable::current() const
{
    return currentIndex().isValid() ? m_model.idAt(currentIndex().row()) : EntityId();
}

void EntityTable::setCurrent(const EntityId &id)
{
    const int row = m_model.rowOf(id);
    if (row >= 0)
        setCurrentIndex(m_model.index(row, nameColumn()));
}

void EntityTable::moveBy(int rows)
{
    const int row = std::clamp(currentIndex().row() + rows, 0, std::max(0, m_model.rowCount() - 1));
    if (row < m_model.rowCount())
        setCurrentIndex(m_model.index(row, nameColumn()));
}

void EntityTable::toggle(const EntityId &id)
{
    QSet<EntityId> chosen = m_model.chosen();
    if (!chosen.remove(id))
        chosen.insert(id);
    m_tickedLast = id;
    m_model.setChosen(chosen);
}

void EntityTable::tickCurrent()
{
    const EntityId id = current();
    if (id.isEmpty())
        return;
    toggle(id);
    moveBy(+1);
}

/// Everything between what was ticked last and this row.
void EntityTable::tickTo(int row)
{
    const int last = m_model.rowOf(m_tickedLast);
    const int from = last < 0 ? row : last;
    QSet<EntityId> chosen = m_model.chosen();
    for (int at = std::min(row, from); at <= std::max(row, from); ++at)
        chosen.insert(m_model.idAt(at));
    m_model.setChosen(chosen);
}

void EntityTable::press(int row, Qt::KeyboardModifiers modifiers)
{
    if (modifiers & Qt::ShiftModifier)
        tickTo(row);
    else
        toggle(m_model.idAt(row));
}

void EntityTable::sortBy(int column)
{
    if (column == m_model.tickColumn())
        return;
    EntityQuery query = m_model.query();
    const bool further = QGuiApplication::keyboardModifiers() & Qt::ShiftModifier;
    const auto same = std::find_if(query.order.begin(), query.order.end(),
                                   [column](const EntityOrder &order) { return order.field == column; });
    if (same != query.order.end() && (further || same == query.order.begin())) {
        same->reversed = !same->reversed;
    } else {
        if (!further)
            query.order.clear();
        query.order.append({column, false});
    }
    m_model.setQuery(query);
}

void EntityTable::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const EntityId id = current(); !id.isEmpty())
            Q_EMIT opened(id);
        return;
    case Qt::Key_Space:
        tickCurrent();
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

void EntityTable::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    const QModelIndex at = indexAt(event->position().toPoint());
    if (!at.isValid() || event->button() != Qt::LeftButton)
        return;
    if (at.column() == m_model.tickColumn() || (event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)))
        press(at.row(), event->modifiers());
}

void EntityTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex at = indexAt(event->position().toPoint());
    if (!at.isValid() || at.column() == m_model.tickColumn())
        mousePressEvent(event); // quick ticks are single ones
    else
        Q_EMIT opened(m_model.idAt(at.row()));
}

void EntityTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const QRect row = visualRect(currentIndex());
    Q_EMIT menuAsked(isKey ? viewport()->mapToGlobal(row.bottomLeft()) : event->globalPos());
}

bool EntityTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        m_model.setHeld(event->type() == QEvent::Enter);
    return QTableView::viewportEvent(event);
}

void EntityTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT currentEntityChanged(this->current());
}

} // namespace graticule
