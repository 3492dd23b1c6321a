// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"

namespace graticule {

/// The violet frame on the window's edge while it shows the past: over everything, in nobody's way. It follows its
/// parent's size. GUI thread.
class ModeFrame : public ThemedWidget
{
    Q_OBJECT

public:
    ModeFrame(const ThemeSwitch &themes, QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fit();
};

} // namespace graticule
