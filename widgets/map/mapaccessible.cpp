// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapaccessible.h"

#include "widgets/basic/paintedlistitem.h"
#include "widgets/map/mapwidget.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

#include <algorithm>

namespace graticule {

namespace {

constexpr size_t MostItems = 200; // more than anybody walks through; the rest is reached by zooming in

/// One mark. Valid until the marks are numbered anew.
class MarkItem : public PaintedListItem
{
public:
    MarkItem(MapWidget *map, QAccessibleInterface *list, int mark)
        : PaintedListItem(list)
        , m_map(map)
        , m_version(map->marksVersion())
        , m_mark(mark)
    {
    }

    bool isValid() const override { return m_map && m_map->marksVersion() == m_version; }
    QRect rect() const override
    {
        return isValid() ? m_map->markRect(m_mark).translated(m_map->mapToGlobal(QPoint())) : QRect();
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (isValid()) {
            state.focusable = state.selectable = true;
            state.selected = m_map->isMarkSelected(m_mark);
            state.focused = m_map->hasFocus() && m_map->currentMark() == m_mark;
            state.offscreen = !m_map->rect().intersects(m_map->markRect(m_mark));
        }
        return state;
    }

protected:
    QString name() const override { return m_map->markText(m_mark); }
    void choose(bool isPressed) override
    {
        const MapHit hit = m_map->hitOfMark(m_mark);
        m_map->setFocus();
        m_map->select(hit);
        if (isPressed)
            m_map->activate(hit);
    }

private:
    QPointer<MapWidget> m_map;
    int m_version;
    int m_mark;
};

/// The marks in view.
class MarkList : public QAccessibleInterface
{
public:
    MarkList(MapWidget *map, QAccessibleInterface *parent)
        : m_map(map)
        , m_parent(parent)
    {
    }
    ~MarkList() override { forget(); }

    bool isValid() const override { return m_map; }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_parent->window(); }
    QAccessibleInterface *parent() const override { return m_parent; }
    QAccessibleInterface *child(int index) const override
    {
        const auto marks = shown();
        return index >= 0 && index < int(marks.size()) ? item(marks[size_t(index)]) : nullptr;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const MapHit hit = m_map->hitAt(m_map->mapFromGlobal(QPoint(x, y)));
        return hit && hit.kind != MapHit::Kind::Link ? item(hit.index) : nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        return m_map->hasFocus() && m_map->currentMark() >= 0 ? item(m_map->currentMark()) : nullptr;
    }
    int childCount() const override { return int(shown().size()); }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto marks = shown();
        const auto found = std::ranges::find_if(marks, [&](int mark) { return item(mark) == child; });
        return found == marks.end() ? -1 : int(found - marks.begin());
    }
    QAccessible::Role role() const override { return QAccessible::List; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? MapWidget::tr("Sites in view, worst first") : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override { return m_map->rect().translated(m_map->mapToGlobal(QPoint())); }
    QAccessible::State state() const override { return {}; }

    void forget() const
    {
        for (const QAccessible::Id id : std::as_const(m_items)) {
            QAccessible::deleteAccessibleInterface(id);
        }
        m_items.clear();
    }
    QAccessibleInterface *item(int mark) const
    {
        if (m_version != m_map->marksVersion()) {
            forget();
            m_version = m_map->marksVersion();
        }
        QAccessible::Id &id = m_items[mark];
        if (id == 0) {
            id = QAccessible::registerAccessibleInterface(new MarkItem(m_map, const_cast<MarkList *>(this), mark));
        }
        return QAccessible::accessibleInterface(id);
    }

private:
    std::vector<int> shown() const
    {
        if (!m_map) {
            return {};
        }
        auto marks = m_map->visibleMarks();
        marks.resize(std::min(marks.size(), MostItems));
        return marks;
    }

    QPointer<MapWidget> m_map;
    QAccessibleInterface *m_parent;
    // Made when asked for: most maps are never read aloud.
    mutable int m_version = -1;
    mutable QHash<int, QAccessible::Id> m_items;
};

class MapAccessible : public QAccessibleWidget
{
public:
    explicit MapAccessible(MapWidget *map)
        : QAccessibleWidget(map, QAccessible::Graphic)
        , m_list(new MarkList(map, this))
        , m_listId(QAccessible::registerAccessibleInterface(m_list))
    {
    }
    ~MapAccessible() override { QAccessible::deleteAccessibleInterface(m_listId); }

    int childCount() const override { return 1 + QAccessibleWidget::childCount(); }
    QAccessibleInterface *child(int index) const override
    {
        return index == 0 ? m_list : QAccessibleWidget::child(index - 1);
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const int other = child == m_list ? 0 : QAccessibleWidget::indexOfChild(child);
        return child == m_list || other < 0 ? other : other + 1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        if (QAccessibleInterface *widget = QAccessibleWidget::childAt(x, y)) {
            return widget;
        }
        return m_list->rect().contains(x, y) ? m_list : nullptr;
    }
    QAccessibleInterface *focusChild() const override { return m_list->focusChild(); }
    MarkList &list() const { return *m_list; }

private:
    MarkList *m_list; // owned by id
    QAccessible::Id m_listId;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *map = qobject_cast<MapWidget *>(object);
    return map ? new MapAccessible(map) : nullptr;
}

} // namespace

void installMapAccessibility()
{
    static const bool once = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(once)
}

void announceMarks(MapWidget *map)
{
    if (QAccessible::isActive()) {
        QAccessibleEvent event(map, QAccessible::ObjectReorder);
        QAccessible::updateAccessibility(&event);
    }
}

void announceCurrentMark(MapWidget *map)
{
    if (!QAccessible::isActive() || map->currentMark() < 0) {
        return;
    }
    if (auto *interface = dynamic_cast<MapAccessible *>(QAccessible::queryAccessibleInterface(map))) {
        QAccessibleEvent event(interface->list().item(map->currentMark()), QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace graticule
