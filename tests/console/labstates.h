// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/instant.h"
#include "tests/console/program/program.h"

#include <QDateTime>
#include <QJsonObject>
#include <QTest>

namespace graticule::testing {

/// Of a listing of sites in JSON.
inline QString stateOf(const QJsonObject &listing, const QString &site)
{
    return named(listing, QStringLiteral("sites"), site).value(QLatin1String("state")).toString();
}

inline QString nowIso()
{
    return toIso(instantFromMs(QDateTime::currentMSecsSinceEpoch()));
}

/// Whether @p site of the lab is in @p state soon.
inline bool becomes(const Home &home, const QString &site, const QString &state)
{
    const auto isIt = [&] {
        return stateOf(home.run({QStringLiteral("sites"), QStringLiteral("--json")}).json(), site) == state;
    };
    return QTest::qWaitFor(isIt, Home::kDeadlineMs);
}

} // namespace graticule::testing
