// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/timeplot.h"
#include "widgets/charts/timeseries.h"

#include <array>

namespace graticule {

/// What the probes of one minute said.
struct SmokeMinute
{
    qint64 time = 0;
    double median = 0;            ///< ms; NaN when none was answered
    std::array<Extent, 4> spread; ///< from all probes to the middle third
    double loss = 0;              ///< 0..1; NaN: nobody knows

    /// Of the answered probes' times and the number of those that were not answered.
    static SmokeMinute of(qint64 time, std::vector<double> times, int lost);
};

/// How far the probes of each minute lie apart, after SmokePing: four nested bands and the median, which is thicker and
/// coloured when probes were lost. GUI thread.
class SmokeChart : public TimePlot
{
    Q_OBJECT

public:
    SmokeChart(const ThemeSwitch &themes, ChartRange &range, ChartCursor &cursor, QWidget *parent = nullptr);

    /// Ascending in time; each lasts `step` ms.
    void setMinutes(std::vector<SmokeMinute> minutes, qint64 step = 60'000);
    /// Loss above these is not usual, and worse.
    void setLossLimits(double mediumAbove, double highAbove);

    QString summary() const override;
    ChartTable table() const override;

protected:
    void prepare(const QSize &plot) override;
    ValueAxis makeAxis(int most) const override;
    void paintData(QPainter &painter, QImage &image, const QRect &plot) override;
    std::vector<ChartReading> readings(qint64 time) const override;
    qint64 snapped(qint64 time) const override;

private:
    Colour medianColour(double loss) const;
    const SmokeMinute *minuteAt(qint64 time) const;

    std::vector<SmokeMinute> m_minutes;
    std::vector<SmokeMinute> m_shown; ///< merged where several share a pixel
    qint64 m_step = 60'000;
    qint64 m_shownStep = 60'000;
    double m_mediumAbove = 0;
    double m_highAbove = 0.05;
};

} // namespace graticule
