// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/smallaccessible.h"

#include "widgets/basic/paintedlistitem.h"
#include "widgets/charts/smallmultiples.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace graticule {

namespace {

class ChartItem : public PaintedListItem
{
public:
    ChartItem(SmallMultiples *charts, QAccessibleInterface *list, int index)
        : PaintedListItem(list)
        , m_charts(charts)
        , m_index(index)
    {
    }

    bool isValid() const override { return m_charts && m_index < m_charts->count(); }
    QRect rect() const override
    {
        return isValid() ? m_charts->cellRect(m_index).translated(m_charts->mapToGlobal(QPoint())) : QRect();
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (isValid()) {
            state.focusable = state.selectable = true;
            state.selected = m_charts->current() == m_index;
            state.focused = state.selected && m_charts->hasFocus();
        }
        return state;
    }

protected:
    QString name() const override { return m_charts->chartText(m_index); }
    void choose(bool isPressed) override
    {
        m_charts->setFocus();
        m_charts->setCurrent(m_index);
        if (isPressed)
            Q_EMIT m_charts->activated(m_index);
    }

private:
    QPointer<SmallMultiples> m_charts;
    int m_index;
};

class ChartList : public QAccessibleWidget
{
public:
    explicit ChartList(SmallMultiples *charts)
        : QAccessibleWidget(charts, QAccessible::List)
    {
    }
    ~ChartList() override
    {
        for (const QAccessible::Id id : std::as_const(m_items))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return charts()->count(); }
    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        QAccessible::Id &id = m_items[index];
        if (id == 0)
            id =
                QAccessible::registerAccessibleInterface(new ChartItem(charts(), const_cast<ChartList *>(this), index));
        return QAccessible::accessibleInterface(id);
    }
    int indexOfChild(const QAccessibleInterface *item) const override
    {
        for (int index = 0; index < childCount(); ++index) {
            if (child(index) == item)
                return index;
        }
        return -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int index = 0; index < childCount(); ++index) {
            if (child(index)->rect().contains(x, y))
                return child(index);
        }
        return nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        return charts()->hasFocus() ? child(charts()->current()) : nullptr;
    }

private:
    SmallMultiples *charts() const { return qobject_cast<SmallMultiples *>(widget()); }

    mutable QHash<int, QAccessible::Id> m_items; ///< made when asked for
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *charts = qobject_cast<SmallMultiples *>(object);
    return charts ? new ChartList(charts) : nullptr;
}

} // namespace

void installSmallAccessibility()
{
    static const bool once = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(once)
}

void announceCurrentChart(SmallMultiples *charts)
{
    if (!QAccessible::isActive() || charts->current() < 0)
        return;
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(charts);
    if (QAccessibleInterface *item = list ? list->child(charts->current()) : nullptr) {
        QAccessibleEvent event(item, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace graticule
