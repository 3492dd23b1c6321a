// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/domain/error.h"

#include <QMap>
#include <QString>

namespace graticule {

/// Something to be done at an endpoint. Declarative and idempotent under `key`; its effect is seen through deltas only.
struct Action
{
    QString verb;    ///< "lab.fault", "lab.heal", later "cordon", "drain", ...
    EntityId target; ///< the entity it is about; its connection decides who performs it
    QMap<QString, QString> arguments;
    QString key; ///< chosen by the asker; the same key twice is done once

    friend bool operator==(const Action &, const Action &) = default;
};

/// How an action is getting on; the last one has `finished` set.
struct ActionProgress
{
    QString text;
    bool finished = false;
    Error error; ///< text empty: no failure

    friend bool operator==(const ActionProgress &, const ActionProgress &) = default;
};

} // namespace graticule
