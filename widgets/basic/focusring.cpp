// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/focusring.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>

namespace graticule {

namespace {

constexpr int reach = 4; // gap and line, beyond the control's own box

QString wanted(const QWidget &widget)
{
    const QVariant property = widget.property("focusRing");
    if (property.isValid())
        return property.toString();
    return qobject_cast<const QAbstractButton *>(&widget) ? QStringLiteral("outside") : QStringLiteral("none");
}

/// The part of the window in which the ring may be drawn: not outside of scrolled areas.
QRect visibleArea(const QWidget &widget)
{
    const QWidget *window = widget.window();
    QRect area = window->rect();
    for (const QWidget *ancestor = widget.parentWidget(); ancestor && ancestor != window;
         ancestor = ancestor->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(ancestor->parentWidget()))
            area &= QRect(ancestor->mapTo(window, QPoint()), ancestor->size());
    }
    return area;
}

} // namespace

void paintFocusRing(QPainter &painter, const QRect &box, bool inset, const Theme &theme)
{
    const qreal line = tokens::line::focus;
    const qreal grow = inset ? -line / 2 : reach - line / 2;
    const qreal radius = tokens::radius::control + grow;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.colour(Colour::Focus), line));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(box).adjusted(-grow, -grow, grow, grow), radius, radius);
    painter.restore();
}

/// Lies above everything in the window, lets the pointer through and moves along with its target.
class FocusRing::Overlay : public QWidget
{
public:
    Overlay(QWidget &target, const ThemeSwitch &themes)
        : QWidget(target.window())
        , m_target(&target)
        , m_themes(themes)
        , m_inset(wanted(target) == QLatin1String("inset"))
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
        setFocusPolicy(Qt::NoFocus);
        for (QWidget *each = &target; each && !each->isWindow(); each = each->parentWidget())
            each->installEventFilter(this);
        place();
        show();
        raise();
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const QEvent::Type type = event->type();
        if (type == QEvent::Move || type == QEvent::Resize || type == QEvent::Show || type == QEvent::Hide)
            place();
        return QWidget::eventFilter(watched, event);
    }

    void paintEvent(QPaintEvent *) override
    {
        if (!m_target)
            return;
        QPainter painter(this);
        const int margin = m_inset ? 0 : reach;
        painter.setClipRect(visibleArea(*m_target).translated(-pos()));
        paintFocusRing(painter, rect().adjusted(margin, margin, -margin, -margin), m_inset, m_themes.theme());
    }

private:
    void place()
    {
        if (!m_target)
            return;
        const int margin = m_inset ? 0 : reach;
        const QRect box(m_target->mapTo(m_target->window(), QPoint()), m_target->size());
        setGeometry(box.adjusted(-margin, -margin, margin, margin));
        setVisible(m_target->isVisible());
        update();
    }

    QPointer<QWidget> m_target;
    const ThemeSwitch &m_themes;
    bool m_inset;
};

FocusRing::FocusRing(QApplication &application, const ThemeSwitch &themes, QObject *parent)
    : QObject(parent)
    , m_themes(themes)
{
    application.installEventFilter(this);
}

FocusRing::~FocusRing()
{
    delete m_overlay;
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        if (QWidget *focus = QApplication::focusWidget(); focus && watched == focus)
            keyboardLeads(focus->window(), true);
        break;
    case QEvent::MouseButtonPress:
        if (auto *widget = qobject_cast<QWidget *>(watched))
            keyboardLeads(widget->window(), false);
        break;
    case QEvent::FocusIn:
        if (auto *widget = qobject_cast<QWidget *>(watched))
            follow(widget);
        break;
    case QEvent::FocusOut:
        if (watched == m_target)
            follow(nullptr);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void FocusRing::keyboardLeads(QWidget *window, bool leads)
{
    if (window->testAttribute(Qt::WA_KeyboardFocusChange) == leads)
        return;
    window->setAttribute(Qt::WA_KeyboardFocusChange, leads);
    follow(leads ? QApplication::focusWidget() : nullptr);
    if (QWidget *focus = QApplication::focusWidget())
        focus->update();
}

void FocusRing::follow(QWidget *target)
{
    delete m_overlay;
    m_target = target;
    if (target && wanted(*target) != QLatin1String("none") &&
        target->window()->testAttribute(Qt::WA_KeyboardFocusChange))
        m_overlay = new Overlay(*target, m_themes);
}

} // namespace graticule
