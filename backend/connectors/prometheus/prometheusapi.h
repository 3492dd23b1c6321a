// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/connector.h"
#include "backend/connectors/http/httpclient.h"
#include "backend/connectors/prometheus/prometheussettings.h"
#include "backend/connectors/prometheus/prometheusvalues.h"

namespace graticule {

/// Questions to one server. One per session.
class PrometheusApi
{
public:
    /// @p context outlives it. @p loop: that of all connectors of this thread.
    PrometheusApi(PrometheusSettings settings, const ConnectorContext &context, std::shared_ptr<CurlLoop> loop);

    const PrometheusSettings &settings() const { return m_settings; }
    HttpClient &client() { return m_client; }

    /// Evaluates @p promql at @p at of the server's clock (never: its now); @p what completes "when asked to ...".
    /// Large answers are parsed in the pool. The request dies with @p context.
    void query(const QString &promql, Instant at, const QString &what, QObject *context,
               std::function<void(Result<PrometheusAnswer>)> done);
    /// The cheapest question: what it is. Servers that do not tell are asked for the time instead. The reply is there
    /// while @p done runs; an error is given for transport and status only.
    void ask(QObject *context, std::function<void(const HttpReply &, const std::optional<Error> &)> done);

private:
    HttpRequest request(const QByteArray &path) const;
    void send(const HttpRequest &request, QObject *context, std::function<void(HttpReply &)> done);
    std::optional<Error> failure(const HttpReply &reply, const QString &what) const;

    const PrometheusSettings m_settings;
    HttpClient m_client;
    bool m_tellsBuild = true;
};

} // namespace graticule
