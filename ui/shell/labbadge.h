// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"

namespace graticule {

/// Says on every screen that sites of the lab are among those shown.
class LabBadge : public ThemedWidget
{
    Q_OBJECT

public:
    explicit LabBadge(const ThemeSwitch &themes, QWidget *parent = nullptr);

    /// Only the word LAB; the rest moves into the tooltip.
    void setCompact(bool compact);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString words() const;

    bool m_isCompact = false;
};

} // namespace graticule
