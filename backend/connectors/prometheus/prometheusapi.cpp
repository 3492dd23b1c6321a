// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/prometheus/prometheusapi.h"

#include "backend/connectors/http/poolparse.h"
#include "backend/connectors/prometheus/prometheuserror.h"
#include "backend/connectors/prometheus/prometheusparser.h"
#include "backend/connectors/secretstore.h"

#include <QUrl>

namespace graticule {
namespace {

constexpr qint64 kLargestAnswer = 32 << 20; // a hundred bytes and more for each series
constexpr Milliseconds kQuery{15'000};
constexpr Milliseconds kBeatAnswer{10'000};

} // namespace

PrometheusApi::PrometheusApi(PrometheusSettings settings, const ConnectorContext &context,
                             std::shared_ptr<CurlLoop> loop)
    : m_settings(std::move(settings))
    , m_client(m_settings.endpoint, context.load, context.clock, std::move(loop))
{
    m_client.setUser(m_settings.user);
    if (!context.config.token.isEmpty())
        m_client.setToken([&context] { return context.secrets.read(context.config.token); });
}

HttpRequest PrometheusApi::request(const QByteArray &path) const
{
    HttpRequest request;
    request.path = m_settings.prefix + path;
    if (!m_settings.tenant.isEmpty())
        request.headers.append({"X-Scope-OrgID", m_settings.tenant});
    request.limits.answer = request.limits.whole = kQuery;
    request.limits.body = kLargestAnswer;
    return request;
}

void PrometheusApi::send(const HttpRequest &request, QObject *context, std::function<void(HttpReply &)> done)
{
    m_client.ask(request, context, std::move(done));
}

std::optional<Error> PrometheusApi::failure(const HttpReply &reply, const QString &what) const
{
    if (reply.error())
        return reply.error();
    // Some say what went wrong with status 200; a page to log in at is no answer either.
    const QByteArray begin = reply.body().left(32);
    const bool isReply =
        reply.status() >= 200 && reply.status() < 300 && begin.startsWith('{') && !begin.contains("\"error\"");
    return isReply ? std::nullopt : std::optional(prometheusError(m_settings, reply.status(), reply.body(), what));
}

void PrometheusApi::query(const QString &promql, Instant at, const QString &what, QObject *context,
                          std::function<void(Result<PrometheusAnswer>)> done)
{
    QByteArray path = "/api/v1/query?query=" + QUrl::toPercentEncoding(promql) + "&timeout=10s";
    if (at != kNever)
        path += "&time=" + QByteArray::number(double(toMs(at)) / 1000, 'f', 3);
    send(request(path), context, [this, what, context, done = std::move(done)](HttpReply &reply) {
        if (const auto error = failure(reply, what))
            done(*error);
        else
            parseAside<PrometheusAnswer>(reply.body(), parsePrometheusAnswer, context, done);
    });
}

void PrometheusApi::ask(QObject *context, std::function<void(const HttpReply &, const std::optional<Error> &)> done)
{
    HttpRequest question =
        request(m_tellsBuild ? QByteArray("/api/v1/status/buildinfo") : QByteArray("/api/v1/query?query=time()"));
    question.limits.answer = question.limits.whole = kBeatAnswer;
    question.limits.body = 64 << 10;
    send(question, context, [this, context, done = std::move(done)](HttpReply &reply) {
        // Gateways let through what they know; whether queries are answered is what counts.
        if (m_tellsBuild && !reply.error() &&
            (reply.status() == 404 || reply.status() == 403 || reply.status() == 405)) {
            m_tellsBuild = false;
            ask(context, done);
            return;
        }
        done(reply, failure(reply, QStringLiteral("tell what it is")));
    });
}

} // namespace graticule
