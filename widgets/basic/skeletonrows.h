// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"

namespace graticule {

/// Draws the grey bar that stands for a text still to come, at the leading end of `box`. It does not shimmer.
void paintSkeletonBar(QPainter &painter, const QRect &box, int width, const Theme &theme);

/// Rows of such bars in a view that is loading. What is awaited, "loading 2 of 41", is said by the panel's header; here
/// it goes to assistive tools.
class SkeletonRows : public ThemedWidget
{
    Q_OBJECT

public:
    explicit SkeletonRows(const ThemeSwitch &themes, QWidget *parent = nullptr);

    void setWords(const QString &words) { setAccessibleName(words); }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace graticule
