// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowaccessible.h"

#include "ui/shell/mainwindow.h"

#include <QAccessibleWidget>

namespace graticule {

namespace {

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *window = qobject_cast<MainWindow *>(object);
    return window ? new QAccessibleWidget(window, QAccessible::Window) : nullptr;
}

} // namespace

void installWindowAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace graticule
