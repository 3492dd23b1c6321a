// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/action.h"

namespace graticule::control::v1 {
class Action;
class ActionPlan;
class ActionProgress;
class OffersReply;
class RunningReply;
} // namespace graticule::control::v1

// What can be done, and what is being done <-> messages. Pure; any thread.

namespace graticule {

void encode(const Action &from, control::v1::Action *to);
void encode(const ActionProgress &from, control::v1::ActionProgress *to);
void encode(const QList<ActionOffer> &from, control::v1::OffersReply *to);
void encode(const ActionPlan &from, control::v1::ActionPlan *to);
void encode(const QList<ActionUnderWay> &from, control::v1::RunningReply *to);

/// Numbers are brought within their limits, lists are cut to a length that no keeper needs.
Action decode(const control::v1::Action &from);
ActionProgress decode(const control::v1::ActionProgress &from);
QList<ActionOffer> decode(const control::v1::OffersReply &from);
ActionPlan decode(const control::v1::ActionPlan &from);
QList<ActionUnderWay> decode(const control::v1::RunningReply &from);

} // namespace graticule
