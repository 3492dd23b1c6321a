// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/action.h"

namespace graticule {

/// The way to the keeper that performs an action broke, as @p why says: it may go on there, so it has neither failed
/// nor ended for all we know. Who asks again with its key follows it again.
Error unfollowedAct(const Error &why);
bool isUnfollowedAct(const Error &error);
/// Whether an action that ended with @p error may have been done all the same, or in part.
bool mayBeDone(const Error &error);

/// What is known of an action that goes on at @p keeper, for all we know, while nobody looks. @p last: what was told
/// before, without its items.
ActionProgress outOfSight(const ActionProgress &last, const QString &keeper);
/// Whether that is the text of such a step: a keeper that says nothing else is older.
bool saysOutOfSight(const QString &text);

} // namespace graticule
