// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QString>
#include <QStringList>

namespace graticule {

/// What a person (or a program) is to a keeper. Given by an administrator, in keeper.yaml or by `graticuled enrol`.
enum class CallerRole { None, Viewer, Operator, Approver, Admin, Compliance, Maintenance };

/// What a role is made of. Wire words are those of permissionWords().
enum class Permission {
    None = 0,
    View = 1,    ///< Describe, Watch, Samples, lists
    Operate = 2, ///< change connections, perform actions, run the lab
    Approve = 4, ///< agree to what another one asked for; not to operate oneself
    Admin = 8,   ///< all of it
    Audit = 16,  ///< read and check the record of what people did
};
Q_DECLARE_FLAGS(Permissions, Permission)
Q_DECLARE_OPERATORS_FOR_FLAGS(Permissions)

Permissions permissionsOf(CallerRole role);
/// "view", "operate", "approve", "admin", "audit": those that are set.
QStringList permissionWords(Permissions permissions);

/// "viewer", "operator", "approver", "compliance", "maintenance", "admin"; empty for None.
QString roleWord(CallerRole role);
/// None when it is no role.
CallerRole roleFromWord(const QString &word);
/// All that can be given.
QStringList roleWords();

} // namespace graticule
