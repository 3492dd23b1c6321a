// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/endpointclock.h"

#include <QDateTime>
#include <QLocale>

namespace graticule {
namespace {

constexpr Milliseconds kDateGrain{1500}; // whole seconds, and the way there and back

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

} // namespace graticule
