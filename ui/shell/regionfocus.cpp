// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/regionfocus.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>

namespace graticule {

void focusRegion(const QList<QWidget *> &regions, int step)
{
    QWidget *focus = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < regions.size(); ++i) {
        if (focus && (focus == regions[i] || regions[i]->isAncestorOf(focus)))
            at = i;
    }
    for (qsizetype tried = 0; tried < regions.size(); ++tried) {
        at = (at + step + regions.size()) % regions.size();
        QWidget *target = regions[at];
        // A region that cannot hold the focus itself hands it to the first of its parts that can.
        if (target->focusPolicy() == Qt::NoFocus) {
            const auto parts = target->findChildren<QWidget *>();
            const auto part = std::find_if(parts.begin(), parts.end(), [](const QWidget *widget) {
                return (widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled();
            });
            target = part == parts.end() ? nullptr : *part;
        }
        if (target) {
            target->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace graticule
