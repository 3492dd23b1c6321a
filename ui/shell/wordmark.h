// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"

namespace graticule {

/// The mark and the name at the leading end of the top bar, as wide as the rail below it.
class WordMark : public ThemedWidget
{
    Q_OBJECT

public:
    explicit WordMark(const ThemeSwitch &themes, QWidget *parent = nullptr);

    /// Only the mark, over a collapsed rail.
    void setCollapsed(bool collapsed);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_isCollapsed = false;
};

} // namespace graticule
