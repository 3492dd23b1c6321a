// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/smallaccessible.h"

#include "widgets/charts/smallmultiples.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace graticule {

namespace {

class ChartItem : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ChartItem(SmallMultiples *charts, QAccessibleInterface *list, int index)
        : m_charts(charts)
        , m_list(list)
        , m_index(index)
    {
    }

    bool isValid() const override { return m_charts && m_index < m_charts->count(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_list->window(); }
    QAccessibleInterface *parent() const override { return m_list; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? m_charts->chartText(m_index) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
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
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &action) override
    {
        if (!isValid())
            return;
        m_charts->setFocus();
        m_charts->setCurrent(m_index);
        if (action == pressAction())
            Q_EMIT m_charts->activated(m_index);
    }

private:
    QPointer<SmallMultiples> m_charts;
    QAccessibleInterface *m_list; // owns us by id
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
