// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"

namespace graticule {

/// A small icon by itself, before words that say the same: nothing to assistive tools.
class IconMark : public ThemedWidget
{
    Q_OBJECT

public:
    IconMark(const ThemeSwitch &themes, const QString &icon, QWidget *parent = nullptr);

    QSize sizeHint() const override { return {tokens::size::iconSmall, tokens::size::iconSmall}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
};

} // namespace graticule
