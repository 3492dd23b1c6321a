// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/prometheus/prometheusvalues.h"
#include "backend/domain/error.h"

#include <QByteArray>

#include <optional>

// Bytes of the HTTP API -> values. Pure; any thread. Answers are hostile input: labels, points and series are capped,
// what cannot be used is counted and left out, and an answer of another form is an error.

namespace graticule {

/// An answer to /api/v1/query: vector, matrix or scalar.
Result<PrometheusAnswer> parsePrometheusAnswer(const QByteArray &json);
/// Of /api/v1/status/buildinfo; some servers say nothing in it.
Result<PrometheusBuild> parsePrometheusBuild(const QByteArray &json);
/// Nothing when @p json is no such reply.
std::optional<PrometheusRefusal> parsePrometheusRefusal(const QByteArray &json);

} // namespace graticule
