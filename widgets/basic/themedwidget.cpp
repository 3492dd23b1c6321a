// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/themedwidget.h"

#include <QAccessibleWidget>

#include <algorithm>

namespace graticule {

namespace {

/// Asks for the role each time: an interface may be made, and is then kept, while a constructor is still at work.
class ThemedInterface : public QAccessibleWidget
{
public:
    explicit ThemedInterface(ThemedWidget *widget)
        : QAccessibleWidget(widget)
    {
    }

    QAccessible::Role role() const override
    {
        const auto *themed = qobject_cast<const ThemedWidget *>(widget());
        if (!themed)
            return QAccessible::NoRole;
        // One that holds others is no text, whatever it paints around them.
        const auto isShown = [](const QObject *child) {
            return child->isWidgetType() && !static_cast<const QWidget *>(child)->isHidden();
        };
        const QObjectList &children = themed->children();
        const bool isBox = themed->accessibleRole() == QAccessible::StaticText &&
                           std::any_of(children.begin(), children.end(), isShown);
        return isBox ? QAccessible::Grouping : themed->accessibleRole();
    }
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *widget = qobject_cast<ThemedWidget *>(object);
    return widget ? new ThemedInterface(widget) : nullptr;
}

} // namespace

ThemedWidget::ThemedWidget(const ThemeSwitch &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
    connect(&themes, &ThemeSwitch::themeChanged, this, qOverload<>(&QWidget::update));
}

} // namespace graticule
