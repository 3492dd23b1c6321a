// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/http/httpendpoint.h"
#include "backend/domain/connectionconfig.h"
#include "backend/domain/error.h"
#include "backend/domain/optionschema.h"

#include <vector>

namespace graticule {

/// What a connection's file says of one server, understood.
struct PrometheusSettings
{
    HttpEndpoint endpoint; ///< without TLS material
    QByteArray prefix;     ///< path before /api/v1: "/prometheus", or empty
    QByteArray user;       ///< of Basic authentication; empty: bearer
    QByteArray tenant;     ///< X-Scope-OrgID; empty: not sent
    QString selector;      ///< matchers for every query, without braces; may be empty
    // Names of labels, of which the first that a series has counts.
    QStringList siteLabels;
    QStringList regionLabels;
    QStringList countryLabels;
    QStringList cityLabels;
    QStringList positionLabels;
    QStringList vantageLabels; ///< from where a probe was sent
    double queriesPerMinute = 0;

    /// Errors are of the person's input and name the field: "address: ...".
    static Result<PrometheusSettings> of(const ConnectionConfig &config);
};

/// What can be set of such a connection below `options`.
std::vector<OptionSchema> prometheusOptions();
QString prometheusAddressHelp();

} // namespace graticule
