// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>
#include <cmath>

namespace graticule::format {

namespace {

constexpr QChar kThin(0x202F);

QString with(const QString &value, const char *unit)
{
    return value + kThin + QLatin1String(unit);
}

QString twoDigits(qint64 value)
{
    return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0'));
}

QDateTime utc(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(at), Qt::UTC);
}

/// "22 Nov", "22. Nov.": with the months of the window's language, in the order of its translators.
QString dated(const QDateTime &at, const QString &pattern)
{
    const QLocale here;
    return (here.language() == QLocale::English ? QLocale::c() : here).toString(at.date(), pattern);
}

QString besideLocal(const QString &text, Instant at, const Units &units)
{
    const QString stated = text + QLatin1String(" UTC");
    return units.localTime ? QStringLiteral("%1 (%2)").arg(stated, localTime(at)) : stated;
}

/// Unit of @p value in powers of 1000 or 1024, and the value in it.
std::pair<double, const char *> scaled(double bytes, bool iec)
{
    static constexpr std::array<const char *, 6> si{"B", "kB", "MB", "GB", "TB", "PB"};
    static constexpr std::array<const char *, 6> binary{"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    const auto &units = iec ? binary : si;
    size_t unit = 0;
    while (bytes >= (iec ? 1023.5 : 999.5) && unit + 1 < units.size()) {
        bytes /= iec ? 1024 : 1000;
        ++unit;
    }
    return {bytes, units[unit]};
}

} // namespace

QString missing()
{
    return QStringLiteral("–");
}

QString number(qint64 value)
{
    QString digits = QString::number(std::abs(value));
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, kThin);
    return value < 0 ? QChar(0x2212) + digits : digits;
}

QString decimal(double value)
{
    if (!std::isfinite(value))
        return missing();
    const double size = std::abs(value);
    if (size >= 99.95)
        return number(qRound64(value));
    QString text = QString::number(size, 'f', size >= 9.995 ? 1 : 2);
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    text.replace(QLatin1Char('.'), QLocale().decimalPoint());
    return value < 0 && text != QLatin1String("0") ? QChar(0x2212) + text : text;
}

QString duration(Milliseconds length)
{
    const qint64 seconds = std::max<qint64>(0, length.count() / 1000);
    if (seconds < 60)
        return with(QString::number(seconds), "s");
    if (seconds < 3600)
        return with(QString::number(seconds / 60), "min");
    if (seconds < 86400)
        return with(QString::number(seconds / 3600), "h") + QLatin1Char(' ') + twoDigits(seconds / 60 % 60);
    return with(number(seconds / 86400), "d");
}

QString exactDuration(Milliseconds length)
{
    const qint64 seconds = std::max<qint64>(0, length.count() / 1000);
    if (seconds < 60 || (seconds >= 3600 && seconds < 86400))
        return duration(length);
    if (seconds < 3600)
        return duration(length) + QLatin1Char(' ') + with(QString::number(seconds % 60), "s");
    return duration(length) + QLatin1Char(' ') + with(QString::number(seconds / 3600 % 24), "h");
}

QString age(Instant since, Instant now)
{
    return since == kNever ? missing() : duration(now - since);
}

QString milliseconds(double ms)
{
    if (!std::isfinite(ms) || ms < 0)
        return missing();
    if (ms >= 999.5)
        return with(decimal(ms / 1000), "s");
    return with(ms >= 9.95 ? number(qRound64(ms)) : decimal(std::round(ms * 10) / 10), "ms");
}

QString percent(double share, bool exact)
{
    if (!std::isfinite(share) || share < 0)
        return missing();
    const double value = share * 100;
    return with(exact ? decimal(std::round(value * 10) / 10) : number(qRound64(value)), "%");
}

QString bytes(double bytes, const Units &units)
{
    if (!std::isfinite(bytes) || bytes < 0)
        return missing();
    const auto [value, unit] = scaled(bytes, units.iecBytes);
    return with(decimal(value), unit);
}

QString usedShare(const Usage &usage)
{
    if (usage.total <= 0)
        return missing();
    const QString share = percent(usage.used / usage.total);
    return usage.requested ? QCoreApplication::translate("graticule::format", "req. %1", "requested").arg(share)
                           : share;
}

QString usedCores(const Usage &usage)
{
    if (usage.total <= 0)
        return missing();
    return (usage.requested ? QCoreApplication::translate("graticule::format", "%1 of %2 cores requested")
                            : QCoreApplication::translate("graticule::format", "%1 of %2 cores"))
        .arg(decimal(usage.used), decimal(usage.total));
}

QString usedBytes(const Usage &usage, const Units &units)
{
    if (usage.total <= 0)
        return missing();
    return (usage.requested ? QCoreApplication::translate("graticule::format", "%1 of %2 requested")
                            : QCoreApplication::translate("graticule::format", "%1 of %2"))
        .arg(bytes(usage.used, units), bytes(usage.total, units));
}

QString time(Instant at)
{
    return at == kNever ? missing() : utc(at).toString(QStringLiteral("HH:mm:ss"));
}

QString date(Instant at)
{
    return at == kNever ? missing() : dated(utc(at), QCoreApplication::translate("graticule::format", "d MMM yyyy"));
}

QString dateTime(Instant at)
{
    return at == kNever ? missing() : date(at) + QLatin1Char(' ') + time(at);
}

QString timeUtc(Instant at, const Units &units)
{
    return at == kNever ? missing() : besideLocal(time(at), at, units);
}

QString dateTimeUtc(Instant at, const Units &units)
{
    return at == kNever ? missing() : besideLocal(dateTime(at), at, units);
}

QString localTime(Instant at)
{
    if (at == kNever)
        return missing();
    const QDateTime local = utc(at).toLocalTime();
    const bool isSameDay = local.date() == utc(at).date();
    const QString clock = local.toString(QStringLiteral("HH:mm:ss")) + QLatin1Char(' ') + local.timeZoneAbbreviation();
    return isSameDay
               ? clock
               : dated(local, QCoreApplication::translate("graticule::format", "d MMM")) + QLatin1Char(' ') + clock;
}

QString stale(const QString &value)
{
    return value == missing() ? value : QLatin1Char('~') + value;
}

QString position(const GeoPoint &at)
{
    return QStringLiteral("%1 %2, %3 %4")
        .arg(QString::number(std::abs(at.latitude), 'f', 2),
             at.latitude < 0 ? QStringLiteral("S") : QStringLiteral("N"),
             QString::number(std::abs(at.longitude), 'f', 2),
             at.longitude < 0 ? QStringLiteral("W") : QStringLiteral("E"));
}

} // namespace graticule::format
