// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/completionplace.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>
#include <QScopedValueRollback>
#include <QScreen>

#include <algorithm>

namespace graticule {

namespace {

constexpr int kGap = 2; // the field's ring stays seen

} // namespace

CompletionPlace::CompletionPlace(QCompleter &completer, QWidget &field)
    : QObject(&completer)
    , m_completer(completer)
    , m_field(field)
{
    completer.popup()->installEventFilter(this);
}

bool CompletionPlace::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (watched == m_completer.popup() && !m_isPlacing) {
        if (type == QEvent::Show)
            place();
        else if (type == QEvent::Resize || type == QEvent::Move) // its parts are laid out after this
            QMetaObject::invokeMethod(
                this, [this] { place(); }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void CompletionPlace::place()
{
    const QScopedValueRollback ours(m_isPlacing, true);
    QAbstractItemView *popup = m_completer.popup();
    const int rows = std::min(popup->model()->rowCount(), m_completer.maxVisibleItems());
    if (rows == 0 || !popup->isVisible())
        return;
    popup->ensurePolished();
    const int around = popup->height() - popup->viewport()->height(); // borders and padding
    const int height = rows * popup->sizeHintForRow(0) + around;
    const QRect screen = m_field.screen()->availableGeometry();
    const QRect field(m_field.mapToGlobal(QPoint(0, 0)), m_field.size());
    const int below = field.bottom() + 1 + kGap;
    const int above = field.top() - kGap - height;
    const bool isBelow = below + height <= screen.bottom() + 1 || above < screen.top();
    popup->setGeometry(popup->x(), isBelow ? below : above, popup->width(), height);
}

} // namespace graticule
