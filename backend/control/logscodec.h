// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/fleetevent.h"
#include "backend/domain/logs.h"

namespace graticule::control::v1 {
class FollowLogsReply;
class FollowLogsRequest;
class ListEventsReply;
class ListEventsRequest;
class LogLine;
class LogSourcesReply;
} // namespace graticule::control::v1

// Logs and events <-> messages. What a stranger sent is held to its bounds.

namespace graticule {

void encode(const QList<LogSource> &from, control::v1::LogSourcesReply *to);
QList<LogSource> decode(const control::v1::LogSourcesReply &from);

void encode(const LogOrder &from, control::v1::FollowLogsRequest *to);
LogOrder decode(const control::v1::FollowLogsRequest &from);

void encode(const LogLine &from, control::v1::LogLine *to);
void encode(const LogEnd &from, control::v1::FollowLogsReply *to);
LogPart decode(const control::v1::FollowLogsReply &from);

void encode(const EventQuery &from, control::v1::ListEventsRequest *to);
EventQuery decode(const control::v1::ListEventsRequest &from);
void encode(const EventAnswer &from, control::v1::ListEventsReply *to);
EventAnswer decode(const control::v1::ListEventsReply &from);

} // namespace graticule
