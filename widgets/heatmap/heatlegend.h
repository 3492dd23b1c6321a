// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"
#include "widgets/heatmap/heatmatrix.h"

namespace graticule {

/// What the cells of a HeatMap mean: the ramp with its limits, and the cells that are no step of it.
class HeatLegend : public ThemedWidget
{
    Q_OBJECT

public:
    explicit HeatLegend(const ThemeSwitch &themes, QWidget *parent = nullptr);

    void setScale(const HeatScale &scale);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {6 * 20, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Kind
    {
        HeatKind kind;
        QString text;
    };
    std::vector<Kind> kinds() const;
    /// "< 20", "50", ... "> 230": each step of the ramp.
    QStringList steps() const;
    void paintSwatch(QPainter &painter, const QRect &box, HeatKind kind) const;

    HeatScale m_scale;
};

} // namespace graticule
