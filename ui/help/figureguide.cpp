// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/figureguide.h"

#include "ui/page/figuretexts.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QHelpEvent>
#include <QMenu>
#include <QToolTip>

namespace graticule {

FigureGuide::FigureGuide(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
    window.installEventFilter(this);
}

FigureGuide::Found FigureGuide::of(QWidget *widget, QPoint point) const
{
    for (QWidget *each = widget; each && each != &m_window; each = each->parentWidget()) {
        const QStringList ids = FigureTexts::of(*each);
        if (ids.isEmpty())
            continue;
        QRect place(each->mapTo(&m_window, QPoint()), each->size());
        if (const auto *header = qobject_cast<const QHeaderView *>(each)) {
            const int section = header->logicalIndexAt(each->mapFrom(&m_window, point));
            place.setLeft(place.left() + std::max(0, header->sectionViewportPosition(section)));
            place.setWidth(header->sectionSize(section));
            return {ids.value(section), place};
        }
        return {ids.first(), place};
    }
    return {};
}

FigureGuide::Found FigureGuide::atFocus() const
{
    QWidget *focus = QApplication::focusWidget();
    if (!focus || !m_window.isAncestorOf(focus))
        return {};
    return of(focus, focus->mapTo(&m_window, focus->rect().center()));
}

FigureGuide::Found FigureGuide::at(QPoint point) const
{
    return of(m_window.childAt(point), point);
}

/// What has a tooltip of its own has shown it.
bool FigureGuide::hint(const QHelpEvent &wish)
{
    const std::optional<FigureText> text = FigureTexts::find(at(wish.pos()).id);
    if (!text)
        return false;
    QToolTip::showText(wish.globalPos(), text->text + QLatin1Char('\n') + tr("Right-click or Shift+F1: What is this?"),
                       &m_window);
    return true;
}

/// The event comes up to the window when nobody below has a menu of its own.
bool FigureGuide::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ToolTip && watched == &m_window)
        return hint(static_cast<QHelpEvent &>(*event));
    if (event->type() != QEvent::ContextMenu || watched != &m_window)
        return QObject::eventFilter(watched, event);
    const auto *wish = static_cast<QContextMenuEvent *>(event);
    const Found figure = wish->reason() == QContextMenuEvent::Keyboard ? atFocus() : at(wish->pos());
    if (figure.id.isEmpty())
        return false;
    auto *menu = new QMenu(&m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("figureMenu"));
    menu->addAction(tr("What is this?"), this, [this, figure] { Q_EMIT asked(figure); });
    menu->popup(wish->globalPos());
    return true;
}

} // namespace graticule
