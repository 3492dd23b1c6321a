// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap/heatmapaccessible.h"

#include "widgets/basic/painteditem.h"
#include "widgets/heatmap/heatmap.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace graticule {

namespace {

constexpr int kMostChildren = 2000;

class HeatTable;

class HeatCellItem : public PaintedItem, public QAccessibleTableCellInterface
{
public:
    HeatCellItem(HeatMap *map, HeatTable *tableOfCell, int row, int column)
        : m_map(map)
        , m_table(tableOfCell)
        , m_row(row)
        , m_column(column)
    {
    }

    bool isValid() const override
    {
        return m_map && m_row < m_map->matrix().rows.count() && m_column < m_map->matrix().columns.count();
    }
    QWindow *window() const override { return m_map ? m_map->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override;
    QAccessible::Role role() const override { return QAccessible::Cell; }
    QRect rect() const override
    {
        return isValid() ? m_map->cellRect(m_row, m_column).translated(m_map->viewport()->mapToGlobal(QPoint()))
                         : QRect();
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (isValid()) {
            state.focusable = state.selectable = true;
            state.selected = isSelected();
            state.focused = state.selected && m_map->hasFocus();
            state.offscreen = !m_map->shownCells().contains(m_column, m_row);
        }
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface *>(this) : nullptr;
    }

    bool isSelected() const override { return m_map && m_map->current() == QPoint(m_column, m_row); }
    QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_column; }
    int rowIndex() const override { return m_row; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface *table() const override { return parent(); }

protected:
    QString name() const override { return m_map->cellText(m_row, m_column); }

private:
    QPointer<HeatMap> m_map;
    HeatTable *m_table; // owns us by id
    int m_row;
    int m_column;
};

class HeatTable : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit HeatTable(HeatMap *map)
        : QAccessibleWidget(map, QAccessible::Table)
    {
    }
    ~HeatTable() override { forget(); }

    void forget() const
    {
        for (const QAccessible::Id id : std::as_const(m_items))
            QAccessible::deleteAccessibleInterface(id);
        m_items.clear();
    }
    QAccessibleInterface *item(int row, int column) const
    {
        if (row < 0 || column < 0 || row >= rowCount() || column >= columnCount())
            return nullptr;
        if (m_items.size() > kMostChildren)
            forget();
        QAccessible::Id &id = m_items[{row, column}];
        if (id == 0)
            id = QAccessible::registerAccessibleInterface(
                new HeatCellItem(map(), const_cast<HeatTable *>(this), row, column));
        return QAccessible::accessibleInterface(id);
    }

    int childCount() const override
    {
        const QRect shown = map()->shownCells();
        return std::min(kMostChildren, shown.width() * shown.height());
    }
    QAccessibleInterface *child(int index) const override
    {
        const QRect shown = map()->shownCells();
        if (index < 0 || index >= childCount())
            return nullptr;
        return item(shown.top() + index / shown.width(), shown.left() + index % shown.width());
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        auto *cell = const_cast<QAccessibleInterface *>(child)->tableCellInterface();
        const QRect shown = map()->shownCells();
        if (!cell || !shown.contains(cell->columnIndex(), cell->rowIndex()))
            return -1;
        const int index = (cell->rowIndex() - shown.top()) * shown.width() + cell->columnIndex() - shown.left();
        return index < childCount() ? index : -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint cell = map()->cellAt(map()->viewport()->mapFromGlobal(QPoint(x, y)));
        return item(cell.y(), cell.x());
    }
    QAccessibleInterface *focusChild() const override
    {
        return map()->hasFocus() ? item(map()->current().y(), map()->current().x()) : nullptr;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override { return item(row, column); }
    int selectedCellCount() const override { return map()->current().x() >= 0 ? 1 : 0; }
    QList<QAccessibleInterface *> selectedCells() const override
    {
        QAccessibleInterface *cell = item(map()->current().y(), map()->current().x());
        return cell ? QList<QAccessibleInterface *>{cell} : QList<QAccessibleInterface *>();
    }
    QString columnDescription(int column) const override { return map()->matrix().columns.names.value(column); }
    QString rowDescription(int row) const override { return map()->matrix().rows.names.value(row); }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    int columnCount() const override { return map()->matrix().columns.count(); }
    int rowCount() const override { return map()->matrix().rows.count(); }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override { forget(); }

private:
    HeatMap *map() const { return qobject_cast<HeatMap *>(widget()); }

    mutable QHash<std::pair<int, int>, QAccessible::Id> m_items; ///< made when asked for
};

QAccessibleInterface *HeatCellItem::parent() const
{
    return m_table;
}

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *map = qobject_cast<HeatMap *>(object);
    return map ? new HeatTable(map) : nullptr;
}

} // namespace

void installHeatMapAccessibility()
{
    static const bool once = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(once)
}

void announceHeatMapReset(HeatMap *map)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleTableModelChangeEvent event(map, QAccessibleTableModelChangeEvent::ModelReset);
    QAccessible::updateAccessibility(&event);
}

void announceHeatMapCurrent(HeatMap *map)
{
    if (!QAccessible::isActive() || map->current().x() < 0)
        return;
    auto *table = dynamic_cast<HeatTable *>(QAccessible::queryAccessibleInterface(map));
    if (QAccessibleInterface *cell = table ? table->item(map->current().y(), map->current().x()) : nullptr) {
        QAccessibleEvent event(cell, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace graticule
