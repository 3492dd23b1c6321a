// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/connectorregistry.h"

namespace graticule {

// What many kinds of connection can be given; a kind declares the ones it really uses. Pure.

/// tls.ca, tls.certificate, tls.key, tls.server-name.
std::vector<OptionSchema> tlsFields();
/// token: a bearer token, by reference.
std::vector<OptionSchema> tokenField();
/// place.site, place.city, place.position, place.country, place.region: for a kind whose endpoint is one site.
std::vector<OptionSchema> placeFieldSchemas();
/// labels: what a person declares of the endpoint.
std::vector<OptionSchema> labelsField();
/// budget.requests-per-second, budget.bytes-per-second.
std::vector<OptionSchema> budgetFields();

/// Of option `proxy`: what to go through.
OptionSchema proxyField();

/// probes.interval.
std::vector<OptionSchema> probeFields();

/// @p type's own options and those of the supervisor, which every kind has.
std::vector<OptionSchema> optionsOf(const ConnectorType &type);

/// The lists one after another.
std::vector<OptionSchema> joined(std::initializer_list<std::vector<OptionSchema>> lists);

} // namespace graticule
