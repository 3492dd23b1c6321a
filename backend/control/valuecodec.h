// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlvalues.h"
#include "backend/control/pastsource.h"

namespace graticule::control::v1 {
class BrokenReply;
class ConnectionList;
class Description;
class DiscoverReply;
class CoverageReply;
class LabStatus;
class Past;
class Span;
class TurnsReply;
class TestStep;
class TypesReply;
} // namespace graticule::control::v1

// The control API's own values <-> messages. Pure; any thread.

namespace graticule {

void encode(const Description &from, control::v1::Description *to);
void encode(const QList<ConnectionConfig> &from, control::v1::ConnectionList *to);
void encode(const TestStep &from, control::v1::TestStep *to);
void encode(const QList<DiscoveredEndpoint> &from, control::v1::DiscoverReply *to);
void encode(const QList<ConnectorTypeInfo> &from, control::v1::TypesReply *to);
void encode(const QList<BrokenFile> &from, control::v1::BrokenReply *to);
void encode(const LabStatus &from, control::v1::LabStatus *to);
void encode(const TimeSpan &from, control::v1::Span *to);
void encode(const PastNote &from, control::v1::Past *to);
void encode(const HistoryCoverage &from, control::v1::CoverageReply *to);
void encode(const QList<SiteTurn> &from, control::v1::TurnsReply *to);

Description decode(const control::v1::Description &from);
QList<ConnectionConfig> decode(const control::v1::ConnectionList &from);
TestStep decode(const control::v1::TestStep &from);
QList<DiscoveredEndpoint> decode(const control::v1::DiscoverReply &from);
QList<ConnectorTypeInfo> decode(const control::v1::TypesReply &from);
QList<BrokenFile> decode(const control::v1::BrokenReply &from);
LabStatus decode(const control::v1::LabStatus &from);
TimeSpan decode(const control::v1::Span &from);
PastNote decode(const control::v1::Past &from);
HistoryCoverage decode(const control::v1::CoverageReply &from);
/// Turns without a site are left out.
QList<SiteTurn> decode(const control::v1::TurnsReply &from);

} // namespace graticule
