// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/places/declared.h"

#include "backend/places/labelkeys.h"

#include <QHash>

namespace graticule {

Role declaredRole(const Labels &labels)
{
    static const QHash<QString, Role> roles{
        {QStringLiteral("active"), Role::Active},   {QStringLiteral("primary"), Role::Primary},
        {QStringLiteral("standby"), Role::Standby}, {QStringLiteral("cache"), Role::Cache},
        {QStringLiteral("backup"), Role::Backup},
    };
    return roles.value(labels.value(labelkeys::kRole).trimmed().toLower(), Role::Unknown);
}

int declaredTier(const Labels &labels)
{
    const int tier = labels.value(labelkeys::kTier).toInt();
    return tier >= 1 && tier <= 99 ? tier : 0;
}

} // namespace graticule
