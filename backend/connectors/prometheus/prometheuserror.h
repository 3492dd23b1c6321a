// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/prometheus/prometheussettings.h"

namespace graticule {

/// What an answer means that is no success: HTTP status @p status with @p body, when asked to @p what ("list its
/// targets"). A status of 200 with {"status":"error"}, or with what is no API's reply, is none either.
Error prometheusError(const PrometheusSettings &settings, int status, const QByteArray &body, const QString &what);

} // namespace graticule
