// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/callerrole.h"

#include <array>
#include <utility>

namespace graticule {
namespace {

struct Named
{
    CallerRole role;
    const char *word;
    Permissions permissions;
};

// Who approves does not operate by that alone: two persons are two persons. The record tells what colleagues did: who
// reads it has that as a task. Whoever does maintenance looks: the rest comes with the marks that it is done to.
const std::array<Named, 6> kRoles{
    {{CallerRole::Viewer, "viewer", Permission::View},
     {CallerRole::Operator, "operator", Permission::View | Permission::Operate},
     {CallerRole::Approver, "approver", Permission::View | Permission::Approve},
     {CallerRole::Compliance, "compliance", Permission::View | Permission::Audit},
     {CallerRole::Maintenance, "maintenance", Permission::View},
     {CallerRole::Admin, "admin",
      Permission::View | Permission::Operate | Permission::Approve | Permission::Admin | Permission::Audit}}};

} // namespace

Permissions permissionsOf(CallerRole role)
{
    for (const Named &named : kRoles) {
        if (named.role == role)
            return named.permissions;
    }
    return {};
}

QStringList permissionWords(Permissions permissions)
{
    QStringList words;
    for (const auto &[permission, word] :
         {std::pair(Permission::View, "view"), std::pair(Permission::Operate, "operate"),
          std::pair(Permission::Approve, "approve"), std::pair(Permission::Admin, "admin"),
          std::pair(Permission::Audit, "audit")}) {
        if (permissions.testFlag(permission))
            words.append(QLatin1String(word));
    }
    return words;
}

QString roleWord(CallerRole role)
{
    for (const Named &named : kRoles) {
        if (named.role == role)
            return QLatin1String(named.word);
    }
    return {};
}

CallerRole roleFromWord(const QString &word)
{
    for (const Named &named : kRoles) {
        if (word == QLatin1String(named.word))
            return named.role;
    }
    return CallerRole::None;
}

QStringList roleWords()
{
    QStringList words;
    for (const Named &named : kRoles)
        words.append(QLatin1String(named.word));
    return words;
}

} // namespace graticule
