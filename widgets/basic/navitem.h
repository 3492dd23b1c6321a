// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/themeswitch.h"

#include <QAbstractButton>
#include <QKeySequence>

namespace graticule {

/// One row of the navigation rail: icon, name, and at its end a count, or else the key that leads there.
class NavItem : public QAbstractButton
{
    Q_OBJECT

public:
    NavItem(const ThemeSwitch &themes, const QString &icon, const QString &name, const QKeySequence &keys,
            QWidget *parent = nullptr);

    void setIconName(const QString &icon);
    void setName(const QString &name);
    /// Empty: none. `meaning` is for assistive tools: "9 need a person".
    void setBadge(const QString &count, const QString &meaning);
    /// Only the icon; name, key and count are in the tooltip anyway.
    void setCollapsed(bool collapsed);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintWide(QPainter &painter);
    void describe();

    const ThemeSwitch &m_themes;
    QString m_icon;
    QKeySequence m_keys;
    QString m_badge;
    QString m_badgeMeaning;
    bool m_collapsed = false;
};

} // namespace graticule
