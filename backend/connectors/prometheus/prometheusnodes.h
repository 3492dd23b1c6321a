// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/prometheus/prometheussites.h"
#include "backend/connectors/prometheus/prometheusvalues.h"
#include "backend/domain/usage.h"

#include <map>

namespace graticule {

/// What a node exporter tells of its machine.
struct PrometheusNode
{
    QString name; ///< of the machine itself; empty: not told
    QString platform;
    Instant bootedAt = kNever; ///< the machine's clock
    Usage cpu;                 ///< cores
    Usage memory;
    Usage storage;
    double load1 = -1;
};

/// What the labels of node_uname_info tell: name and platform.
PrometheusNode prometheusMachine(const Labels &labels);
/// By PrometheusSites::keyOf(). What is not finite, negative or beyond any machine is taken as not told.
std::map<QString, PrometheusNode> readPrometheusNodes(const PrometheusAnswer &answer, const PrometheusSites &sites);

/// Adds @p part to @p sum.
inline void addUp(Usage &sum, const Usage &part)
{
    sum.used += part.used;
    sum.total += part.total;
}

} // namespace graticule
