// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/overlay.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

namespace graticule {

namespace {

constexpr int kWidth = 640;
constexpr int kMargin = 24; ///< to the window's edges at least

} // namespace

Overlay::Overlay(const ThemeSwitch &themes, QWidget &window)
    : ThemedWidget(themes, &window)
    , m_window(window)
{
    setAccessibleRole(QAccessible::Dialog);
    setContentsMargins(1, 1, 1, 1);
    hide();
    window.installEventFilter(this);
}

void Overlay::openOver()
{
    if (isVisible())
        return;
    m_opener = QApplication::focusWidget();
    place();
    raise();
    show();
    if (focusProxy())
        focusProxy()->setFocus(Qt::PopupFocusReason);
    qApp->installEventFilter(this);
    QAccessibleEvent opened(this, QAccessible::DialogStart);
    QAccessible::updateAccessibility(&opened);
}

void Overlay::dismiss()
{
    if (isHidden())
        return;
    qApp->removeEventFilter(this);
    const bool hadFocus = !QApplication::focusWidget() || isAncestorOf(QApplication::focusWidget());
    QAccessibleEvent closed(this, QAccessible::DialogEnd);
    QAccessible::updateAccessibility(&closed);
    // First the focus, then away: else Qt gives it to the next in the chain, which would think it was meant.
    if (hadFocus && m_opener && m_opener->isVisible())
        m_opener->setFocus(Qt::PopupFocusReason);
    hide();
    Q_EMIT dismissed();
}

int Overlay::wantedWidth() const
{
    return kWidth;
}

QRect Overlay::wantedPlace(QSize window) const
{
    const int top = std::max(kMargin, window.height() / 8);
    const int most = window.height() - top - kMargin;
    const QSize size(std::min(wantedWidth(), window.width() - 2 * kMargin), std::min(wantedHeight(most), most));
    return {QPoint((window.width() - size.width()) / 2, top), size};
}

void Overlay::place()
{
    setGeometry(wantedPlace(m_window.size()));
}

bool Overlay::isPassed(const QKeyEvent &event) const
{
    return m_passed.contains(QKeySequence(event.keyCombination()));
}

bool Overlay::event(QEvent *event)
{
    // Said yes to, a key is ours and no shortcut of the window.
    if (event->type() == QEvent::ShortcutOverride && !isPassed(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return ThemedWidget::event(event);
}

bool Overlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && event->type() == QEvent::Resize && isVisible())
        place();
    if (event->type() == QEvent::MouseButtonPress && isVisible() && watched->isWidgetType()) {
        const auto *pressed = static_cast<QWidget *>(watched);
        if (pressed->window() == window() && pressed != this && !isAncestorOf(pressed))
            dismiss();
    }
    return ThemedWidget::eventFilter(watched, event);
}

void Overlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    // Nothing goes on to what lies below.
}

bool Overlay::focusNextPrevChild(bool next)
{
    QList<QWidget *> stops;
    for (QWidget *each : findChildren<QWidget *>()) {
        if ((each->focusPolicy() & Qt::TabFocus) && each->isVisible() && each->isEnabled() && !each->focusProxy())
            stops << each;
    }
    if (stops.isEmpty())
        return false;
    const qsizetype at = stops.indexOf(QApplication::focusWidget());
    const qsizetype to = (at + (next ? 1 : -1) + stops.size()) % stops.size();
    stops[std::max<qsizetype>(0, to)]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void Overlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().colour(Colour::LineStrong));
    painter.setBrush(theme().colour(Colour::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens::radius::card, tokens::radius::card);
}

} // namespace graticule
