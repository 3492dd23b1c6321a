// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/prometheus/prometheuserror.h"

#include "backend/connectors/http/httperror.h"
#include "backend/connectors/prometheus/prometheusparser.h"
#include "backend/domain/saying.h"

namespace graticule {
namespace {

constexpr Milliseconds kAfterMistake{60'000};
constexpr Milliseconds kAfterOverload{15'000};

/// Servers say it in their own words; all of them name a limit.
bool isTooMuch(const QString &text)
{
    for (const char *words : {"too many", "exceed", "maximum number of", "limit of", "would load too"}) {
        if (text.contains(QLatin1String(words), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

bool isTimeout(const PrometheusRefusal &refusal)
{
    return refusal.type == QLatin1String("timeout") || refusal.text.contains(QLatin1String("deadline exceeded")) ||
           refusal.text.contains(QLatin1String("timed out"));
}

} // namespace

Error prometheusError(const PrometheusSettings &settings, int status, const QByteArray &body, const QString &what)
{
    const HttpEndpoint &endpoint = settings.endpoint;
    const QString &at = endpoint.shown;
    const auto refusal = parsePrometheusRefusal(body);
    const QString said = refusal ? refusal->text : plainText(body.left(4096));
    if (said.contains(QLatin1String("no org id"), Qt::CaseInsensitive)) // Mimir and Cortex, with 401
        return saidError(ErrorKind::Refused, Fault::Input, "prometheus.wants-tenant", {at}, kAfterMistake);
    if (status == 404 && !refusal)
        return saidError(ErrorKind::NotFound, Fault::Input, "prometheus.no-api",
                         {at, QString::fromUtf8(settings.prefix) + QStringLiteral("/api/v1")}, kAfterMistake);
    if (refusal && isTimeout(*refusal))
        return saidError(ErrorKind::TimedOut, Fault::Endpoint, "prometheus.gave-up", {at, said}, kAfterOverload);
    if (refusal && isTooMuch(said))
        return saidError(ErrorKind::TooLarge, Fault::Endpoint, "prometheus.refuses-size", {at, said}, kAfterMistake);
    if (refusal && (status == 400 || status == 422))
        return saidError(ErrorKind::Unsupported, settings.selector.isEmpty() ? Fault::Endpoint : Fault::Input,
                         settings.selector.isEmpty() ? "prometheus.bad-query" : "prometheus.bad-selector", {at, said},
                         kAfterMistake);
    if (status >= 200 && status < 300)
        return saidError(ErrorKind::Unsupported, Fault::Endpoint, "prometheus.none", {at}, kAfterMistake);
    return statusError(endpoint, status, refusal ? said.toUtf8() : body, what);
}

} // namespace graticule
