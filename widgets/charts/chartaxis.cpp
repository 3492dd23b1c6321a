// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartaxis.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>
#include <cmath>

namespace graticule {

namespace {

constexpr QChar kThin(0x202f);
constexpr qint64 kSecond = 1000, kMinute = 60 * kSecond, kHour = 60 * kMinute, kDay = 24 * kHour;

/// What a unit's values are divided by before they are written, and what it is called then.
struct Scale
{
    double divisor = 1;
    const char *name = "";
};

Scale scaleOf(double largest, ValueUnit unit)
{
    static constexpr std::array<Scale, 3> times{{{1e-3, "µs"}, {1, "ms"}, {1e3, "s"}}};
    static constexpr std::array<Scale, 6> bytes{
        {{1, "B"}, {1e3, "kB"}, {1e6, "MB"}, {1e9, "GB"}, {1e12, "TB"}, {1e15, "PB"}}};
    static constexpr std::array<Scale, 6> rates{
        {{1, "B/s"}, {1e3, "kB/s"}, {1e6, "MB/s"}, {1e9, "GB/s"}, {1e12, "TB/s"}, {1e15, "PB/s"}}};
    static constexpr std::array<Scale, 4> numbers{{{1, ""}, {1e3, "k"}, {1e6, "M"}, {1e9, "G"}}};
    const auto among = [largest](const auto &scales) {
        Scale found = scales[0];
        for (const Scale &scale : scales)
            found = std::abs(largest) >= scale.divisor ? scale : found;
        return found;
    };
    switch (unit) {
    case ValueUnit::Ms:
        // Latencies are compared in ms, up to where four digits would no longer be read at a glance.
        return largest < 1 ? among(times) : largest < 10'000 ? times[1] : times[2];
    case ValueUnit::Share:
        return {0.01, "%"};
    case ValueUnit::Bytes:
        return among(bytes);
    case ValueUnit::BytesPerSecond:
        return among(rates);
    case ValueUnit::Number:
        return largest < 10'000 ? numbers[0] : among(numbers);
    case ValueUnit::Cores:
        break;
    }
    return numbers[0];
}

/// 1, 2 or 5 times a power of ten, at least `wanted`.
double niceStep(double wanted)
{
    const double power = std::pow(10, std::floor(std::log10(wanted)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= wanted * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

QString number(double value, int digits)
{
    QString text = QString::number(value == 0 ? 0.0 : value, 'f', digits);
    const qsizetype point = text.indexOf(u'.') < 0 ? text.size() : text.indexOf(u'.');
    for (qsizetype at = point - 3; at > (text.startsWith(u'-') ? 1 : 0); at -= 3)
        text.insert(at, kThin);
    text.replace(u'.', QLocale().decimalPoint());
    return text.replace(u'-', QChar(0x2212));
}

QDateTime utc(qint64 time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
}

QString clock(qint64 time, qint64 step)
{
    const char *format = step < kSecond ? "HH:mm:ss.zzz" : step < kMinute ? "HH:mm:ss" : "HH:mm";
    return QLocale::c().toString(utc(time), QLatin1String(format));
}

/// With the months of the window's language.
QString dated(const QDate &date, const QString &pattern)
{
    const QLocale here;
    return (here.language() == QLocale::English ? QLocale::c() : here).toString(date, pattern);
}

QString dayText(qint64 time)
{
    return dated(utc(time).date(), QCoreApplication::translate("graticule::format", "d MMM"));
}

std::vector<AxisTick> monthTicks(const TimeRange &range, int months)
{
    std::vector<AxisTick> out;
    const QDate begin = utc(range.begin).date();
    QDate month(begin.year(), 1 + (begin.month() - 1) / months * months % 12, 1);
    if (months > 12)
        month = QDate(begin.year() / (months / 12) * (months / 12), 1, 1);
    for (;; month = month.addMonths(months)) {
        const qint64 at = QDateTime(month, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
        if (at >= range.end)
            return out;
        const bool isYear = month.month() == 1;
        if (at >= range.begin)
            out.push_back({double(at), dated(month, isYear ? QStringLiteral("yyyy") : QStringLiteral("MMM"))});
    }
}

} // namespace

ValueAxis niceAxis(double low, double high, ValueUnit unit, int most)
{
    if (!std::isfinite(low) || !std::isfinite(high) || low > high)
        low = 0, high = 1;
    const double least = std::max(std::abs(low), std::abs(high)) * 1e-6;
    if (high - low <= least) { // a flat line lies in the middle, and zero at the bottom
        high += high == 0 ? 1 : std::abs(high) * 0.1;
        low -= low == 0 ? 0 : std::abs(low) * 0.1;
    }
    ValueAxis axis;
    const Scale scale = scaleOf(std::max(std::abs(low), std::abs(high)), unit);
    double step = niceStep((high - low) / scale.divisor / std::max(1, most));
    double from = 0, to = 0;
    const auto place = [&] {
        from = std::floor(low / scale.divisor / step + 1e-9);
        to = std::ceil(high / scale.divisor / step - 1e-9);
    };
    for (place(); to - from > std::max(1, most); place())
        step = niceStep(step * 1.01);
    const int digits = int(std::clamp(-std::floor(std::log10(step) + 1e-9), 0.0, 12.0));
    for (double i = from; i <= to; ++i)
        axis.ticks.push_back({i * step * scale.divisor, number(i * step, digits)});
    axis.low = axis.ticks.front().at;
    axis.high = axis.ticks.back().at;
    axis.unit = QString::fromUtf8(scale.name);
    return axis;
}

QString valueText(double value, ValueUnit unit)
{
    if (!std::isfinite(value))
        return QStringLiteral("–");
    const Scale scale = scaleOf(std::abs(value), unit);
    const double shown = value / scale.divisor;
    const double size = std::abs(shown);
    const int digits = size == 0 || size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
    QString text = number(shown, digits);
    if (digits > 0) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (!text.back().isDigit()) // the decimal mark of nothing
            text.chop(1);
    }
    const QString name = QString::fromUtf8(scale.name);
    return name.isEmpty() ? text : text + kThin + name;
}

std::vector<AxisTick> timeTicks(const TimeRange &range, int most)
{
    static constexpr std::array steps{qint64(1),    qint64(2),    qint64(5),    qint64(10), qint64(20),  qint64(50),
                                      qint64(100),  qint64(200),  qint64(500),  kSecond,    2 * kSecond, 5 * kSecond,
                                      10 * kSecond, 15 * kSecond, 30 * kSecond, kMinute,    2 * kMinute, 5 * kMinute,
                                      10 * kMinute, 15 * kMinute, 30 * kMinute, kHour,      2 * kHour,   3 * kHour,
                                      6 * kHour,    12 * kHour,   kDay,         2 * kDay,   7 * kDay,    14 * kDay};
    if (range.isEmpty() || most <= 0)
        return {};
    const double wanted = double(range.length()) / most;
    for (const qint64 step : steps) {
        if (double(step) < wanted)
            continue;
        std::vector<AxisTick> out;
        // Weeks begin on Mondays; 1970 began on a Thursday.
        const qint64 origin = step % (7 * kDay) == 0 ? -3 * kDay : 0;
        qint64 at = origin + (range.begin - origin) / step * step;
        for (; at < range.end; at += step) {
            if (at >= range.begin)
                out.push_back({double(at), at % kDay == 0 ? dayText(at) : clock(at, step)});
        }
        return out;
    }
    for (const int months : {1, 2, 3, 6, 12, 24, 60, 120, 600}) {
        if (double(months) * 30.4 * double(kDay) >= wanted)
            return monthTicks(range, months);
    }
    return monthTicks(range, 1200);
}

QString clockText(qint64 time, qint64 precision)
{
    return clock(time, std::min(precision, kSecond));
}

QString instantText(qint64 time, qint64 precision)
{
    return dayText(time) + u' ' + clockText(time, precision);
}

} // namespace graticule
