// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/instant.h"

#include <QDateTime>

namespace graticule {

QString toIso(Instant at)
{
    if (at == kNever)
        return {};
    return QDateTime::fromMSecsSinceEpoch(toMs(at), Qt::UTC).toString(Qt::ISODateWithMs);
}

Instant instantFromIso(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() ? instantFromMs(time.toMSecsSinceEpoch()) : kNever;
}

} // namespace graticule
