// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"

namespace graticule {

/// A panel at the trailing side of a view: its own ground and a line along its leading edge, which contents keep clear
/// of by themselves (contentsMargins).
class SidePanel : public ThemedWidget
{
    Q_OBJECT

public:
    /// @p floats: it lies over other panels, so its line is stronger.
    SidePanel(const ThemeSwitch &themes, bool floats, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_floats;
};

} // namespace graticule
