// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/smokechart.h"

#include <QPainter>

#include <cmath>

namespace graticule {

namespace {

constexpr std::array kCut{0.0, 0.1, 0.2, 1.0 / 3}; ///< the share left out at either end of each band

double at(const std::vector<double> &sorted, double share)
{
    const double place = share * double(sorted.size() - 1);
    const auto below = size_t(place);
    const size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - double(below)) * (sorted[above] - sorted[below]);
}

Colour smoke(size_t band)
{
    return static_cast<Colour>(static_cast<int>(Colour::Smoke0) + int(band));
}

} // namespace

SmokeMinute SmokeMinute::of(qint64 time, std::vector<double> times, int lost)
{
    SmokeMinute out;
    out.time = time;
    const size_t all = times.size() + size_t(std::max(0, lost));
    out.loss = all == 0 ? 0 : double(std::max(0, lost)) / double(all);
    if (times.empty()) {
        out.median = std::numeric_limits<double>::quiet_NaN();
        return out;
    }
    std::ranges::sort(times);
    out.median = at(times, 0.5);
    for (size_t band = 0; band < kCut.size(); ++band)
        out.spread[band] = {at(times, kCut[band]), at(times, 1 - kCut[band])};
    return out;
}

SmokeChart::SmokeChart(const ThemeSwitch &themes, ChartRange &range, ChartCursor &cursor, QWidget *parent)
    : TimePlot(themes, range, cursor, parent)
{
}

void SmokeChart::setMinutes(std::vector<SmokeMinute> minutes, qint64 step)
{
    m_minutes = std::move(minutes);
    m_step = std::max<qint64>(1, step);
    dataChanged();
}

void SmokeChart::setLossLimits(double mediumAbove, double highAbove)
{
    m_mediumAbove = mediumAbove;
    m_highAbove = highAbove;
    dataChanged();
}

void SmokeChart::prepare(const QSize &plot)
{
    // Minutes narrower than two pixels are drawn together: the widest spread, the worst loss.
    const qint64 least = 2 * range().range().length() / std::max(1, plot.width());
    const qint64 together = std::max<qint64>(1, (least + m_step - 1) / m_step);
    m_shownStep = m_step * together;
    m_shown.clear();
    qint64 group = 0;
    int count = 0;
    for (const SmokeMinute &minute : m_minutes) {
        if (minute.time + m_step <= range().range().begin || minute.time >= range().range().end)
            continue;
        const qint64 own = minute.time / m_shownStep;
        if (m_shown.empty() || together == 1 || own != group) {
            m_shown.push_back(minute);
            group = own;
            count = 1;
            continue;
        }
        SmokeMinute &shared = m_shown.back();
        shared.loss = std::fmax(shared.loss, minute.loss); // of a number and NaN: the number
        for (size_t band = 0; band < kCut.size(); ++band)
            shared.spread[band].add(minute.spread[band]);
        if (std::isnan(shared.median))
            shared.median = minute.median;
        else if (!std::isnan(minute.median))
            shared.median += (minute.median - shared.median) / ++count;
    }
}

ValueAxis SmokeChart::makeAxis(int most) const
{
    Extent extent;
    for (const SmokeMinute &minute : m_shown)
        extent.add(minute.spread[0]);
    return niceAxis(extent.low, extent.high, ValueUnit::Ms, most);
}

Colour SmokeChart::medianColour(double loss) const
{
    return loss > m_highAbove ? Colour::High : loss > m_mediumAbove ? Colour::Medium : Colour::Text;
}

void SmokeChart::paintData(QPainter &painter, QImage &, const QRect &plot)
{
    painter.setClipRect(plot.adjusted(0, -4, 0, 4));
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const SmokeMinute &minute : m_shown) {
        const int left = qRound(xOf(minute.time)), right = qRound(xOf(minute.time + m_shownStep));
        const int wide = std::max(1, right - left);
        if (std::isnan(minute.median)) { // all were lost: nothing to place, but not nothing
            painter.fillRect(left, plot.bottom() - 2, wide, 3, theme().colour(medianColour(1)));
            continue;
        }
        for (size_t band = 0; band < kCut.size(); ++band) {
            const double top = yOf(minute.spread[band].high), bottom = yOf(minute.spread[band].low);
            painter.fillRect(QRectF(left, top, wide, std::max(1.0, bottom - top)), theme().colour(smoke(band)));
        }
        const bool isLossy = minute.loss > 0;
        painter.fillRect(QRectF(left, std::round(yOf(minute.median)) - 1, wide, isLossy ? 3 : 2),
                         theme().colour(medianColour(minute.loss)));
    }
}

const SmokeMinute *SmokeChart::minuteAt(qint64 time) const
{
    const auto after = std::ranges::upper_bound(m_minutes, time, {}, &SmokeMinute::time);
    if (after == m_minutes.begin() || time >= std::prev(after)->time + m_step)
        return nullptr;
    return &*std::prev(after);
}

std::vector<ChartReading> SmokeChart::readings(qint64 time) const
{
    const SmokeMinute *minute = minuteAt(time);
    const double none = std::numeric_limits<double>::quiet_NaN();
    if (!minute)
        return {{tr("median"), valueText(none, ValueUnit::Ms), Colour::Text, none}};
    const auto text = [](double value) { return valueText(value, ValueUnit::Ms); };
    std::vector<ChartReading> out{{tr("median"), text(minute->median), Colour::Text, minute->median}};
    if (!minute->spread[0].isEmpty())
        out.push_back({tr("spread"), text(minute->spread[0].low) + QStringLiteral(" – ") + text(minute->spread[0].high),
                       Colour::Smoke3, none});
    out.push_back({tr("loss"), valueText(minute->loss, ValueUnit::Share), medianColour(minute->loss), none});
    return out;
}

qint64 SmokeChart::snapped(qint64 time) const
{
    const SmokeMinute *minute = minuteAt(time);
    return minute ? minute->time + m_step / 2 : time;
}

QString SmokeChart::summary() const
{
    const TimeRange &shown = range().range();
    Extent medians, losses;
    double last = std::numeric_limits<double>::quiet_NaN();
    for (const SmokeMinute &minute : m_minutes) {
        if (!shown.contains(minute.time))
            continue;
        medians.add(minute.median);
        losses.add(minute.loss);
        last = minute.median;
    }
    QString out =
        shown.isEmpty() ? QString() : tr("%1 to %2 UTC.").arg(instantText(shown.begin), instantText(shown.end));
    if (medians.isEmpty())
        return out + u' ' + tr("No values.");
    const auto text = [](double value) { return valueText(value, ValueUnit::Ms); };
    return out + u' ' +
           tr("Median: last %1, lowest %2, highest %3.").arg(text(last), text(medians.low), text(medians.high)) + u' ' +
           tr("Worst loss %1.").arg(valueText(losses.high, ValueUnit::Share));
}

ChartTable SmokeChart::table() const
{
    std::array<TimeSeries, 4> columns;
    for (const SmokeMinute &minute : m_minutes) {
        columns[0].append(minute.time, minute.median);
        columns[1].append(minute.time, minute.spread[0].low);
        columns[2].append(minute.time, minute.spread[0].high);
        columns[3].append(minute.time, minute.loss);
    }
    return {{tr("median"), tr("lowest"), tr("highest"), tr("loss")},
            {&columns[0], &columns[1], &columns[2], &columns[3]},
            range().range()};
}

} // namespace graticule
