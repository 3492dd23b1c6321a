// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/rulepreview.h"
#include "backend/domain/sameservice.h"

namespace graticule::control::v1 {
class RulesFile;
class RulesPreview;
class SameDecision;
class SameServicesReply;
} // namespace graticule::control::v1

// Label rules, and what is the same <-> messages. Pure; any thread.

namespace graticule {

void encode(const RulesFile &from, control::v1::RulesFile *to);
void encode(const RulePreview &from, control::v1::RulesPreview *to);
void encode(const SameDecision &from, control::v1::SameDecision *to);
void encode(const SameServices &from, control::v1::SameServicesReply *to);

/// Numbers are brought within their limits, lists are cut to a length that no keeper needs.
RulesFile decode(const control::v1::RulesFile &from);
RulePreview decode(const control::v1::RulesPreview &from);
SameDecision decode(const control::v1::SameDecision &from);
SameServices decode(const control::v1::SameServicesReply &from);

} // namespace graticule
