// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/instant.h"
#include "backend/domain/labels.h"

#include <QStringList>

#include <vector>

// What we take from the answers of a Prometheus API. Times are the server's clock.

namespace graticule {

struct PrometheusPoint
{
    Instant at = kNever;
    double value = 0; ///< may be NaN or infinite: that is what the platform says

    friend bool operator==(const PrometheusPoint &, const PrometheusPoint &) = default;
};

struct PrometheusSeries
{
    Labels labels;                       ///< "__name__" among them, where there is one
    std::vector<PrometheusPoint> points; ///< never empty; one of an instant vector, several of a range

    double value() const { return points.back().value; }
};

/// The answer to one query.
struct PrometheusAnswer
{
    std::vector<PrometheusSeries> series;
    Instant at = kNever;  ///< newest point in it; never: there is none
    QStringList warnings; ///< the server's own words, as of an answer that lacks a part
    int unreadable = 0;   ///< series that were left out
};

struct PrometheusBuild
{
    QString application; ///< as it calls itself; empty: it does not say
    QString version;     ///< empty: it does not say
};

/// The reply {"status":"error"}.
struct PrometheusRefusal
{
    QString type; ///< "bad_data", "execution", "timeout", ... or a number (VictoriaMetrics)
    QString text;
};

} // namespace graticule
