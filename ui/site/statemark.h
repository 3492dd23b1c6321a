// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"
#include "widgets/theme/stateshape.h"

namespace graticule {

/// A state's shape by itself, @p size pixels; its name goes to assistive tools.
class StateMark : public ThemedWidget
{
    Q_OBJECT

public:
    StateMark(const ThemeSwitch &themes, int size, QWidget *parent = nullptr);

    void setState(StateShape shape, const QString &name);
    QSize sizeHint() const override { return {m_size, m_size}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_size;
    StateShape m_shape = StateShape::Unknown;
};

} // namespace graticule
