// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"

#include <vector>

namespace graticule {

/// What the lines of a chart are: a stroke as the line's and its name.
class ChartLegend : public ThemedWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        QString text;
        Colour colour = Colour::SeriesP50;
        double width = 1.6;
        bool isDotted = false;
        bool isSmoke = false; ///< the four bands of a SmokeChart instead of a stroke
    };

    explicit ChartLegend(const ThemeSwitch &themes, QWidget *parent = nullptr);

    void setEntries(std::vector<Entry> entries);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int widthOf(const Entry &entry) const;

    std::vector<Entry> m_entries;
};

} // namespace graticule
