// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/recordvalues.h"

namespace graticule::control::v1 {
class ListActsReply;
class ListActsRequest;
class RecordedAct;
class RecordState;
class VerifyRecordReply;
} // namespace graticule::control::v1

// The record of acts <-> messages. Pure; any thread.

namespace graticule {

void encode(const ActQuery &from, control::v1::ListActsRequest *to);
void encode(const RecordedAct &from, control::v1::RecordedAct *to);
void encode(const ActRecord::State &from, control::v1::RecordState *to);
void encode(const RecordVerdict &from, control::v1::VerifyRecordReply *to);

/// Numbers are brought within their limits.
ActQuery decode(const control::v1::ListActsRequest &from);
ActsPart decode(const control::v1::ListActsReply &from);
CheckProgress decode(const control::v1::VerifyRecordReply &from);

} // namespace graticule
