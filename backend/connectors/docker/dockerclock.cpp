// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerclock.h"

#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace graticule {
namespace {

constexpr Milliseconds kTolerance{30000};
constexpr Milliseconds kDateGrain{1500}; // whole seconds, and the way there and back

QString durationText(double seconds)
{
    const double minutes = std::round(seconds / 60);
    if (minutes >= 2 * 1440)
        return QStringLiteral("%1 days").arg(std::lround(minutes / 1440));
    if (minutes >= 60)
        return QStringLiteral("%1 h").arg(std::round(minutes / 6) / 10);
    if (minutes >= 2)
        return QStringLiteral("%1 min").arg(minutes);
    return QStringLiteral("%1 s").arg(std::lround(seconds));
}

} // namespace

Milliseconds clockOffset(Milliseconds previous, const QByteArray &date, Instant middle)
{
    QDateTime at =
        QLocale::c().toDateTime(QString::fromLatin1(date), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!at.isValid())
        return previous;
    at.setTimeSpec(Qt::UTC);
    const Milliseconds coarse = instantFromMs(at.toMSecsSinceEpoch() + 500) - middle;
    return std::chrono::abs(coarse - previous) > kDateGrain ? coarse : previous;
}

QString clockWarning(Milliseconds offset)
{
    if (std::chrono::abs(offset) <= kTolerance)
        return {};
    const QString much = durationText(double(std::chrono::abs(offset).count()) / 1000.0);
    return offset > Milliseconds(0) ? QStringLiteral("its clock is %1 ahead of ours").arg(much)
                                    : QStringLiteral("its clock is %1 behind ours").arg(much);
}

} // namespace graticule
