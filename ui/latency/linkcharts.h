// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/latency/linktrail.h"
#include "ui/site/linklines.h"
#include "widgets/charts/chartrange.h"
#include "widgets/theme/themeswitch.h"

#include <QWidget>

namespace graticule {

class ChartLegend;
class SectionHeader;
class SmokeChart;
class TimeChart;
class UndoBar;

/// How one link went: percentiles with what is usual, its limit and loss, marks where a site at its end turned; below,
/// how the probes of each minute lie apart. Both share one cursor; the lower shows the last hours of what the upper one
/// does. GUI thread.
class LinkCharts : public QWidget
{
    Q_OBJECT

public:
    /// @p trail outlives this.
    LinkCharts(const ThemeSwitch &themes, FleetStore &store, LinkTrail &trail, UndoBar &said,
               QWidget *parent = nullptr);

    /// What is usual of the link now.
    void setUsual(const std::optional<LinkUsual> &usual);
    /// What both say, in sentences.
    QString summary() const;

private:
    void build();
    void showTrail();
    void showBand(const Link *link, const TimeRange &range);
    void showSmoke();
    void showLegend(bool isExact);
    void exportBoth(TimeChart &band, SmokeChart &smoke);
    std::vector<ChartMark> marks() const;

    const ThemeSwitch &m_themes;
    FleetStore &m_store;
    LinkTrail &m_trail;
    UndoBar &m_said;
    ChartRange m_range;
    ChartRange m_smokeRange;
    ChartCursor m_cursor;
    std::optional<LinkUsual> m_usual;
    SectionHeader *m_bandHead = nullptr;
    SectionHeader *m_smokeHead = nullptr;
    ChartLegend *m_legend = nullptr;
    ChartLegend *m_smokeLegend = nullptr;
    TimeChart *m_band = nullptr;
    SmokeChart *m_smoke = nullptr;
};

} // namespace graticule
