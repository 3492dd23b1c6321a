// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/painteditem.h"

namespace graticule {

/// A painted thing that is an item of a list, and can be chosen and pressed.
class PaintedListItem : public PaintedItem, public QAccessibleActionInterface
{
public:
    /// @p list owns it, by its id.
    explicit PaintedListItem(QAccessibleInterface *list)
        : m_list(list)
    {
    }

    QWindow *window() const override { return m_list->window(); }
    QAccessibleInterface *parent() const override { return m_list; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &action) override
    {
        if (isValid())
            choose(action == pressAction());
    }

protected:
    /// It has the focus and is current from now on, and is pressed then where @p isPressed. Called while it is valid.
    virtual void choose(bool isPressed) = 0;

private:
    QAccessibleInterface *m_list;
};

} // namespace graticule
